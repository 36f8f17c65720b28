import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Vote from "lucide-react/icons/vote";
import { MARK_PATHS } from "#app/domain/council/marks.ts";
import { COUNCIL_PATHS } from "#app/domain/council/minutes.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { markSchema } from "#app/features/council/council.schema.ts";
import { giveMark } from "#app/features/council/give-mark.server.ts";
import { readOwnMarks } from "#app/features/council/read-marks.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { FilterLinks } from "#app/ui/kit/filter-links.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { Notice } from "#app/ui/kit/notice.tsx";
import { ProgressBar } from "#app/ui/kit/progress-bar.tsx";
import { useFormat, useMessages, useTerms } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { MarkRows } from "#app/ui/year/council/mark-rows.tsx";

export const handle: PageHandle = { title: (say) => say(yearCouncilArea).marks.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "council.vote");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  const search = new URL(args.request.url).searchParams;
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    marks: await readOwnMarks(caller, { reviewId: search.get("dot"), criterionKey: search.get("muc") }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "council.vote");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, markSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { reviewId, ...wish } = form.value;
  const verdict = await giveMark(caller, reviewId, wish);
  if (verdict.ok) return goOn(`${MARK_PATHS.ownOf(reviewId, wish.criterionKey)}#thon-${wish.villageId}`);
  if (verdict.code === "not_permitted") throw notFound();
  return askAgain({ form: verdict }, form.values);
}

export default function CouncilMarks() {
  const { live, marks } = useLoaderData<typeof loader>();
  useLive(live);
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { marks: say, vote } = useMessages(yearCouncilArea).yearCouncil;
  const { village } = useTerms();
  const format = useFormat();
  if (marks === null || marks === "no_seat")
    return (
      <Page title={say.title} width="narrow" trail={<Trail label={vote.title} />}>
        <EmptyState icon={Vote} title={say.none}>
          {marks === null ? say.noneBody : say.noSeat}
        </EmptyState>
      </Page>
    );
  const page = marks.pages.find(
    ({ reviewId, criterionKey }) => reviewId === marks.review.id && criterionKey === marks.criterion.key,
  );
  const { given = 0, asked = 0 } = page ?? {};
  return (
    <Page title={say.title} lead={say.lead(village)} width="narrow" trail={<Trail label={vote.title} />}>
      <ErrorSummary problems={answer?.problems} />
      {marks.pages.length > 1 ? (
        <FilterLinks
          label={say.criterion}
          choices={marks.pages.map((each) => ({
            to: MARK_PATHS.ownOf(each.reviewId, each.criterionKey),
            text: `${each.reviewTitle}: ${each.title} ${each.given}/${each.asked}`,
            isChosen: each === page,
          }))}
        />
      ) : null}
      <Card title={marks.criterion.title}>
        <div className="grid gap-3">
          <p className="text-ink-soft">{marks.review.title}</p>
          <p>
            {marks.criterion.explanation} {say.scale(format.points(marks.criterion.maximum))}.
          </p>
          {asked > 0 ? <ProgressBar label={say.given(given, asked)} value={given} goal={asked} /> : null}
          {asked > 0 && given === asked ? <Notice tone="success" title={say.allGiven} /> : null}
          <MarkRows marks={marks} />
          <p className="text-ink-soft">{say.private}</p>
        </div>
      </Card>
    </Page>
  );
}

function Trail({ label }: { label: string }) {
  return <Breadcrumb steps={[{ to: COUNCIL_PATHS.vote, label }]} />;
}
