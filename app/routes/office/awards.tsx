import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Award from "lucide-react/icons/award";
import CircleSlash from "lucide-react/icons/circle-slash";
import { can } from "#app/domain/access/can.ts";
import { AWARD_HOLDS_PATH, awardListPath, proposePath } from "#app/domain/awards/award-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readAwardDesk } from "#app/features/awards/read-award-desk.server.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";
import { DoneFlash } from "#app/ui/year/awards/done-flash.tsx";
import { ProposalList } from "#app/ui/year/awards/proposal-list.tsx";

export const handle: PageHandle = { title: (say) => say(yearAwardsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "award.read");
  const { communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  return {
    ...(await readAwardDesk(caller)),
    mayManage: can(actor, "award.manage", { communeId }, today).ok,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export default function AwardDesk() {
  const { lists, sent, timely, holds, mayManage, done } = useLoaderData<typeof loader>();
  const { yearAwards: words } = useMessages(yearAwardsArea);
  const format = useFormat();
  return (
    <Page
      trail={<OfficeTrail />}
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <LinkButton to={AWARD_HOLDS_PATH} variant="secondary" icon={CircleSlash}>
            {`${words.holds} (${format.number(holds)})`}
          </LinkButton>
          {mayManage ? (
            <LinkButton to={proposePath(null)} icon={Award}>
              {words.proposeTimely}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <DoneFlash done={done} />
      <Card title={words.lists}>
        {lists.length === 0 ? (
          <p className="text-ink-soft">{words.noLists}</p>
        ) : (
          <ul className="grid gap-1">
            {lists.map(({ id, title }) => (
              <li key={id}>
                <TextLink to={awardListPath(id)} className="inline-flex min-h-12 items-center text-lg">
                  {title}
                </TextLink>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title={words.sent}>
        {sent.length === 0 ? (
          <p className="text-ink-soft">{words.noSent}</p>
        ) : (
          <ProposalList proposals={sent} />
        )}
      </Card>
      {timely.length === 0 ? (
        <EmptyState icon={Award} title={words.noTimely}>
          {words.noTimelyBody}
        </EmptyState>
      ) : (
        <Card title={words.timely}>
          <ProposalList proposals={timely} />
        </Card>
      )}
    </Page>
  );
}
