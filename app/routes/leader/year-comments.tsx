import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import MessageSquareText from "lucide-react/icons/message-square-text";
import { SHEET_TALK_PATHS } from "#app/domain/self-assessment/sheet-talk.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readOwnTalks } from "#app/features/self-assessment/read-talk.server.ts";
import { yearCommentsArea } from "#app/messages/vi/year-comments.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TeamTrail } from "#app/ui/roster/team-trail.tsx";
import { TalkWindow } from "#app/ui/year/talk-window.tsx";

export const handle: PageHandle = { title: (say) => say(yearCommentsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "self-assessment.write");
  const { platform, communeId, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return { live, today, talks: await readOwnTalks(caller) };
}

export default function YearComments() {
  const { live, today, talks } = useLoaderData<typeof loader>();
  const { yearComments: words } = useMessages(yearCommentsArea);
  useLive(live);
  return (
    <Page trail={<TeamTrail />} title={words.title} lead={words.own.lead} width="narrow">
      {talks.length === 0 ? (
        <EmptyState icon={MessageSquareText} title={words.own.noneTitle}>
          {words.own.noneBody}
        </EmptyState>
      ) : null}
      {talks.map(({ review, villageId, villageName, said, waiting }) => (
        <Card key={`${review.id} ${villageId}`} title={review.title}>
          <div className="grid gap-3">
            <p className="font-bold">{villageName}</p>
            <TalkWindow review={review} today={today} />
            <p className="text-ink-soft">
              {[words.own.said(said), ...(waiting > 0 ? [words.own.waiting(waiting)] : [])].join(", ")}
            </p>
            <div>
              <LinkButton
                to={SHEET_TALK_PATHS.village(review.id, villageId)}
                variant={review.stand === "open" ? "primary" : "secondary"}
              >
                {review.stand === "open" ? words.own.open : words.own.see}
              </LinkButton>
            </div>
          </div>
        </Card>
      ))}
    </Page>
  );
}
