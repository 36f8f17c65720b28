import type { PaidClaim } from "#app/domain/points/unit-pay.ts";

export type Subject = "member" | "team" | "village" | "commune";

export interface StandingChange {
  readonly monthId: number;
  readonly subject: Subject;
  readonly id: string;
  points: number;
  claims: number;
  visits: number;
}

/** Where a claim counts with its visits, and for whom. */
export interface Counted {
  readonly monthId: number;
  readonly visits: number;
  readonly members: ReadonlySet<string>;
  readonly teams: ReadonlySet<number>;
  readonly villages: ReadonlySet<number>;
}

/**
 * A claim counts in the month that first booked it and in no other, as the seal counts it; one whose awards were taken
 * back in that same month counts nowhere.
 */
export function countedIn(
  awards: Readonly<Record<string, number>>,
  paid: PaidClaim | undefined,
): Counted | null {
  const first = Object.keys(awards)
    .map(Number)
    .sort((left, right) => left - right)[0];
  if (first === undefined || !paid || (awards[first] ?? 0) <= 0) return null;
  const awarded = new Set(
    paid.units.flatMap(({ shares }) =>
      shares.filter(({ award }) => award > 0).map(({ memberId }) => memberId),
    ),
  );
  const doers = paid.claim.participants.filter(({ memberId }) => awarded.has(memberId));
  return {
    monthId: first,
    visits: paid.claim.visits,
    members: awarded,
    teams: new Set(doers.map(({ teamId }) => teamId)),
    villages: new Set(doers.flatMap(({ villageId }) => villageId ?? [])),
  };
}

/** Sums per month and subject, gathered so that each row is touched once however many decisions a batch holds. */
export class StandingChanges {
  readonly #changes = new Map<string, StandingChange>();
  readonly #commune: string;

  constructor(communeId: number) {
    this.#commune = String(communeId);
  }

  addLines(
    lines: readonly {
      readonly monthId: number;
      readonly points: number;
      readonly memberId: string;
      readonly teamId: number;
      readonly villageId: number | null;
    }[],
  ): void {
    for (const { monthId, points, memberId, teamId, villageId } of lines) {
      this.#of(monthId, "member", memberId).points += points;
      this.#of(monthId, "team", String(teamId)).points += points;
      if (villageId !== null) this.#of(monthId, "village", String(villageId)).points += points;
      this.#of(monthId, "commune", this.#commune).points += points;
    }
  }

  addClaims(counted: Counted | null, sign: 1 | -1): void {
    if (!counted) return;
    const { monthId, visits } = counted;
    const count = (subject: Subject, id: string) => {
      const change = this.#of(monthId, subject, id);
      change.claims += sign;
      change.visits += sign * visits;
    };
    for (const id of counted.members) count("member", id);
    for (const id of counted.teams) count("team", String(id));
    for (const id of counted.villages) count("village", String(id));
    count("commune", this.#commune);
  }

  list(): StandingChange[] {
    return [...this.#changes.values()].filter(
      ({ points, claims, visits }) => points !== 0 || claims !== 0 || visits !== 0,
    );
  }

  #of(monthId: number, subject: Subject, id: string): StandingChange {
    const name = `${monthId}/${subject}/${id}`;
    const known = this.#changes.get(name);
    if (known) return known;
    const change: StandingChange = { monthId, subject, id, points: 0, claims: 0, visits: 0 };
    this.#changes.set(name, change);
    return change;
  }
}
