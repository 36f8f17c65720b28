import type { LocalDate } from "../calendar/local-date.ts";
import type { ParticipationFigures } from "./certificate.ts";

/** A verified piece of work of one member. */
export interface ParticipatedClaim {
  readonly workDate: LocalDate;
  readonly minutes: number | null;
  readonly visits: number;
  readonly part: "claimant" | "helper" | "teacher";
  /** Keys of the known people in it; nobody can be named by one. */
  readonly people: readonly string[];
}

/** The same whatever order the work comes in: days and people are sets, the rest are sums. */
export function sumParticipation(claims: readonly ParticipatedClaim[]): ParticipationFigures {
  const timed = claims.filter(({ minutes }) => minutes !== null);
  return {
    claims: claims.length,
    days: new Set(claims.map(({ workDate }) => workDate)).size,
    minutes: timed.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    claimsWithMinutes: timed.length,
    people: new Set(claims.flatMap(({ people }) => people)).size,
    visits: claims.reduce((sum, { visits }) => sum + visits, 0),
    asTeacher: claims.filter(({ part }) => part === "teacher").length,
    asHelper: claims.filter(({ part }) => part === "helper").length,
  };
}
