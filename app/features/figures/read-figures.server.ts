import { PROJECT_06 } from "#app/domain/activity/record-figures.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  type FigureCell,
  type FigureMonth,
  type FigureSpan,
  type FigureSubject,
  type Figures,
  type RosterFigures,
  type SubjectFigures,
  workFiguresOf,
} from "#app/domain/figures/figures.ts";
import { peopleOf } from "#app/features/boards/board-facts.sql.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findActiveMembers } from "#app/features/roster/find-review-rules.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { figureCells, figureMonths, ROSTER_FIGURES } from "./figures.sql.ts";

/** Figures of verified work, read by whoever's scope holds the commune. */
export function readFigures(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  span: FigureSpan,
  today: LocalDate,
): Promise<Figures> {
  return platform.db.withCommunes(scope, (tx) => findFigures(tx, onlyCommune(scope), span, today));
}

/**
 * The one reader behind reports, targets and exports (rule 7): the same counting as boards and seals, by commune, village
 * and team. It keeps nothing. `today` bounds the day the roster is counted on.
 */
export async function findFigures(
  tx: Tx,
  communeId: number,
  span: FigureSpan,
  today: LocalDate,
): Promise<Figures> {
  const [from, to] = span.kind === "months" ? [span.fromMonth, span.toMonth] : [span.from, span.to];
  const months = await tx.$queryRawUnsafe<FigureMonth[]>(figureMonths(span.kind), communeId, from, to);
  const days = daysOf(span, months);
  const values = [communeId, from, to, PROJECT_06];
  const cells = await tx.$queryRawUnsafe<FigureCell[]>(figureCells(span.kind), ...values);
  const quota = span.kind === "months" ? await findQuotaCells(tx, communeId, span) : [];
  const rosterOn = days !== null && days.last < today ? days.last : today;
  const units = await findUnits(tx, communeId, days ?? { first: today, last: today }, rosterOn);
  const bySubject = new Map<string, FigureCell[]>();
  for (const cell of [...cells, ...quota]) {
    const key = `${cell.subject}/${cell.id}`;
    const known = bySubject.get(key);
    if (known) known.push(cell);
    else bySubject.set(key, [cell]);
  }
  const workOf = (subject: FigureSubject, id: number) =>
    workFiguresOf(bySubject.get(`${subject}/${id}`) ?? [], span.kind === "months" && subject !== "commune");
  const listOf = (subject: "village" | "team"): SubjectFigures[] =>
    units
      .filter((unit) => unit.subject === subject)
      .map(({ id, name, villageId, roster }) => ({ id, name, villageId, roster, ...workOf(subject, id) }));
  const whole = units.find(({ subject }) => subject === "commune");
  if (!whole) throw new Error("the roster of the commune could not be counted");
  return {
    span,
    days,
    months,
    rosterOn,
    commune: { roster: whole.roster, ...workOf("commune", communeId) },
    villages: listOf("village"),
    teams: listOf("team"),
  };
}

function daysOf(span: FigureSpan, months: readonly FigureMonth[]): Figures["days"] {
  if (span.kind === "days") return { first: span.from, last: span.to };
  const [first, last] = [months[0], months.at(-1)];
  return first && last ? { first: first.firstDay, last: last.lastDay } : null;
}

/** After everything that will ever be booked. */
const OPEN_END = new Date("9999-12-31T00:00:00Z");
const NO_MONTH = 0;

type MonthSpan = Extract<FigureSpan, { kind: "months" }>;

async function findQuotaCells(tx: Tx, communeId: number, span: MonthSpan): Promise<FigureCell[]> {
  const cells: FigureCell[] = [];
  for (const subject of ["village", "team"] as const) {
    for (const [id, people] of await findQuota(tx, communeId, span, subject))
      cells.push({ ...EMPTY_CELL, subject, id: String(id), dimension: "quota", key: "", people });
  }
  return cells;
}

/** B13: the figure of the boards, by the boards' own statement. */
export async function findQuota(
  tx: Tx,
  communeId: number,
  span: MonthSpan,
  subject: "village" | "team",
): Promise<ReadonlyMap<number, number>> {
  const [pillar, campaign, isYouthOnly] = [null, null, false];
  const spans = [span.fromMonth, span.toMonth, OPEN_END, NO_MONTH, NO_MONTH, OPEN_END];
  const values = [communeId, ...spans, pillar, campaign, isYouthOnly];
  const rows = await tx.$queryRawUnsafe<{ id: string; people: number }[]>(peopleOf(subject), ...values);
  const sums = new Map<number, number>();
  for (const { id, people } of rows) sums.set(Number(id), (sums.get(Number(id)) ?? 0) + people);
  return sums;
}

const EMPTY_CELL = {
  claims: 0,
  visits: 0,
  units: 0,
  people: 0,
  households: 0,
  points: 0,
  members: 0,
  turns: 0,
  dossiers: 0,
  signaturesMade: 0,
  signaturesUsed: 0,
};

interface UnitRow {
  readonly subject: FigureSubject;
  readonly id: number;
  readonly name: string;
  readonly villageId: number | null;
  readonly members: number;
  readonly women: number;
  readonly guests: number;
  readonly active: number;
}

type Unit = Pick<UnitRow, "subject" | "id" | "name" | "villageId"> & { readonly roster: RosterFigures };

export async function findUnits(
  tx: Tx,
  communeId: number,
  days: NonNullable<Figures["days"]>,
  rosterOn: LocalDate,
): Promise<Unit[]> {
  const active = await findActiveMembers(tx, communeId, rosterOn);
  const values = [communeId, days.first, days.last, rosterOn, active === null ? [] : [...active]];
  const rows = await tx.$queryRawUnsafe<UnitRow[]>(ROSTER_FIGURES, ...values);
  return rows.map(({ subject, id, name, villageId, members, women, guests, ...row }) => ({
    subject,
    id,
    name,
    villageId,
    roster: { members, women, guests, active: active === null ? null : row.active },
  }));
}
