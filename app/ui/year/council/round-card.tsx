import type { ReactNode } from "react";
import type { CouncilWord } from "#app/domain/council/council-word.ts";
import type { CouncilMinutes, MinutesNominee, MinutesRound } from "#app/domain/council/minutes.ts";
import type { Outcome } from "#app/domain/council/tally.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { Card } from "../../kit/card.tsx";
import { DataTable } from "../../kit/data-table.tsx";
import { Pill, type Tone } from "../../kit/pill.tsx";
import { useFormat, useMessages } from "../../language.tsx";

const TONES = {
  chosen: "accent",
  chosen_by_chair: "accent",
  not_enough: "neutral",
  over_places: "neutral",
  lost_to_chair: "neutral",
  tied: "gold",
} as const satisfies Record<Outcome, Tone>;

/** One round: what it was about, how it was voted, and what came of it with its arithmetic. */
export function RoundCard({
  round,
  rules,
  words,
  children,
}: {
  round: MinutesRound;
  /** What counts of each proposal now. */
  words: readonly CouncilWord[];
  rules: CouncilMinutes["rules"];
  /** What the secretary does with it now. */
  children?: ReactNode;
}) {
  const { session: say, share } = useMessages(yearCouncilArea).yearCouncil;
  const { result, ballots, chairSide, tellers } = round;
  return (
    <Card title={say.roundOf(round.number, round.title)}>
      <div className="grid gap-4">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Pill tone={round.state === "open" ? "gold" : round.state === "closed" ? "accent" : "neutral"}>
            {say.roundStates[round.state]}
          </Pill>
          <span>{say.modes[round.mode]}</span>
          {round.places === null ? null : <span className="font-bold">{say.placesOf(round.places)}</span>}
        </p>
        {result ? (
          <>
            <p className="text-ink-soft">{say.arithmeticOf(result.base, share(rules.pass), result.needed)}</p>
            {ballots ? (
              <p className="text-ink-soft">
                {say.ballots(ballots.issued, ballots.returned, ballots.invalid)}{" "}
                {tellers ? say.tellersWere(tellers) : null}
              </p>
            ) : null}
            <ResultTable round={round} nominees={result.nominees} words={words} />
            {chairSide ? <p>{say.chairSaid(chairSide.reason)}</p> : null}
          </>
        ) : null}
        {children}
      </div>
    </Card>
  );
}

function ResultTable({
  round,
  nominees,
  words,
}: {
  round: MinutesRound;
  nominees: readonly MinutesNominee[];
  words: readonly CouncilWord[];
}) {
  const { session: say } = useMessages(yearCouncilArea).yearCouncil;
  const { date } = useFormat();
  const laterOn = (nomineeId: string) =>
    words.find(({ proposalId, roundId }) => proposalId === nomineeId && roundId !== round.roundId);
  return (
    <DataTable
      caption={say.roundOf(round.number, round.title)}
      hidesCaption
      rows={nominees}
      rowKey={({ nomineeId }) => nomineeId}
      columns={[
        {
          key: "name",
          header: say.nominee,
          cell: ({ name, hands }) => (
            <>
              {name}
              {hands && hands.no.length > 0 ? <Hands>{say.against(hands.no.join(", "))}</Hands> : null}
              {hands && hands.abstain.length > 0 ? (
                <Hands>{say.abstained(hands.abstain.join(", "))}</Hands>
              ) : null}
            </>
          ),
        },
        { key: "yes", header: say.yes, isFigure: true, cell: ({ yes }) => <strong>{yes}</strong> },
        { key: "no", header: say.no, isFigure: true, cell: ({ no }) => no },
        { key: "abstain", header: say.abstain, isFigure: true, cell: ({ abstain }) => abstain },
        { key: "rest", header: say.notVoted, isFigure: true, cell: ({ notVoted }) => notVoted },
        {
          key: "outcome",
          header: say.outcome,
          cell: ({ outcome, nomineeId }) => {
            const later = laterOn(nomineeId);
            return (
              <>
                <Pill tone={later ? "neutral" : TONES[outcome]}>{say.outcomes[outcome]}</Pill>
                {later ? (
                  <span className="mt-1 block text-sm">
                    {say.votedAgain(later.roundNumber, date(later.heldOn))}
                  </span>
                ) : null}
              </>
            );
          },
        },
      ]}
    />
  );
}

function Hands({ children }: { children: ReactNode }) {
  return <span className="block text-sm font-normal text-ink-soft">{children}</span>;
}
