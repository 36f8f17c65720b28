import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Vote from "lucide-react/icons/vote";
import { can } from "#app/domain/access/can.ts";
import { MARK_PATHS } from "#app/domain/council/marks.ts";
import { isId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { paperMarksSchema } from "#app/features/council/council.schema.ts";
import { recordMarks } from "#app/features/council/give-mark.server.ts";
import { readMarksDesk } from "#app/features/council/read-marks.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { FilterLinks } from "#app/ui/kit/filter-links.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { MarkMembers, MarkVillages, PaperForm } from "#app/ui/year/council/marks-desk.tsx";
import { ReviewTrail } from "#app/ui/year/review-trail.tsx";

export const handle: PageHandle = { title: (say) => say(yearCouncilArea).marks.officeTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "council.read");
  const { platform, communeId, actor, today } = caller;
  const reviewId = args.params.reviewId ?? "";
  if (communeId === null || !isId(reviewId)) throw notFound();
  const search = new URL(args.request.url).searchParams;
  const desk = await readMarksDesk(caller, reviewId, search.get("muc"));
  if (desk === null) throw notFound();
  const isOpen = desk.review.state === "open" || desk.review.state === "comment";
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    desk,
    isOpen,
    openVillage: Number(search.get("thon") ?? 0),
    isDone: search.has("xong"),
    mayRecord: isOpen && can(actor, "council.manage", { communeId }, today).ok,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "council.manage");
  const reviewId = args.params.reviewId ?? "";
  if (caller.communeId === null || !isId(reviewId)) throw notFound();
  const fields = (await receiveForm(args.request)) ?? new FormData();
  const desk = await readMarksDesk(caller, reviewId, null);
  if (desk === null) throw notFound();
  const ids = desk.villages.map(({ id }) => id);
  const form = await readForm(fields, paperMarksSchema(ids));
  if (!form.ok) return askAgain(form.problems, form.values);
  const { memberId, criterionKey, paper } = form.value;
  const typed = form.value as Readonly<Record<string, unknown>>;
  const marks = new Map(
    ids.flatMap((id) => {
      const points = typed[`points-${id}`];
      return typeof points === "number" ? [[id, points] as const] : [];
    }),
  );
  const verdict = await recordMarks(caller, reviewId, { memberId, criterionKey, paper, marks });
  if (verdict.ok) return goOn(`${MARK_PATHS.office(reviewId)}?muc=${encodeURIComponent(criterionKey)}&xong`);
  if (verdict.code === "not_permitted") throw notFound();
  return askAgain({ form: verdict }, form.values);
}

export default function CouncilMarksDesk() {
  const { live, desk, isOpen, openVillage, isDone, mayRecord } = useLoaderData<typeof loader>();
  useLive(live);
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { marks: say } = useMessages(yearCouncilArea).yearCouncil;
  const { review, criteria, chosen } = desk;
  return (
    <Page
      title={say.officeTitle}
      lead={say.officeLead}
      trail={<ReviewTrail reviewId={review.id} title={review.title} />}
    >
      {isDone && !answer ? <Flash>{say.paperSaved}</Flash> : null}
      {chosen === null ? (
        <EmptyState icon={Vote} title={say.noCriteria}>
          {say.noCriteriaBody}
        </EmptyState>
      ) : (
        <>
          {isOpen ? <MarkMembers members={desk.members} /> : null}
          {criteria.length > 1 ? (
            <FilterLinks
              label={say.criterion}
              choices={criteria.map(({ key, title }) => ({
                to: `${MARK_PATHS.office(review.id)}?muc=${encodeURIComponent(key)}`,
                text: title,
                isChosen: key === chosen.key,
              }))}
            />
          ) : null}
          <MarkVillages criterion={chosen} villages={desk.villages} openVillage={openVillage} />
          {mayRecord ? <PaperForm desk={desk} criterion={chosen} answer={answer} /> : null}
          <p className="text-ink-soft">{say.private}</p>
        </>
      )}
    </Page>
  );
}
