import { makeSortKey } from "../text/sort-key.ts";

/** What an upper tier reads of one commune: counts, and never a person (A29). */
export interface CommuneFigures {
  readonly communeId: number;
  readonly name: string;
  readonly province: string;
  /** Null where communes stand right under the province (A02). */
  readonly district: string | null;
  readonly villages: number;
  readonly villagesWithTeam: number;
  readonly teams: number;
  readonly members: number;
  /** Null while the commune keeps no month: missing is not zero. */
  readonly verifiedThisMonth: number | null;
  readonly lastSeal: { readonly monthId: number; readonly sha256: string } | null;
}

export interface Coverage {
  readonly part: number;
  readonly whole: number;
  /** Null where there is nothing to be covered. */
  readonly basisPoints: number | null;
}

export interface TierSummary {
  /** A07: teams formed in 100% of communes. */
  readonly communes: Coverage;
  readonly villages: Coverage;
  readonly members: number;
  /** The sum over those that have figures; null where none has. */
  readonly verifiedThisMonth: number | null;
  readonly communesWithFigures: number;
}

export function coverageOf(part: number, whole: number): Coverage {
  return { part, whole, basisPoints: whole === 0 ? null : Math.floor((part * 10_000) / whole) };
}

export function summariseTier(communes: readonly CommuneFigures[]): TierSummary {
  const sum = (pick: (figures: CommuneFigures) => number) =>
    communes.reduce((total, figures) => total + pick(figures), 0);
  const known = communes.flatMap(({ verifiedThisMonth }) => verifiedThisMonth ?? []);
  return {
    communes: coverageOf(communes.filter(({ teams }) => teams > 0).length, communes.length),
    villages: coverageOf(
      sum(({ villagesWithTeam }) => villagesWithTeam),
      sum(({ villages }) => villages),
    ),
    members: sum(({ members }) => members),
    verifiedThisMonth: known.length === 0 ? null : known.reduce((total, each) => total + each, 0),
    communesWithFigures: known.length,
  };
}

export interface TierGroup {
  readonly province: string;
  readonly district: string | null;
  readonly communes: readonly CommuneFigures[];
}

/** Province by province, district by district; communes without a district stand together. Keeps the given order. */
export function groupByTier(communes: readonly CommuneFigures[]): TierGroup[] {
  const groups = new Map<string, TierGroup & { readonly communes: CommuneFigures[] }>();
  for (const figures of communes) {
    const { province, district } = figures;
    const key = JSON.stringify([province, district]);
    const group = groups.get(key);
    if (group) group.communes.push(figures);
    else groups.set(key, { province, district, communes: [figures] });
  }
  return [...groups.values()];
}

/** By the names of provinces, of districts (communes right under the province first) and of communes. */
export function inOrderOfNames(communes: readonly CommuneFigures[]): CommuneFigures[] {
  const key = (name: string | null) => (name === null ? "" : makeSortKey(name));
  return communes
    .map((figures) => ({
      figures,
      keys: [key(figures.province), key(figures.district), key(figures.name)],
    }))
    .sort(
      (one, other) => compareKeys(one.keys, other.keys) || one.figures.communeId - other.figures.communeId,
    )
    .map(({ figures }) => figures);
}

function compareKeys(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((key, index) => key !== other[index]);
  if (at < 0) return 0;
  return (one[at] ?? "") < (other[at] ?? "") ? -1 : 1;
}
