import type { Instant, LocalDate } from "#app/domain/calendar/local-date.ts";
import type { CapFact } from "#app/domain/points/caps.ts";
import type { LineKind } from "#app/domain/points/line.ts";
import type { VerifyRole } from "#app/domain/verification/may-verify.ts";

/** Months of booking, both included. */
export interface PointPeriod {
  readonly fromMonth: number;
  readonly toMonth: number;
}

/** One piece of work and what it brought this member in the period, corrections included. */
export interface PointEntry {
  readonly claimId: string;
  readonly activityKey: string;
  readonly activityName: string;
  readonly points: number;
  readonly award: number;
  readonly bonus: number;
  readonly priority: number;
  /** The part that does not earn again, and by which rule. */
  readonly repeat: { readonly rule: string; readonly points: number } | null;
  readonly isAdjustment: boolean;
  /** Something of it was taken back or written anew. */
  readonly isCorrected: boolean;
  readonly verifierName: string;
  readonly verifiedAs: VerifyRole;
  readonly decidedAt: Instant;
}

/** What a cap took, with the figures it can be told in where it stands today. */
export interface PointCut {
  readonly kind: LineKind;
  /** Of an own cap, the kind of work. */
  readonly activityName: string | null;
  readonly points: number;
  readonly fact: CapFact | null;
}

export interface PointDay {
  readonly workDate: LocalDate;
  readonly points: number;
  readonly entries: readonly PointEntry[];
  readonly cuts: readonly PointCut[];
}

export interface PointsOfMember {
  readonly memberId: string;
  readonly memberName: string;
  readonly period: PointPeriod;
  readonly total: number;
  /** The newest day first. */
  readonly days: readonly PointDay[];
  /** Caps over a whole month of work. */
  readonly monthCuts: readonly (PointCut & { readonly workMonth: number })[];
  readonly schemeVersions: readonly number[];
}

export interface PointLine {
  readonly key: string;
  readonly kind: LineKind;
  readonly rule: string;
  readonly points: number;
  readonly workDate: LocalDate;
  readonly isAdjustment: boolean;
  readonly schemeVersion: number;
  readonly claimId: string | null;
  readonly activityKey: string | null;
  readonly correctsSeq: string | null;
  readonly verifierName: string;
  readonly verifiedAs: VerifyRole;
  readonly decidedAt: Instant;
}

/** What the lines must be told with: the months they belong to, the names of work, and the caps as they stand. */
export interface PointTelling {
  monthOf(line: PointLine): number;
  nameOf(line: PointLine): string;
  readonly caps: readonly { readonly workMonth: number; readonly fact: CapFact }[];
}

interface Cut extends PointCut {
  readonly workMonth: number;
  /** Null for a cap over a whole month of work. */
  readonly workDate: LocalDate | null;
}

/** A member's lines, in the order they were booked, as days of work with what was cut from them. */
export function tellPoints(
  lines: readonly PointLine[],
  telling: PointTelling,
): Pick<PointsOfMember, "total" | "days" | "monthCuts" | "schemeVersions"> {
  const cuts = [...groupBy(lines.filter(isCap), ({ key }) => key).values()]
    .map((group) => cutOf(group, telling))
    .filter(({ points }) => points !== 0);
  const ofDays = lines.filter((line) => !isCap(line) || isOfDay(line));
  const days = [...groupBy(ofDays, ({ workDate }) => workDate)].map(([workDate, group]): PointDay => {
    const work = groupBy(
      group.filter((line) => !isCap(line)),
      ({ claimId }) => claimId ?? "",
    );
    return {
      workDate: workDate as LocalDate,
      points: sum(group),
      entries: [...work.values()].map((own) => entryOf(own, telling)),
      cuts: cuts
        .filter((cut) => cut.workDate === workDate)
        .map(({ workDate: _, workMonth: __, ...cut }) => cut),
    };
  });
  return {
    total: sum(lines),
    days: days.sort((left, right) => (left.workDate < right.workDate ? 1 : -1)),
    monthCuts: cuts.filter(({ workDate }) => workDate === null).map(({ workDate: _, ...cut }) => cut),
    schemeVersions: [...new Set(lines.map(({ schemeVersion }) => schemeVersion))].sort((a, b) => a - b),
  };
}

function cutOf(group: readonly PointLine[], { monthOf, nameOf, caps }: PointTelling): Cut {
  const [line] = group;
  if (!line) throw new Error("a cut without a line");
  const workMonth = monthOf(line);
  const workDate = isOfDay(line) ? line.workDate : null;
  const found = caps.find(
    ({ fact, ...each }) =>
      each.workMonth === workMonth &&
      fact.kind === line.kind &&
      fact.workDate === workDate &&
      (fact.kind !== "own_cap" || fact.activityKey === line.rule),
  );
  const activityName = line.kind === "own_cap" ? nameOf(line) : null;
  return {
    kind: line.kind,
    activityName,
    points: sum(group),
    fact: found?.fact ?? null,
    workMonth,
    workDate,
  };
}

function entryOf(lines: readonly PointLine[], { nameOf }: PointTelling): PointEntry {
  const last = lines.at(-1);
  if (!last) throw new Error("an entry without a line");
  const of = (kind: LineKind) => lines.filter((line) => line.kind === kind);
  const repeats = of("repeat");
  const verified =
    lines.filter(({ kind, correctsSeq }) => kind === "award" && correctsSeq === null).at(-1) ?? last;
  return {
    claimId: last.claimId ?? "",
    activityKey: last.activityKey ?? "",
    activityName: nameOf(last),
    points: sum(lines),
    award: sum(of("award")),
    bonus: sum(of("bonus")),
    priority: sum(of("priority")),
    repeat: sum(repeats) === 0 ? null : { rule: repeats.at(-1)?.rule ?? "", points: sum(repeats) },
    isAdjustment: lines.some(({ isAdjustment }) => isAdjustment),
    isCorrected: lines.some(({ correctsSeq }) => correctsSeq !== null),
    verifierName: verified.verifierName,
    verifiedAs: verified.verifiedAs,
    decidedAt: verified.decidedAt,
  };
}

function isCap({ claimId }: PointLine): boolean {
  return claimId === null;
}

/** A cap's key names its day or its month: only days are written with dashes between figures. */
function isOfDay({ key }: PointLine): boolean {
  return /:\d{4}-\d{2}-\d{2}:/.test(key);
}

function sum(lines: readonly PointLine[]): number {
  return lines.reduce((total, { points }) => total + points, 0);
}

function groupBy(
  lines: readonly PointLine[],
  keyOf: (line: PointLine) => string,
): Map<string, readonly PointLine[]> {
  const groups = new Map<string, PointLine[]>();
  for (const line of lines) {
    const group = groups.get(keyOf(line));
    if (group) group.push(line);
    else groups.set(keyOf(line), [line]);
  }
  return groups;
}
