import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Vote from "lucide-react/icons/vote";
import { MARK_PATHS } from "#app/domain/council/marks.ts";
import { COUNCIL_PATHS } from "#app/domain/council/minutes.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerOwnBallot } from "#app/features/council/answer-session-form.server.ts";
import { readOwnBallots } from "#app/features/council/read-council.server.ts";
import { countOwnMissing } from "#app/features/council/read-marks.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { BallotForm } from "#app/ui/year/council/ballot-form.tsx";

export const handle: PageHandle = { title: (say) => say(yearCouncilArea).vote.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "council.vote");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const done = new URL(args.request.url).searchParams.get("xong");
  return { live, ballots: await readOwnBallots(caller), marksMissing: await countOwnMissing(caller), done };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "council.vote");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerOwnBallot(caller, fields);
  if (!answer) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${COUNCIL_PATHS.vote}?xong=${answer.done}`);
}

export default function CouncilVote() {
  const { live, ballots, marksMissing, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { vote: words, marks: say } = useMessages(yearCouncilArea).yearCouncil;
  useLive(live);
  const isOpen = ballots.some(({ roundId }) => roundId === answer?.values.roundId);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="narrow"
      actions={
        marksMissing > 0 ? <LinkButton to={MARK_PATHS.own}>{say.toGive(marksMissing)}</LinkButton> : undefined
      }
    >
      {done !== null && !answer ? <Flash>{words.done}</Flash> : null}
      <ErrorSummary problems={isOpen ? undefined : answer?.problems} />
      {ballots.length === 0 ? (
        <EmptyState icon={Vote} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      {ballots.map((ballot) => (
        <BallotForm
          key={`${ballot.roundId} ${ballot.hasVoted}`}
          ballot={ballot}
          answer={answer?.values.roundId === ballot.roundId ? answer : undefined}
        />
      ))}
    </Page>
  );
}
