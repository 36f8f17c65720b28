import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { coverageDenominator } from "#app/domain/households/coverage-denominator.ts";
import { parseReportPeriod } from "#app/domain/reports/report-period.ts";
import { carriersOf, type UnitPart, type VillageLine } from "#app/domain/year/carriers.ts";
import type { CriteriaSheet, MonthFact, ReportFact, VillageFacts } from "#app/domain/year/criteria-sheet.ts";
import { daysLateOf, dueDayOf } from "#app/domain/year/days-late.ts";
import type { ResultMonth } from "#app/domain/year/review-result.ts";
import { peopleOf, VILLAGE_FACTS } from "#app/features/boards/board-facts.sql.ts";
import { ROSTER_FIGURES } from "#app/features/figures/figures.sql.ts";
import { findQuality } from "#app/features/reports/find-quality.server.ts";
import { findHouseholdBook, type HouseholdBook } from "#app/features/targets/count-households.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { ASSIGNED_PEOPLE, TEAM_REPORTS, VILLAGE_PARTS } from "./facts.sql.ts";
import { findChangeFacts } from "./find-change-facts.server.ts";
import { findEndedCampaigns, findGoodDeeds } from "./find-good-work.server.ts";
import type { ReviewMonths } from "./find-review-months.server.ts";
import { findTrainingFacts } from "./find-training-facts.server.ts";

export interface FactsWish {
  readonly communeId: number;
  readonly months: Pick<ReviewMonths, "sealed" | "coverageFrom">;
  readonly now: Date;
  readonly told: ReadonlyMap<number, VillageFacts["told"]>;
  readonly votes: ReadonlyMap<number, NonNullable<VillageFacts["votes"]>>;
  /** Of rates no target of the plan counts, in basis points. */
  readonly askedRates: ReadonlyMap<string, number>;
  /** Whether a sheet asks for the plan's own targets. */
  readonly wantsTargets: boolean;
}

export function wantsTargets(sheets: readonly CriteriaSheet[]): boolean {
  return sheets.some(({ groups }) =>
    groups.some(({ criteria }) =>
      criteria.some(
        ({ measure }) =>
          measure.by === "metric" &&
          measure.formula.kind === "attained_and_closed" &&
          measure.formula.rates === "targets_of_the_plan",
      ),
    ),
  );
}

/**
 * What every village did in a span of sealed months: counted as boards, reports and targets count it (K02), by the
 * village that stands on the last day. Nothing where no month is sealed.
 */
