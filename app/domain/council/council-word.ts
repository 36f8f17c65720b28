import type { LocalDate } from "../calendar/local-date.ts";
import type { CouncilMinutes } from "./minutes.ts";
import type { Outcome } from "./tally.ts";

/** What the council said of one proposal, in the newest closed round on it. */
export interface CouncilWord {
  readonly proposalId: string;
  readonly sessionId: string;
  readonly heldOn: LocalDate;
  readonly roundId: string;
  readonly roundNumber: number;
  readonly agree: number;
  /** Of how many. */
  readonly of: number;
  readonly outcome: Outcome;
  readonly isPassed: boolean;
  /** In how many closed rounds it was voted on. */
  readonly rounds: number;
}

/**
 * A council may vote on a proposal again, in the same session or a later one: the newest closed round counts, and
 * earlier ones stay in the minutes. Rounds that run or were withdrawn say nothing.
 */
export function councilWords(
  sessions: readonly Pick<CouncilMinutes, "sessionId" | "heldOn" | "rounds">[],
): CouncilWord[] {
  const closed = sessions
    .flatMap(({ sessionId, heldOn, rounds }) =>
      rounds.flatMap(({ result, closedAt, state, ...round }) =>
        state === "closed" && result !== null && closedAt !== null
          ? [{ ...round, sessionId, heldOn, result, closedAt }]
          : [],
      ),
    )
    .sort((earlier, later) => earlier.closedAt - later.closedAt || earlier.number - later.number);
  const words = new Map<string, CouncilWord>();
  for (const { sessionId, heldOn, roundId, number, result } of closed)
    for (const { nomineeId, yes, outcome } of result.nominees)
      words.set(nomineeId, {
        proposalId: nomineeId,
        sessionId,
        heldOn,
        roundId,
        roundNumber: number,
        agree: yes,
        of: result.base,
        outcome,
        isPassed: isPassed(outcome),
        rounds: (words.get(nomineeId)?.rounds ?? 0) + 1,
      });
  return [...words.values()];
}

export function isPassed(outcome: Outcome): boolean {
  return outcome === "chosen" || outcome === "chosen_by_chair";
}
