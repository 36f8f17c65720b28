/** Lower-case hex SHA-256 of a text in UTF-8; handed in, as every outside thing is. */
export type HashText = (text: string) => string;

/** SCORING.md section 2, row 4: as many second looks for every village, large or small. */
export const LOOKS_PER_VILLAGE_AND_YEAR = 20;
/** T7: whatever arrived this shortly before the figures froze is looked at again, all of it. */
export const DEADLINE_MS = 48 * 60 * 60 * 1000;
/** Of two who verify each other oddly, so many claims are looked at in the month it showed. */
export const LOOKS_PER_PAIR = 5;

/** A verified claim of the month, as the lot sees it. */
export interface DrawableClaim {
  readonly id: string;
  readonly villageId: number | null;
  readonly isLate: boolean;
  /** Names the odd pair it belongs to; null for all others. */
  readonly pair: string | null;
}

export type DrawReason = "lot" | "deadline" | "pair";

export interface Draw {
  /** Pins the list of claims the draw was made from. */
  readonly root: string;
  readonly items: readonly { readonly claimId: string; readonly reason: DrawReason }[];
}

/** What village still has to be drawn for, by its number; claims of no village are one group of their own. */
export type Quotas = (villageId: number | null) => number;

/**
 * A draw that anybody can make again (docs/second-looks.md): a claim's ticket is the hash of the revealed secret, the
 * hash of the whole list, and the claim's id. The lowest tickets of each village are drawn. Before the secret is
 * told nobody can know a ticket; after, nobody can change one.
 */
export function drawClaims(
  secretHex: string,
  claims: readonly DrawableClaim[],
  quotas: Quotas,
  hash: HashText,
): Draw {
  const root = rootOf(claims, hash);
  const ticketed = claims
    .map((claim) => ({ ...claim, ticket: hash(`${secretHex}\n${root}\n${claim.id}`) }))
    .sort((left, right) => (left.ticket < right.ticket ? -1 : 1));
  const reasons = new Map<string, DrawReason>();
  const taken = new Map<number | null, number>();
  for (const { id, villageId } of ticketed) {
    const count = taken.get(villageId) ?? 0;
    if (count >= quotas(villageId)) continue;
    taken.set(villageId, count + 1);
    reasons.set(id, "lot");
  }
  const seen = new Map<string, number>();
  for (const { id, pair, isLate } of ticketed) {
    if (pair !== null) {
      const count = seen.get(pair) ?? 0;
      seen.set(pair, count + 1);
      if (count < LOOKS_PER_PAIR && !reasons.has(id)) reasons.set(id, "pair");
    }
    if (isLate && !reasons.has(id)) reasons.set(id, "deadline");
  }
  return {
    root,
    items: ticketed.flatMap(({ id }) => {
      const reason = reasons.get(id);
      return reason ? [{ claimId: id, reason }] : [];
    }),
  };
}

/** One line per claim, "<id> <village or ->", sorted, joined by line feeds without one at the end. */
export function rootOf(claims: readonly Pick<DrawableClaim, "id" | "villageId">[], hash: HashText): string {
  const lines = claims.map(({ id, villageId }) => `${id} ${villageId ?? "-"}`).sort();
  return hash(lines.join("\n"));
}

export interface YearSoFar {
  /** Year * 100 + month, as months are numbered. */
  readonly month: number;
  /** The first month of that year for which lots are drawn in this commune. */
  readonly firstMonth: number;
  readonly drawnBefore: number;
}

/**
 * How many to draw in a month, so that a year that began in any month ends with the full number, evenly. What a
 * quiet month could not give is made up for later.
 */
export function quotaOf({ month, firstMonth, drawnBefore }: YearSoFar, perYear: number): number {
  const first = firstMonth % 100;
  const months = 13 - first;
  const passed = Math.min(months, Math.max(1, (month % 100) - first + 1));
  return Math.max(0, Math.ceil((perYear * passed) / months) - drawnBefore);
}
