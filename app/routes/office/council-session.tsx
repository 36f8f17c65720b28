import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { COUNCIL_PATHS, type MinutesRound } from "#app/domain/council/minutes.ts";
import { allow, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerSessionForm } from "#app/features/council/answer-session-form.server.ts";
import { readSessionDesk } from "#app/features/council/read-council.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DescriptionList } from "#app/ui/kit/description-list.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { Notice } from "#app/ui/kit/notice.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { QuorumCard } from "#app/ui/year/council/quorum-card.tsx";
import { RoundCard } from "#app/ui/year/council/round-card.tsx";
import { ChairSideForm, OpenRound } from "#app/ui/year/council/round-forms.tsx";
import { SeatForm, SeatTable } from "#app/ui/year/council/seats.tsx";
import { SessionFlash } from "#app/ui/year/council/session-flash.tsx";
import { DissentForm, NewRoundForm, WordsForm } from "#app/ui/year/council/session-forms.tsx";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { desk }) => desk.minutes.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "council.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const reviewId = idParam(args.params.reviewId);
  const desk = await readSessionDesk(caller, reviewId, idParam(args.params.councilSession));
  if (!desk) throw notFound();
  const mayManage = desk.minutes.state === "open" && can(actor, "council.manage", { communeId }, today).ok;
  const done = new URL(args.request.url).searchParams.get("xong");
  const voteAt = `${platform.config.publicOrigins[0]}${COUNCIL_PATHS.vote}`;
  return { live, reviewId, desk, mayManage, voteAt, ids: newIds(caller, 2), done };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "council.read");
  const [reviewId, sessionId] = [idParam(args.params.reviewId), idParam(args.params.councilSession)];
  const fields = await receiveForm(args.request);
  const { communeId } = caller;
  if (communeId === null || fields === null) throw notFound();
  demand(args, caller, "council.manage", { communeId });
  const desk = await readSessionDesk(caller, reviewId, sessionId);
  const answer = desk && (await answerSessionForm(caller, desk, fields));
  if (!answer) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${COUNCIL_PATHS.session(reviewId, sessionId)}?xong=${answer.done}`);
}

export default function CouncilSession() {
  const { live, reviewId, desk, mayManage, voteAt, ids, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { title, forms, sessions, session: words } = useMessages(yearCouncilArea).yearCouncil;
  const format = useFormat();
  useLive(live);
  const { minutes } = desk;
  const answerOf = (act: string) => (answer?.values.act === act ? answer : undefined);
  const running = minutes.rounds.some(({ state }) => state === "open");
  return (
    <Page
      title={minutes.title}
      lead={`${forms[minutes.form]}, ${format.date(minutes.heldOn)}, ${minutes.place}`}
      trail={<Breadcrumb steps={[{ to: COUNCIL_PATHS.sessions(reviewId), label: title }]} />}
      actions={
        <Pill tone={minutes.state === "open" ? "gold" : "accent"}>{sessions.states[minutes.state]}</Pill>
      }
    >
      {answer ? null : <SessionFlash done={done} />}
      <QuorumCard minutes={minutes} />
      {mayManage && !running ? (
        <Disclosure
          summary={words.attendance}
          isOpen={answerOf("seats") !== undefined || !desk.isNoted || !minutes.quorum.isReached}
        >
          <SeatForm members={minutes.members} isNoted={desk.isNoted} answer={answerOf("seats")} />
        </Disclosure>
      ) : minutes.state === "open" ? (
        <Disclosure summary={words.attendance}>
          <SeatTable members={minutes.members} />
        </Disclosure>
      ) : (
        <Card>
          <SeatTable members={minutes.members} />
        </Card>
      )}
      <h2 className="text-2xl">{words.rounds}</h2>
      {minutes.rounds.length === 0 ? <p className="text-ink-soft">{words.noRounds}</p> : null}
      {minutes.rounds.map((round) => (
        <RoundCard key={round.roundId} round={round} rules={minutes.rules} words={desk.words}>
          {mayManage && round.state === "open" ? (
            <OpenRound {...peopleOf(desk, round)} round={round} voteAt={voteAt} answerOf={answerOf} />
          ) : null}
          {mayManage ? <ChairSideForm round={round} answer={answerOf("chair-side")} /> : null}
        </RoundCard>
      ))}
      {mayManage && !running && desk.isNoted ? (
        desk.proposals.length === 0 ? (
          <Notice tone="info">{words.noProposals}</Notice>
        ) : minutes.quorum.isReached ? (
          <Disclosure summary={words.openRound} isOpen={answerOf("open-round") !== undefined}>
            <NewRoundForm
              key={ids[0]}
              id={ids[0] ?? ""}
              proposals={desk.proposals}
              answer={answerOf("open-round")}
            />
          </Disclosure>
        ) : null
      ) : null}
      <Card title={words.dissents}>
        <div className="grid gap-4">
          {minutes.dissents.length === 0 ? <p className="text-ink-soft">{words.noDissents}</p> : null}
          {minutes.dissents.map(({ memberName, roundNumber, text }) => (
            <blockquote key={`${memberName} ${text}`} className="border-s-4 border-gold-edge ps-4">
              <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
              <p className="text-sm text-ink-soft">
                {roundNumber === null ? memberName : `${memberName}, ${words.aboutRound(roundNumber)}`}
              </p>
            </blockquote>
          ))}
          {mayManage ? (
            <Disclosure summary={words.addDissent} isOpen={answerOf("dissent") !== undefined}>
              <DissentForm
                key={ids[1]}
                id={ids[1] ?? ""}
                members={minutes.members}
                rounds={minutes.rounds}
                answer={answerOf("dissent")}
              />
            </Disclosure>
          ) : null}
        </div>
      </Card>
      <Card title={words.words}>
        {mayManage ? (
          <WordsForm minutes={minutes} answer={answerOf("words") ?? answerOf("close-session")} />
        ) : (
          <DescriptionList
            items={(["guests", "discussion", "conclusion"] as const).map((name) => ({
              term: words[name],
              value: <span className="whitespace-pre-line">{minutes[name] || words.none}</span>,
            }))}
          />
        )}
      </Card>
    </Page>
  );
}

/** Who has a vote in a round and what was written down for them. */
function peopleOf(desk: Loaded["desk"], round: MinutesRound) {
  const votes = desk.votes.filter(({ roundId }) => roundId === round.roundId);
  const voters = desk.voters.filter(({ roundId }) => roundId === round.roundId);
  return {
    voters: desk.minutes.members
      .filter(({ memberId }) => voters.some((voter) => voter.memberId === memberId))
      .map(({ memberId, name }) => ({
        memberId,
        name,
        hasVoted: voters.some((voter) => voter.memberId === memberId && voter.hasVoted),
        isOwn: votes.some((vote) => vote.memberId === memberId && vote.isOwn),
      })),
    nominees: desk.nominees
      .filter(({ roundId }) => roundId === round.roundId)
      .map(({ proposalId, name }) => {
        const who = (choice: string) =>
          votes
            .filter((vote) => vote.proposalId === proposalId && vote.choice === choice)
            .map(({ memberId }) => memberId);
        return { proposalId, name, no: who("no"), abstain: who("abstain") };
      }),
  };
}
