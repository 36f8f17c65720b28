import type { LocalDate } from "../calendar/local-date.ts";
import type { AwardForm, RecipientKey, RecipientKind } from "./award.ts";

// Money of awards by law, in whole đồng and coefficients in per mille. It is shown beside a proposal; the budget is
// decided elsewhere.

export interface BaseSalary {
  readonly from: LocalDate;
  readonly dong: number;
  readonly document: string;
}

/** Newest first; the level on the day of the decision counts (Nghị định 152/2025, Điều 49 khoản 1). */
export const BASE_SALARIES: readonly BaseSalary[] = [
  { from: "2026-07-01" as LocalDate, dong: 2_530_000, document: "161/2026/NĐ-CP" },
  { from: "2024-07-01" as LocalDate, dong: 2_340_000, document: "73/2024/NĐ-CP" },
];

/** Null before the first level the house knows. */
export function baseSalaryOn(day: LocalDate): BaseSalary | null {
  return BASE_SALARIES.find(({ from }) => from <= day) ?? null;
}

type PaidAs = "individual" | "collective" | "household";

const PAID_AS: Readonly<Record<RecipientKind, PaidAs>> = {
  village: "collective",
  team: "collective",
  unit: "collective",
  member: "individual",
  household: "household",
};

/** A household's giấy khen is one and a half times a person's. */
const PER_MILLE: Readonly<Record<AwardForm, Readonly<Partial<Record<PaidAs, number>>>>> = {
  commendation: { individual: 300, collective: 600, household: 450 },
  advanced_worker: { individual: 300 },
  grassroots_fighter: { individual: 1000 },
  advanced_collective: { collective: 800 },
  excellent_collective: { collective: 1500 },
  culture_village: { collective: 1500 },
};

/** Of the base salary; null where the form is not for such a recipient. */
export function coefficientOf(form: AwardForm, kind: RecipientKind): number | null {
  if (form === "culture_village" && kind !== "village") return null;
  return PER_MILLE[form][PAID_AS[kind]] ?? null;
}

const ROUNDED_UP_TO_DONG = 10_000;

/** Rounded up to ten thousand đồng (Điều 49 khoản 2). */
export function moneyOf(perMille: number, baseDong: number): number {
  const product = perMille * baseDong;
  const step = 1000 * ROUNDED_UP_TO_DONG;
  const rest = product % step;
  return (product + (rest === 0 ? 0 : step - rest)) / 1000;
}

export interface MoneyLine {
  readonly id: string;
  readonly recipient: RecipientKey;
  readonly kind: RecipientKind;
  readonly form: AwardForm;
}

export interface PaidLine {
  readonly id: string;
  readonly perMille: number;
  readonly dong: number;
  /** A higher title of the same list is paid instead. */
  readonly isCovered: boolean;
}

export interface MoneyOfList {
  readonly base: BaseSalary | null;
  readonly lines: readonly PaidLine[];
  readonly totalDong: number;
}

/**
 * What a list costs if it is decided on that day. Of several titles for one recipient only the highest is paid; a
 * title and a form are both paid (Điều 49 khoản 5 to 7).
 */
export function moneyOfList(lines: readonly MoneyLine[], day: LocalDate): MoneyOfList {
  const base = baseSalaryOn(day);
  const paid = lines.map((line): PaidLine => {
    const perMille = coefficientOf(line.form, line.kind) ?? 0;
    const isCovered = lines.some((other) => isTitle(line) && isPaidInstead(other, line));
    return { id: line.id, perMille, isCovered, dong: isCovered ? 0 : moneyOf(perMille, base?.dong ?? 0) };
  });
  return { base, lines: paid, totalDong: paid.reduce((sum, { dong }) => sum + dong, 0) };
}

function isTitle({ form }: MoneyLine): boolean {
  return form !== "commendation";
}

/** Equal titles: the one whose id comes first is paid, so that the order of the list changes nothing. */
function isPaidInstead(other: MoneyLine, line: MoneyLine): boolean {
  if (other.recipient !== line.recipient || !isTitle(other) || other.id === line.id) return false;
  const [theirs, ours] = [
    coefficientOf(other.form, other.kind) ?? 0,
    coefficientOf(line.form, line.kind) ?? 0,
  ];
  return theirs > ours || (theirs === ours && other.id < line.id);
}
