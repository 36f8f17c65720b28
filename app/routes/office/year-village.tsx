import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { MARK_PATHS } from "#app/domain/council/marks.ts";
import { isId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { readReview } from "#app/features/year/read-review.server.ts";
import { writeExclusion, writeMark } from "#app/features/year/write-words.server.ts";
import { exclusionForm, markForm, readVillageId } from "#app/features/year/year.schema.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CriterionCard } from "#app/ui/year/criterion-card.tsx";
import { ExclusionForm } from "#app/ui/year/exclusion-form.tsx";
import { ExclusionList } from "#app/ui/year/exclusion-list.tsx";
import { MarkForm } from "#app/ui/year/mark-form.tsx";
import { ReviewTrail } from "#app/ui/year/review-trail.tsx";
import { VillageTotals } from "#app/ui/year/village-totals.tsx";
import { YEAR_PATHS } from "#app/ui/year/year-paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const handle: PageHandle<Loaded> = {
  title: (say, { score }) => say(yearReviewArea).sheet.title(score.name),
};

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "year.read");
  const { platform, communeId, actor, today } = caller;
  const reviewId = args.params.reviewId ?? "";
  const villageId = readVillageId(args.params.villageId);
  if (communeId === null || !isId(reviewId) || villageId === null) throw notFound();
  const page = await readReview(caller, reviewId);
  const score = page?.villages.find((village) => village.villageId === villageId);
  const facts = page?.facts.find((village) => village.villageId === villageId);
  if (!page || !score || !facts) throw notFound();
  const { review, sheet, exclusions } = page;
  const isOpen = review.state === "open" || review.state === "comment";
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    review: { id: review.id, title: review.title },
    sheet: sheet.content,
    score,
    facts,
    exclusion: exclusions.find((each) => each.villageId === villageId) ?? null,
    mayManage: isOpen && can(actor, "year.manage", { communeId }, today).ok,
    hasMarks: can(actor, "council.read", { communeId }, today).ok,
    isDone: new URL(args.request.url).searchParams.has("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "year.manage");
  const reviewId = args.params.reviewId ?? "";
  const villageId = readVillageId(args.params.villageId);
  if (caller.communeId === null || !isId(reviewId) || villageId === null) throw notFound();
  const fields = (await receiveForm(args.request)) ?? new FormData();
  const answered = (verdict: Awaited<ReturnType<typeof writeMark>>, values: Record<string, unknown>) => {
    if (verdict === null) throw notFound();
    return verdict.ok
      ? goOn(`${YEAR_PATHS.village(reviewId, villageId)}?xong`)
      : askAgain({ form: verdict }, values as Record<string, string>);
  };
  if (fields.get("act") === "mark") {
    const form = await readForm(fields, markForm);
    if (!form.ok) return askAgain(form.problems, form.values);
    return answered(await writeMark(caller, reviewId, { ...form.value, villageId }), form.values);
  }
  const form = await readForm(fields, exclusionForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const isExcluded = fields.get("act") !== "let-in";
  return answered(
    await writeExclusion(caller, reviewId, { ...form.value, villageId, isExcluded }),
    form.values,
  );
}

export default function VillageSheet() {
  const { live, review, sheet, score, facts, exclusion, mayManage, hasMarks, isDone } =
    useLoaderData<typeof loader>();
  useLive(live);
  const answer = useActionData<typeof action>();
  const { yearReview: words, yearCouncil } = useMessages(yearReviewArea, yearCouncilArea);
  return (
    <Page
      title={words.sheet.title(score.name)}
      lead={review.title}
      trail={<ReviewTrail reviewId={review.id} title={review.title} />}
    >
      {isDone && !answer ? <Flash>{words.exclusion.saved}</Flash> : null}
      {exclusion === null ? null : (
        <Card title={words.notRanked}>
          <ExclusionList exclusions={[exclusion]} nameOf={() => score.name} />
        </Card>
      )}
      <VillageTotals score={score} facts={facts} sheet={sheet} />
      {sheet.groups.map((group) => (
        <section key={group.key} aria-label={group.title} className="grid grid-cols-1 gap-5">
          <h2 className="text-2xl">{group.title}</h2>
          {group.criteria.map((criterion) => {
            const scored = score.criteria.find(({ key }) => key === criterion.key);
            if (!scored) return null;
            const told = facts.told[criterion.key] ?? null;
            return (
              <CriterionCard
                key={criterion.key}
                criterion={criterion}
                score={scored}
                reviewId={review.id}
                villageId={score.villageId}
              >
                {criterion.measure.by === "vote" && hasMarks ? (
                  <p className="mt-3">
                    <TextLink to={MARK_PATHS.ofVillage(review.id, score.villageId, criterion.key)}>
                      {yearCouncil.marks.open}
                    </TextLink>
                  </p>
                ) : null}
                {mayManage && criterion.measure.by === "document" ? (
                  <MarkForm
                    criterion={criterion}
                    told={told}
                    answer={answer?.values && "criterionKey" in answer.values ? answer : undefined}
                  />
                ) : null}
              </CriterionCard>
            );
          })}
        </section>
      ))}
      {mayManage ? (
        <ExclusionForm
          isExcluded={exclusion !== null}
          answer={answer?.values && !("criterionKey" in answer.values) ? answer : undefined}
        />
      ) : null}
    </Page>
  );
}