export async function findVillageFacts(tx: Tx, wish: FactsWish): Promise<VillageFacts[]> {
  const { communeId, months } = wish;
  const [first, last] = [months.sealed[0], months.sealed.at(-1)];
  if (!first || !last) return [];
  const days = { firstDay: first.firstDay, lastDay: last.lastDay };
  const line = carriersOf(await tx.$queryRawUnsafe<UnitPart[]>(VILLAGE_PARTS, communeId), last.lastDay);
  const villages = await findVillageRows(tx, wish, first, last);
  const standing = villages.filter(({ id }) => line.carrierOf(id) === id && stillStands(villages, id, line));
  const groups = new Map(
    standing.map(({ id }) => [
      id,
      villages.filter((village) => line.carrierOf(village.id) === id).map((village) => village.id),
    ]),
  );
  const people = await findPeople(tx, communeId, first.id, last.id);
  const assigned = await tx.$queryRawUnsafe<AssignedRow[]>(ASSIGNED_PEOPLE, communeId, first.id, last.id);
  const change = await findChangeFacts(tx, {
    communeId,
    ...days,
    asked: wish.askedRates,
    groups,
    wantsTargets: wish.wantsTargets,
  });
  const quality = await findQuality(
    tx,
    communeId,
    await findMonthIds(tx, communeId, months.coverageFrom, last.id),
  );
  const book = await findHouseholdBook(
    tx,
    communeId,
    { fromMonth: months.coverageFrom, toMonth: last.id },
    last.lastDay,
  );
  const hasPriority = book.listed.some(({ flags }) => flags.includes(true));
  const reports = await findReports(tx, communeId, first.id, last.id, wish.now);
  const training = await findTrainingFacts(tx, communeId, { ...days, now: wish.now }, line);
  const deeds = await findGoodDeeds(tx, communeId, days, line);
  const campaigns = await findEndedCampaigns(tx, communeId, days, line);
  const roster = await findRoster(tx, communeId, days);
  return standing.map((village): VillageFacts => {
    const members = groups.get(village.id) ?? [village.id];
    const isOwn = (villageId: number) => members.includes(villageId);
    const counted = months.sealed.filter((month) => isCounted(month, village.id, line));
    const own = deeds.filter(({ villageId }) => villageId === village.id);
    const { households, adults, longAbsent, reached } = village;
    return {
      villageId: village.id,
      name: village.name,
      households,
      adults,
      teams: teamsAtStart(
        villages.filter(({ id }) => isOwn(id)),
        village.id,
      ),
      members: roster.get(village.id)?.members ?? 0,
      women: roster.get(village.id)?.women ?? 0,
      proficientPeople: counted.map(
        ({ id }): MonthFact => ({
          month: id,
          people: sumWhere(people, (row) => row.monthId === id && isOwn(Number(row.id))) ?? 0,
          assigned: sumWhere(assigned, (row) => row.monthId === id && isOwn(row.villageId)),
        }),
      ),
      coverage: households === null ? null : { reached, households, absent: longAbsent },
      change: some(change.get(village.id)),
      agreement: looksOf(members, quality.byVillage),
      priorityGroups: hasPriority ? priorityOf(book, village.id) : null,
      reports: some(reports.filter(({ villageId }) => isOwn(villageId)).map(({ fact }) => fact)),
      training: training.get(village.id) ?? null,
      goodWork:
        deeds.length === 0
          ? null
          : {
              recognised: own.filter(({ key }) => key === "recognised").length,
              replicated: own.filter(({ key }) => key === "replicated").length,
              story: own.filter(({ key }) => key === "story").length,
            },
      campaigns:
        campaigns.length === 0
          ? null
          : {
              goal: campaigns.reduce(
                (sum, { villages: places, reached: goals }) => sum + (places.has(village.id) ? goals : 0),
                0,
              ),
            },
      told: wish.told.get(village.id) ?? {},
      ...votesOf(wish, village.id),
    };
  });
}

function votesOf({ votes }: FactsWish, villageId: number): Pick<VillageFacts, "votes"> {
  const own = votes.get(villageId);
  return own === undefined ? {} : { votes: own };
}

interface VillageRow {
  readonly id: number;
  readonly name: string;
  readonly households: number | null;
  readonly adults: number | null;
  readonly longAbsent: number;
  readonly reached: number;
  readonly teams: number;
  readonly until: LocalDate | null;
}

const OPEN_END = new Date("9999-12-31T00:00:00Z");

/** The very statement of the boards, with the last day of each village beside it. */
async function findVillageRows(
  tx: Tx,
  { communeId, months }: FactsWish,
  first: ResultMonth,
  last: ResultMonth,
): Promise<VillageRow[]> {
  const values = [
    communeId,
    months.coverageFrom,
    last.id,
    OPEN_END,
    last.lastDay,
    null,
    null,
    first.firstDay,
  ];
  const rows = await tx.$queryRawUnsafe<Omit<VillageRow, "until">[]>(VILLAGE_FACTS, ...values);
  const ends = await tx.$queryRaw<{ id: number; until: LocalDate | null }[]>`
    select id, valid_to::text as until from village where commune_id = ${communeId}`;
  const untilOf = new Map(ends.map(({ id, until }) => [id, until]));
  return rows
    .map((row) => ({ ...row, until: untilOf.get(row.id) ?? null }))
    .map((row) => (row.until !== null && row.until >= last.lastDay ? { ...row, until: null } : row));
}

/** One that ended without going into another, or was divided, is no village of this review. */
function stillStands(villages: readonly VillageRow[], id: number, { carrierOf }: VillageLine): boolean {
  return villages.some((village) => village.id === id && village.until === null && carrierOf(id) === id);
}

/** "Teams assigned at the start of the year": of the villages it is made of; of a new one, its own. */
function teamsAtStart(parts: readonly VillageRow[], id: number): number {
  const earlier = parts.filter((part) => part.id !== id);
  const own = parts.find((part) => part.id === id)?.teams ?? 0;
  return earlier.length === 0 ? own : earlier.reduce((sum, { teams }) => sum + teams, 0);
}

function isCounted(month: ResultMonth, villageId: number, { bornOn }: VillageLine): boolean {
  const born = bornOn.get(villageId);
  return born === undefined || month.firstDay >= born;
}

