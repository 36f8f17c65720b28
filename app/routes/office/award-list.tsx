import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import Award from "lucide-react/icons/award";
import ListPlus from "lucide-react/icons/list-plus";
import { can } from "#app/domain/access/can.ts";
import type { AwardList } from "#app/domain/awards/award-list.ts";
import { awardListPath, proposePath } from "#app/domain/awards/award-paths.ts";
import { isOnList } from "#app/domain/awards/shortlist.ts";
import { parseLocalDate, parseTypedDate } from "#app/domain/calendar/local-date.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerListForm } from "#app/features/awards/answer-award-forms.server.ts";
import { readAwardList, readWaitingList } from "#app/features/awards/find-award-list.server.ts";
import { readCouncilWords } from "#app/features/council/find-words.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages, useSayRejection } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { AwardLines } from "#app/ui/year/awards/award-lines.tsx";
import { ClusterCard } from "#app/ui/year/awards/cluster-card.tsx";
import { DecideForm } from "#app/ui/year/awards/decide-form.tsx";
import { DepartureCard } from "#app/ui/year/awards/departure-card.tsx";
import { DoneFlash } from "#app/ui/year/awards/done-flash.tsx";
import { FairCard } from "#app/ui/year/awards/fair-card.tsx";
import { MoneyCard } from "#app/ui/year/awards/money-card.tsx";
import { ProposalList } from "#app/ui/year/awards/proposal-list.tsx";
import { ReviewTabs } from "#app/ui/year/review-tabs.tsx";
import { ReviewTrail } from "#app/ui/year/review-trail.tsx";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = {
  title: (say, { list, waiting }) => say(yearAwardsArea).listTitle((list?.review ?? waiting)?.title ?? ""),
};

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "award.read");
  const { communeId, actor, today, person } = caller;
  if (communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const typed = query.get("ngay") ?? "";
  const day = parseLocalDate(typed) ?? parseTypedDate(typed) ?? today;
  const reviewId = idParam(args.params.reviewId);
  const list = await readAwardList(caller, reviewId, day);
  const waiting = list === null ? await readWaitingList(caller, reviewId) : null;
  if (!list && !waiting) throw notFound();
  return {
    list,
    words: list === null ? [] : await readCouncilWords(caller, reviewId),
    waiting,
    me: person.accountId,
    mayManage: can(actor, "award.manage", { communeId }, today).ok,
    maySecond: can(actor, "award.second", { communeId }, today).ok,
    id: newIds(caller, 1)[0] ?? "",
    today,
    done: query.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "award.second");
  const reviewId = idParam(args.params.reviewId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerListForm(caller, reviewId, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${awardListPath(reviewId)}?xong=${answer.done}`);
}

export default function AwardListPage() {
  const { list, waiting, mayManage, done } = useLoaderData<typeof loader>();
  const isRefused = useActionData<typeof action>() !== undefined;
  const { yearAwards: words } = useMessages(yearAwardsArea);
  const review = list?.review ?? waiting;
  if (!review) return null;
  return (
    <Page
      title={words.listTitle(review.title)}
      lead={words.listLead}
      trail={<ReviewTrail reviewId={review.id} title={review.title} />}
      actions={
        mayManage ? (
          <LinkButton to={proposePath(review.id)} icon={Award}>
            {words.propose}
          </LinkButton>
        ) : null
      }
    >
      <ReviewTabs reviewId={review.id} />
      {isRefused ? null : <DoneFlash done={done} />}
      {list ? <WholeList list={list} /> : null}
      {waiting ? (
        <>
          <EmptyState icon={Award} title={words.list.notLocked}>
            {words.list.notLockedBody}
          </EmptyState>
          {waiting.proposals.length > 0 ? (
            <Card title={words.list.proposals}>
              <ProposalList proposals={waiting.proposals} />
            </Card>
          ) : null}
        </>
      ) : null}
    </Page>
  );
}

function WholeList({ list }: { list: AwardList }) {
  const { me, mayManage, maySecond, id, today, words: said } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { yearAwards: words } = useMessages(yearAwardsArea);
  const say = useSayRejection();
  const { review, clusters, clusterTitles, lines, others } = list;
  const answerOf = (act: string) => (answer?.values.act === act ? answer : undefined);
  const known = new Set(lines.map(({ proposal }) => proposal.recipient.key));
  const isMissing = clusters.some(({ rows }) =>
    rows.some(({ villageId, standing }) => isOnList(standing) && !known.has(`village:${villageId}`)),
  );
  const general = answer && answer.values.act === undefined ? answer.problems.form : undefined;
  return (
    <>
      {general ? <Notice tone="danger">{say(general)}</Notice> : null}
      {clusters.map((cluster) => (
        <ClusterCard
          key={cluster.cluster ?? ""}
          cluster={cluster}
          title={cluster.cluster === null ? null : (clusterTitles[cluster.cluster] ?? cluster.cluster)}
          reviewId={review.id}
        />
      ))}
      {mayManage && isMissing ? (
        <Card>
          <Form method="post" className="grid gap-3">
            <p className="text-ink-soft">{words.list.prefillHint}</p>
            <div>
              <SubmitButton name="act" value="prefill" icon={ListPlus}>
                {words.list.prefill}
              </SubmitButton>
            </div>
          </Form>
        </Card>
      ) : null}
      <DepartureCard
        list={list}
        me={me}
        id={id}
        mayManage={mayManage}
        maySecond={maySecond}
        asking={answerOf("depart")}
        answering={answerOf("answer")}
      />
      {lines.length === 0 ? (
        <EmptyState icon={Award} title={words.list.noProposals}>
          {words.list.noProposalsBody}
        </EmptyState>
      ) : (
        <>
          <AwardLines lines={lines} words={said} />
          <MoneyCard list={list} />
          <FairCard fair={list.fair} />
          {mayManage ? <DecideForm lines={lines} today={today} answer={answerOf("decide")} /> : null}
        </>
      )}
      {others.length > 0 ? (
        <Card title={words.list.others}>
          <ProposalList proposals={others} />
        </Card>
      ) : null}
    </>
  );
}
