import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ownTotal, SHEET_TALK_PATHS } from "#app/domain/self-assessment/sheet-talk.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam, newIds, numberParam } from "#app/features/roster/read-params.server.ts";
import { answerCommentForm } from "#app/features/self-assessment/answer-talk-form.server.ts";
import { readVillageTalk } from "#app/features/self-assessment/read-talk.server.ts";
import { yearCommentsArea } from "#app/messages/vi/year-comments.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CriterionTalk } from "#app/ui/year/criterion-talk.tsx";
import { TalkWindow } from "#app/ui/year/talk-window.tsx";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { talk }) => talk.villageName };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "self-assessment.write");
  const { platform, communeId, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const { reviewId, villageId } = args.params;
  const talk = await readVillageTalk(caller, idParam(reviewId), numberParam(villageId));
  if (!talk) throw notFound();
  const count = talk.groups.reduce((sum, { criteria }) => sum + criteria.length, 0);
  return {
    live,
    today,
    talk,
    ids: newIds(caller, count),
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "self-assessment.write");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const place = { reviewId: idParam(args.params.reviewId), villageId: numberParam(args.params.villageId) };
  const talk = await readVillageTalk(caller, place.reviewId, place.villageId);
  const answer = talk && (await answerCommentForm(caller, place, fields));
  if (!answer) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${SHEET_TALK_PATHS.village(place.reviewId, place.villageId)}?xong=${answer.done}`);
}

export default function VillageComments() {
  const { live, today, talk, ids, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { yearComments: words } = useMessages(yearCommentsArea);
  const format = useFormat();
  useLive(live);
  const all = talk.groups.flatMap(({ criteria }) => criteria);
  const total = ownTotal(all);
  const said = all.reduce((sum, { words: each }) => sum + each.length, 0);
  return (
    <Page
      title={talk.villageName}
      lead={talk.review.title}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: SHEET_TALK_PATHS.own, label: words.title }]} />}
    >
      {done === "gui" && !answer ? <Flash key={said}>{words.village.sent}</Flash> : null}
      {talk.review.stand === "open" ? null : <ErrorSummary problems={answer?.problems} />}
      <Card>
        <div className="grid gap-2">
          <TalkWindow review={talk.review} today={today} />
          {talk.score === null ? null : (
            <p className="text-lg font-bold">{words.village.score(format.points(talk.score))}</p>
          )}
          <p>
            {total.scored === 0
              ? words.village.notScored
              : words.village.total(format.points(total.points), total.scored, all.length)}
          </p>
        </div>
      </Card>
      {talk.groups.map(({ key, title, criteria }) => (
        <section key={key} className="grid gap-4">
          {criteria.length === 1 && criteria[0]?.title === title ? null : (
            <h2 className="text-xl">{title}</h2>
          )}
          {criteria.map((criterion) => (
            <CriterionTalk
              key={criterion.key}
              reviewId={talk.review.id}
              criterion={criterion}
              id={ids[all.indexOf(criterion)] ?? ""}
              isOpen={talk.review.stand === "open"}
              answer={answer?.values.criterion === criterion.key ? answer : undefined}
            />
          ))}
        </section>
      ))}
    </Page>
  );
}
