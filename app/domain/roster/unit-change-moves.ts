import { addDays, type LocalDate } from "../calendar/local-date.ts";
import type { Membership, TeamRole } from "../people/membership.ts";

/** A time in a team that reaches beyond the last day of that team. */
export interface MovingTime extends Membership {
  readonly id: string;
}

/** A time in the new team, made out of one in the old. */
export interface MovedTime {
  readonly fromId: string;
  readonly memberId: string;
  readonly teamId: string;
  readonly role: TeamRole;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

export interface TeamMoves {
  /** Ends on the last day of the old team: what was done until then stays where it was done. */
  readonly closes: readonly { readonly id: string; readonly until: LocalDate }[];
  /** Would have begun in a team that is no more: taken out, and begun in the new one. */
  readonly withdraws: readonly string[];
  readonly opens: readonly MovedTime[];
}

const STRENGTH: Record<TeamRole, number> = { leader: 0, deputy: 1, member: 2 };

/**
 * Memberships move with the date. Somebody who was in two of the merged teams has one time in the new one,
 * under the stronger of the two roles, and no day is covered twice.
 */
export function moveMemberships(
  times: readonly MovingTime[],
  newTeamOf: (time: MovingTime) => string | null,
  effectiveOn: LocalDate,
): TeamMoves {
  const lastDay = addDays(effectiveOn, -1);
  const reaching = times.filter(({ until }) => until === null || until >= effectiveOn);
  const laid = new Map<string, MovedTime[]>();
  const byStrength = [...reaching].sort(
    (a, b) => STRENGTH[a.role] - STRENGTH[b.role] || compare(a.from, b.from) || compare(a.id, b.id),
  );
  for (const time of byStrength) {
    const teamId = newTeamOf(time);
    if (teamId === null) continue;
    const key = `${time.memberId}/${teamId}`;
    const there = laid.get(key) ?? [];
    const from = time.from < effectiveOn ? effectiveOn : time.from;
    const pieces = subtract({ from, until: time.until }, there);
    const { memberId, role } = time;
    laid.set(key, [
      ...there,
      ...pieces.map((piece) => ({ fromId: time.id, memberId, teamId, role, ...piece })),
    ]);
  }
  return {
    closes: reaching.filter(({ from }) => from < effectiveOn).map(({ id }) => ({ id, until: lastDay })),
    withdraws: reaching.filter(({ from }) => from >= effectiveOn).map(({ id }) => id),
    opens: [...laid.values()].flat(),
  };
}

interface Span {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** What of the span is not covered by the others, which never cover a day twice themselves. */
function subtract(span: Span, others: readonly Span[]): Span[] {
  return others.reduce<Span[]>(
    (left, other) =>
      left.flatMap((piece) => {
        const isApart =
          (other.until !== null && other.until < piece.from) ||
          (piece.until !== null && piece.until < other.from);
        if (isApart) return [piece];
        const pieces: Span[] = [];
        if (piece.from < other.from) pieces.push({ from: piece.from, until: addDays(other.from, -1) });
        if (other.until !== null && (piece.until === null || other.until < piece.until)) {
          pieces.push({ from: addDays(other.until, 1), until: piece.until });
        }
        return pieces;
      }),
    [span],
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
