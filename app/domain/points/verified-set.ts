import { type Rivalries, rivalriesOf } from "./repeats.ts";
import { type MemberMonth, type MonthScore, scoreMonths } from "./score.ts";
import type { PaidClaim } from "./unit-pay.ts";

/**
 * Verified claims, indexed so that a change asks only for what it can change: the months of those who did the work,
 * and of whoever competes with it. What it answers is what `dueLines` says of the whole set.
 */
export class VerifiedSet {
  readonly #claims = new Map<string, PaidClaim>();
  readonly #rivalries = new Map<string, Rivalries>();
  readonly #byMonth = new Map<string, Set<string>>();
  readonly #competing = new Map<string, Set<string>>();
  readonly #deciding = new Map<string, Set<string>>();

  get size(): number {
    return this.#claims.size;
  }

  get(claimId: string): PaidClaim | undefined {
    return this.#claims.get(claimId);
  }

  put(paid: PaidClaim): void {
    this.remove(paid.claim.id);
    this.#claims.set(paid.claim.id, paid);
    this.#rivalries.set(paid.claim.id, rivalriesOf(paid));
    this.#index(paid, (index, name) => {
      const ids = index.get(name);
      if (ids) ids.add(paid.claim.id);
      else index.set(name, new Set([paid.claim.id]));
    });
  }

  remove(claimId: string): void {
    const paid = this.#claims.get(claimId);
    if (!paid) return;
    this.#claims.delete(claimId);
    this.#index(paid, (index, name) => {
      const ids = index.get(name);
      ids?.delete(claimId);
      if (ids?.size === 0) index.delete(name);
    });
    this.#rivalries.delete(claimId);
  }

  /** The months that change when this claim comes or goes. */
  monthsAround(paid: PaidClaim): MemberMonth[] {
    const months = new Map<string, MemberMonth>();
    const add = ({ claim }: PaidClaim) => {
      for (const month of monthsOf(claim)) months.set(nameOf(month), month);
    };
    add(paid);
    for (const rival of this.#pick(this.#competing, rivalriesOf(paid).decides)) add(rival);
    return [...months.values()];
  }

  /** Scores these months; one in which nothing is due has no entry. */
  score(months: readonly MemberMonth[]): MonthScore[] {
    const wanted = new Set(months.map(nameOf));
    const own = this.#pick(this.#byMonth, wanted);
    const names = new Set(own.flatMap(({ claim }) => this.#rivalries.get(claim.id)?.competes ?? []));
    const claims = new Set([...own, ...this.#pick(this.#deciding, names)]);
    return scoreMonths([...claims], (month) => wanted.has(nameOf(month)));
  }

  #pick(index: ReadonlyMap<string, ReadonlySet<string>>, names: Iterable<string>): PaidClaim[] {
    const ids = new Set<string>();
    for (const name of names) for (const id of index.get(name) ?? []) ids.add(id);
    return [...ids].flatMap((id) => this.#claims.get(id) ?? []);
  }

  #index(paid: PaidClaim, change: (index: Map<string, Set<string>>, name: string) => void): void {
    const { competes, decides } = this.#rivalries.get(paid.claim.id) ?? rivalriesOf(paid);
    for (const month of monthsOf(paid.claim)) change(this.#byMonth, nameOf(month));
    for (const name of competes) change(this.#competing, name);
    for (const name of decides) change(this.#deciding, name);
  }
}

export function nameOf({ memberId, workMonth }: MemberMonth): string {
  return `${memberId}/${workMonth}`;
}

export function monthsOf({ participants, workMonth }: PaidClaim["claim"]): MemberMonth[] {
  return participants.map(({ memberId }) => ({ memberId, workMonth }));
}
