import { localDateAt, startOfDay } from "#app/domain/calendar/local-date.ts";
import { type CouncilWord, councilWords, isPassed } from "#app/domain/council/council-word.ts";
import type { CouncilMinutes, MinutesRound } from "#app/domain/council/minutes.ts";
import type {
  CouncilFacts,
  CouncilRound,
  Departure,
  NomineeKind,
} from "#app/domain/year-papers/paper-facts.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";

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
  const rounds = countedRounds(minutes);
  // The minutes of a meeting say what that meeting came to, whatever a later one did.
  const counting = new Map(councilWords([minutes]).map((word) => [word.proposalId, word]));
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
    rounds: rounds.map((round) => roundOf(round, { form: minutes.form, rounds, counting, kindOf })),
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

interface Meeting {
  readonly form: CouncilMinutes["form"];
  readonly rounds: readonly MinutesRound[];
  readonly counting: ReadonlyMap<string, CouncilWord>;
  readonly kindOf: (proposalId: string) => NomineeKind;
}

function roundOf(round: MinutesRound, { form, rounds, counting, kindOf }: Meeting): CouncilRound {
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
    votes: nominees.map((nominee) => {
      const later = rounds.findIndex(
        ({ roundId }) => roundId === counting.get(nominee.nomineeId)?.roundId && roundId !== round.roundId,
      );
      return {
        nominee: nominee.name,
        kind: kindOf(nominee.nomineeId),
        agree: nominee.yes,
        against: nominee.no,
        abstain: nominee.abstain + nominee.notVoted,
        isPassed: isPassed(nominee.outcome),
        isReplaced: later >= 0,
        note: later < 0 ? words.outcomes[nominee.outcome] : words.votedAgain(later + 1),
      };
    }),
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
