import { localDateAt, startOfDay } from "#app/domain/calendar/local-date.ts";
import type { CouncilMinutes, MinutesNominee, MinutesRound } from "#app/domain/council/minutes.ts";
import type {
  CouncilFacts,
  CouncilRound,
  Departure,
  NomineeKind,
} from "#app/domain/year-papers/paper-facts.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";

import type { CouncilWord } from "./nominee-list.ts";

const words = yearPaper.minutes;
const MINUTE_MS = 60_000;

/** The minutes of a session in the parts that papers print. */
export function councilFacts(
  minutes: CouncilMinutes,
  {
    name,
    kindOf,
    departures,
  }: {
    readonly name: string;
    readonly kindOf: (proposalId: string) => NomineeKind;
    readonly departures: readonly Departure[];
  },
): CouncilFacts {
  return {
    name,
    day: minutes.heldOn,
    opened: clockOf(minutes.beganAt),
    closed: minutes.endedAt === null ? null : clockOf(minutes.endedAt),
    place: minutes.place,
    members: minutes.members.map(({ name, position, role, attendance, proxyName }) => ({
      name,
      position,
      role,
      attendance,
      proxy: proxyName,
    })),
    guests: minutes.guests,
    counted: minutes.quorum.counted,
    quorum: minutes.quorum.needed,
    rounds: countedRounds(minutes).map((round) => roundOf(round, minutes, kindOf)),
    departures,
    dissent: minutes.dissents.map(({ memberName, nomineeName, text }) => ({
      name: memberName,
      opinion: nomineeName === null ? text : words.about(nomineeName, text),
    })),
    discussion: paragraphsOf(minutes.discussion),
    conclusion: paragraphsOf(minutes.conclusion),
  };
}

/** Rounds that were closed and counted; a withdrawn one says nothing. */
function countedRounds({ rounds }: Pick<CouncilMinutes, "rounds">): MinutesRound[] {
  return rounds.filter(({ state, result }) => state === "closed" && result !== null);
}

function isPassed({ outcome }: Pick<MinutesNominee, "outcome">): boolean {
  return outcome === "chosen" || outcome === "chosen_by_chair";
}

/** By proposal; a later round on the same one counts. */
export function councilWord(minutes: Pick<CouncilMinutes, "rounds">): NonNullable<CouncilWord> {
  return new Map(
    countedRounds(minutes).flatMap(({ result }) =>
      (result?.nominees ?? []).map((nominee) => [
        nominee.nomineeId,
        { agree: nominee.yes, of: result?.base ?? 0, isPassed: isPassed(nominee) },
      ]),
    ),
  );
}

function roundOf(
  round: MinutesRound,
  { form }: CouncilMinutes,
  kindOf: (proposalId: string) => NomineeKind,
): CouncilRound {
  const nominees = round.result?.nominees ?? [];
  const nameOf = new Map(nominees.map(({ nomineeId, name }) => [nomineeId, name]));
  const { chairSide } = round;
  return {
    title: round.title,
    mode: form === "written" ? "written" : round.mode,
    base: round.result?.base ?? 0,
    needed: round.result?.needed ?? 0,
    voters: round.voters,
    voted: round.voted,
    ballots: round.ballots,
    tellers: round.tellers,
    votes: nominees.map((nominee) => ({
      nominee: nominee.name,
      kind: kindOf(nominee.nomineeId),
      agree: nominee.yes,
      against: nominee.no,
      abstain: nominee.abstain + nominee.notVoted,
      isPassed: isPassed(nominee),
      note: words.outcomes[nominee.outcome],
    })),
    chairSide: chairSide && {
      name: chairSide.nomineeIds.map((id) => nameOf.get(id) ?? "").join(", "),
      reason: chairSide.reason.replace(/\.$/, ""),
    },
  };
}

function clockOf(instant: number): string {
  const minutes = Math.floor((instant - startOfDay(localDateAt(instant))) / MINUTE_MS);
  return words.clock(Math.floor(minutes / 60), minutes % 60);
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
