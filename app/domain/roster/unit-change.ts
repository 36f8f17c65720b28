import { addDays, type LocalDate } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import { tidyDocumentNumber } from "./commune.ts";
import { villageNameKey } from "./village.ts";

// A26: villages and teams are merged, split and renamed by decision. The old unit ends the day before, the new
// one begins on the day; nothing that was counted in the old one moves, so its totals and papers stay true.

export const UNIT_KINDS = ["village", "team"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const UNIT_CHANGE_KINDS = ["merge", "split", "rename"] as const;
export type UnitChangeKind = (typeof UNIT_CHANGE_KINDS)[number];

export const MOST_PARTS = 6;

/** A village or team as it stands today. */
export interface StandingUnit {
  readonly id: number;
  readonly name: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  /** Only units of one place may become one: the village of a team, its school or its kind. */
  readonly place: string;
}

export interface WantedUnitChange {
  readonly kind: UnitChangeKind;
  readonly oldIds: readonly number[];
  readonly newNames: readonly string[];
  readonly effectiveOn: LocalDate;
  readonly decisionNumber: string;
  readonly decisionDate: LocalDate;
}

/** Which old unit goes into which new one; the new ones are named by their place in the list. */
export interface UnitPart {
  readonly oldId: number;
  readonly newIndex: number;
}

export interface JudgedUnitChange {
  readonly kind: UnitChangeKind;
  readonly old: readonly StandingUnit[];
  readonly newNames: readonly string[];
  readonly parts: readonly UnitPart[];
  readonly effectiveOn: LocalDate;
  /** The last day of the old units. */
  readonly lastDay: LocalDate;
  readonly decisionNumber: string;
  readonly decisionDate: LocalDate;
}

export type UnitChangeRefusal =
  | { readonly code: "unit_change_needs_old"; readonly minimum: number; readonly maximum: number }
  | { readonly code: "unit_change_needs_new"; readonly minimum: number; readonly maximum: number }
  | { readonly code: "unit_not_standing" }
  | { readonly code: "unit_change_before_start"; readonly name: string; readonly from: LocalDate }
  | { readonly code: "unit_change_in_future"; readonly today: LocalDate }
  | { readonly code: "unit_change_before_decision"; readonly decisionDate: LocalDate }
  | { readonly code: "unit_decision_malformed" }
  | { readonly code: "unit_name_taken"; readonly name: string }
  | { readonly code: "unit_name_unchanged" }
  | { readonly code: "units_of_different_places" };

/** How many units a change takes and makes. */
const COUNTS: Record<
  UnitChangeKind,
  { readonly old: readonly [number, number]; readonly new: readonly [number, number] }
> = {
  merge: { old: [2, MOST_PARTS], new: [1, 1] },
  split: { old: [1, 1], new: [2, MOST_PARTS] },
  rename: { old: [1, 1], new: [1, 1] },
};

/** `standing`: every unit of the kind that has not ended. What is entered is in force: nothing moves ahead of its day. */
export function judgeUnitChange(
  wanted: WantedUnitChange,
  standing: readonly StandingUnit[],
  today: LocalDate,
): Verdict<JudgedUnitChange, UnitChangeRefusal> {
  const counts = COUNTS[wanted.kind];
  const oldIds = [...new Set(wanted.oldIds)];
  const [fewestOld, mostOld] = counts.old;
  const [fewestNew, mostNew] = counts.new;
  if (oldIds.length < fewestOld || oldIds.length > mostOld) {
    return refused({ code: "unit_change_needs_old", minimum: fewestOld, maximum: mostOld });
  }
  if (wanted.newNames.length < fewestNew || wanted.newNames.length > mostNew) {
    return refused({ code: "unit_change_needs_new", minimum: fewestNew, maximum: mostNew });
  }
  const old = standing.filter(({ id, until }) => oldIds.includes(id) && until === null);
  if (old.length < oldIds.length) return refused({ code: "unit_not_standing" });
  if (new Set(old.map(({ place }) => place)).size > 1) return refused({ code: "units_of_different_places" });
  const refusal =
    refuseDays(wanted, old, today) ??
    refuseNames(
      wanted,
      old,
      standing.filter(({ id }) => !oldIds.includes(id)),
    );
  if (refusal) return refusal;
  return allowed({
    kind: wanted.kind,
    old,
    newNames: wanted.newNames,
    parts: old.flatMap(({ id }) => wanted.newNames.map((_, newIndex) => ({ oldId: id, newIndex }))),
    effectiveOn: wanted.effectiveOn,
    lastDay: addDays(wanted.effectiveOn, -1),
    decisionNumber: tidyDocumentNumber(wanted.decisionNumber),
    decisionDate: wanted.decisionDate,
  });
}

function refuseDays(
  { effectiveOn, decisionDate, decisionNumber }: WantedUnitChange,
  old: readonly StandingUnit[],
  today: LocalDate,
): ({ ok: false } & UnitChangeRefusal) | null {
  if (!/\d/.test(decisionNumber)) return refused({ code: "unit_decision_malformed" });
  if (effectiveOn > today) return refused({ code: "unit_change_in_future", today });
  if (effectiveOn < decisionDate) return refused({ code: "unit_change_before_decision", decisionDate });
  // The old unit keeps at least its first day, else it would never have been.
  const tooYoung = old.find(({ from }) => effectiveOn <= from);
  return tooYoung
    ? refused({ code: "unit_change_before_start", name: tooYoung.name, from: tooYoung.from })
    : null;
}

function refuseNames(
  { kind, newNames }: WantedUnitChange,
  old: readonly StandingUnit[],
  others: readonly StandingUnit[],
): ({ ok: false } & UnitChangeRefusal) | null {
  if (kind === "rename" && newNames[0] === old[0]?.name) return refused({ code: "unit_name_unchanged" });
  const taken = new Set(others.filter(({ until }) => until === null).map(({ name }) => villageNameKey(name)));
  for (const name of newNames) {
    const key = villageNameKey(name);
    if (taken.has(key)) return refused({ code: "unit_name_taken", name });
    taken.add(key);
  }
  return null;
}

/** "Tổ CNSCĐ Thôn 1" in a village that is now "Thôn Đông" is "Tổ CNSCĐ Thôn Đông"; a name of its own stays. */
export function renameAfterPlace(teamName: string, oldPlace: string, newPlace: string): string {
  const at = teamName.lastIndexOf(oldPlace);
  return at < 0 ? teamName : teamName.slice(0, at) + newPlace + teamName.slice(at + oldPlace.length);
}
