import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { councilWords } from "./council-word.ts";
import type { MinutesRound } from "./minutes.ts";
import type { Outcome } from "./tally.ts";

const EARLY = "2026-12-01" as LocalDate;
const LATE = "2026-12-08" as LocalDate;

function round(number: number, closedAt: number | null, outcomes: Record<string, Outcome>): MinutesRound {
  const nominees = Object.entries(outcomes).map(([nomineeId, outcome]) => ({
    nomineeId,
    name: nomineeId,
    category: "collective" as const,
    award: "commendation" as const,
    yes: outcome === "chosen" ? 5 : 2,
    no: 0,
    abstain: 0,
    notVoted: 0,
    passes: outcome === "chosen",
    outcome,
    hands: null,
  }));
  return {
    roundId: `round ${closedAt}`,
    number,
    title: "Giấy khen",
    mode: "show",
    state: closedAt === null ? "withdrawn" : "closed",
    places: null,
    voters: 6,
    voted: 6,
    ballots: null,
    tellers: null,
    closedAt,
    result: closedAt === null ? null : { base: 6, needed: 4, nominees, chosen: 1, tiedPlaces: 0 },
    chairSide: null,
  };
}

const first = {
  sessionId: "first",
  heldOn: EARLY,
  rounds: [round(1, 10, { east: "not_enough", west: "chosen" }), round(2, 20, { east: "chosen" })],
};

describe("DOMAIN 2.5: what the council said of a proposal", () => {
  it("is the newest closed round on it; a proposal nobody voted on again keeps its word", () => {
    expect(councilWords([first])).toMatchObject([
      { proposalId: "east", roundNumber: 2, agree: 5, of: 6, isPassed: true, rounds: 2 },
      { proposalId: "west", roundNumber: 1, isPassed: true, rounds: 1 },
    ]);
  });

  it("may be said anew in a later session, in whatever order sessions are read; a withdrawn round says nothing", () => {
    const second = {
      sessionId: "second",
      heldOn: LATE,
      rounds: [round(1, 30, { west: "not_enough" }), round(2, null, { east: "not_enough" })],
    };
    for (const sessions of [
      [first, second],
      [second, first],
    ])
      expect(
        new Map(councilWords(sessions).map(({ proposalId, ...word }) => [proposalId, word])),
      ).toMatchObject(
        new Map([
          ["east", expect.objectContaining({ sessionId: "first", isPassed: true })],
          [
            "west",
            expect.objectContaining({ sessionId: "second", heldOn: LATE, isPassed: false, rounds: 2 }),
          ],
        ]),
      );
  });
});