interface PeopleRow {
  readonly id: string;
  readonly monthId: number;
  readonly people: number;
}
interface AssignedRow {
  readonly villageId: number;
  readonly monthId: number;
  readonly people: number;
}

const NO_MONTH = 0;

/** B13, by the boards' own statement: people of a month, in a later one only with another service. */
function findPeople(tx: Tx, communeId: number, from: number, to: number): Promise<PeopleRow[]> {
  const values = [communeId, from, to, OPEN_END, NO_MONTH, NO_MONTH, OPEN_END, null, null, false];
  return tx.$queryRawUnsafe<PeopleRow[]>(peopleOf("village"), ...values);
}

function findMonthIds(tx: Tx, communeId: number, from: number, to: number): Promise<{ id: number }[]> {
  return tx.$queryRaw<{ id: number }[]>`
    select id from month where commune_id = ${communeId} and id between ${from} and ${to} order by id`;
}

function sumWhere<Row extends { readonly people: number }>(
  rows: readonly Row[],
  isMeant: (row: Row) => boolean,
): number | null {
  const meant = rows.filter(isMeant);
  return meant.length === 0 ? null : meant.reduce((sum, { people }) => sum + people, 0);
}

function some<Item>(items: readonly Item[] | undefined): readonly Item[] | null {
  return items === undefined || items.length === 0 ? null : items;
}

function looksOf(
  members: readonly number[],
  byVillage: ReadonlyMap<number, NonNullable<VillageFacts["agreement"]>>,
): VillageFacts["agreement"] {
  const found = members.flatMap((id) => byVillage.get(id) ?? []);
  if (found.length === 0) return null;
  return {
    agrees: found.reduce((sum, { agrees }) => sum + agrees, 0),
    differs: found.reduce((sum, { differs }) => sum + differs, 0),
    unreachable: found.reduce((sum, { unreachable }) => sum + unreachable, 0),
  };
}

/** E01: households of the list that need help first, the long absent left out as everywhere. */
function priorityOf({ listed, reached }: HouseholdBook, villageId: number): VillageFacts["priorityGroups"] {
  const here = listed.filter((row) => row.villageId === villageId && row.flags.includes(true));
  const households = here.reduce((sum, row) => sum + row.households, 0);
  const longAbsent = here.reduce((sum, row) => sum + row.longAbsent, 0);
  const registered = coverageDenominator({ households, longAbsent, adults: 0 });
  const done = reached
    .filter((row) => row.villageId === villageId && row.key === "guided" && row.flags.includes(true))
    .reduce((sum, { count }) => sum + count, 0);
  return registered === 0 ? null : { reached: Math.min(done, registered), registered };
}

interface ReportRow {
  readonly id: string;
  readonly periodKey: string;
  readonly lateFrom: number;
  readonly sentAt: number | null;
  readonly villageId: number;
  readonly team: string;
}

export interface VillageReport {
  readonly id: string;
  readonly team: string;
  readonly villageId: number;
  readonly fact: ReportFact;
}

/** Reports of the plan whose period lies in the span. One that is not due yet was not asked for yet. */
export async function findReports(
  tx: Tx,
  communeId: number,
  from: number,
  to: number,
  now: Date,
): Promise<VillageReport[]> {
  const rows = await tx.$queryRawUnsafe<ReportRow[]>(TEAM_REPORTS, communeId);
  return rows.flatMap(({ id, periodKey, lateFrom, sentAt, villageId, team }) => {
    const span = parseReportPeriod(periodKey);
    if (span === null || span.kind === "range" || span.fromMonth < from || span.toMonth > to) return [];
    if (sentAt === null && now.getTime() < lateFrom) return [];
    const fact = { periodKey, dueOn: dueDayOf(lateFrom), daysLate: daysLateOf(lateFrom, sentAt) };
    return [{ id, team, villageId, fact }];
  });
}

interface RosterRow {
  readonly subject: string;
  readonly id: number;
  readonly members: number;
  readonly women: number;
}

async function findRoster(
  tx: Tx,
  communeId: number,
  { firstDay, lastDay }: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
): Promise<ReadonlyMap<number, RosterRow>> {
  const rows = await tx.$queryRawUnsafe<RosterRow[]>(
    ROSTER_FIGURES,
    communeId,
    firstDay,
    lastDay,
    lastDay,
    [],
  );
  return new Map(rows.filter(({ subject }) => subject === "village").map((row) => [row.id, row]));
}
