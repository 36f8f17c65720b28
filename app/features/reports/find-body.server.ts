import type { Board, BoardSubject } from "#app/domain/boards/board.ts";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { Figures, SubjectFigures } from "#app/domain/figures/figures.ts";
import {
  campaignCountersOf,
  REPORT_FORMAT,
  type ReportBody,
  type ReportLine,
  type ReportMeasures,
  type ReportSubject,
} from "#app/domain/reports/report.ts";
import { figureSpanOf, type ReportSpan, spanBefore } from "#app/domain/reports/report-period.ts";
import { readBoard } from "#app/features/boards/read-board.server.ts";
import { findCommune } from "#app/features/communes/read-commune.server.ts";
import { findSetting } from "#app/features/communes/read-settings.server.ts";
import { readDifficulties } from "#app/features/difficulties/read-difficulties.server.ts";
import { findFigures } from "#app/features/figures/read-figures.server.ts";
import { summariseSupport } from "#app/features/support/read-money.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findCarriedOver } from "./find-carried-over.server.ts";
import { findQuality, type Quality } from "./find-quality.server.ts";
import { findStandings } from "./find-standings.server.ts";
import { type CallRow, isConsolidated, type ReportRow, sectionsOf, spanOf } from "./report-rows.ts";

interface BodyWish {
  readonly communeId: number;
  readonly call: CallRow;
  readonly report: ReportRow;
  readonly now: Date;
  /** Of frozen figures, where many sheets of one period are sent at once. */
  readonly sources?: BodySources;
}

/** What the figures of every sheet of a period are taken from. */
export interface BodySources {
  readonly figures: Figures;
  readonly boards: Boards;
  readonly quality: Quality;
  readonly earlier: Figures | null;
}

export async function findSources(
  tx: Tx,
  {
    communeId,
    call,
    now,
  }: { readonly communeId: number; readonly call: Pick<CallRow, "periodKey">; readonly now: Date },
): Promise<BodySources> {
  const today = localDateAt(now.getTime());
  const span = spanOf(call);
  const figures = await findFigures(tx, communeId, figureSpanOf(span), today);
  return {
    figures,
    boards: await findBoards(tx, communeId, span, now),
    quality: await findQuality(tx, communeId, figures.months),
    earlier: await findEarlier(tx, communeId, span, today),
  };
}

/**
 * What the report says at this moment: the figures of the boards and seals (rule 7), and what was written. Sending
 * freezes it; until then every look reads it anew.
 */
export async function findBody(tx: Tx, wish: BodyWish): Promise<ReportBody> {
  const { communeId, call, report, now } = wish;
  const today = localDateAt(now.getTime());
  const span = spanOf(call);
  const sources = wish.sources ?? (await findSources(tx, wish));
  const { figures, boards, quality } = sources;
  const days = daysOf(span, figures, today);
  const subject = await findSubject(tx, communeId, report);
  const commune = await findCommune(tx, communeId);
  const base = {
    format: REPORT_FORMAT,
    subject,
    commune: {
      id: communeId,
      kind: commune.kind,
      name: commune.name,
      province: commune.province,
      words: (await findSetting(tx, communeId, "words")).value,
    },
    header: (await findSetting(tx, communeId, "document_header")).value,
    request: call.title === null ? null : { title: call.title, text: call.request },
    period: {
      kind: span.kind,
      key: span.key,
      year: span.kind === "range" ? null : span.year,
      ordinal: span.kind === "range" ? null : span.ordinal,
      firstDay: days.first,
      lastDay: days.last,
      months: figures.months,
      lateFrom: { sender: call.senderLateFrom.getTime(), office: call.officeLateFrom.getTime() },
    },
    figures: {
      readAt: now.getTime(),
      isFrozen:
        figures.months.length > 0 &&
        figures.months.every(({ state }) => state === "provisional" || state === "sealed"),
      isTrial: figures.months.some(({ isTrial }) => isTrial),
      rulesVersions: [...new Set(figures.months.map(({ schemeVersion }) => schemeVersion))].sort(
        (a, b) => a - b,
      ),
    },
    rosterOn: figures.rosterOn,
    sections: sectionsOf(report.sections),
    carriedOver: await findCarriedOver(tx, communeId, call, report),
    difficulties: await readDifficulties(tx, {
      communeId,
      firstDay: days.first,
      lastDay: days.last,
      ...(report.teamId === null ? {} : { teamId: report.teamId }),
    }),
  } satisfies Partial<ReportBody>;
  if (subject.is === "unit") return { ...base, ...OF_NO_FIGURES, roster: figures.commune.roster };
  return subject.is === "team"
    ? { ...base, ...bodyOfTeam(subject.id, figures, sources) }
    : {
        ...base,
        ...bodyOfCommune(figures, sources),
        support: await summariseSupport(tx, communeId, { from: days.first, to: days.last }),
        ...(await findStandings(tx, { communeId, call, now }, (standings) => ({
          teams: linesOf("team", figures.teams, boards, quality).map((line) => ({
            ...line,
            report: standings.get(line.id) ?? null,
          })),
        }))),
      };
}

/** The figures of a consolidated report without the report: the commune and a line for each village. */
export async function findConsolidated(tx: Tx, communeId: number, periodKey: string, now: Date) {
  const sources = await findSources(tx, { communeId, call: { periodKey }, now });
  const { months, teams } = sources.figures;
  return { months, teams: teams.length, ...bodyOfCommune(sources.figures, sources) };
}

const OF_NO_FIGURES = {
  work: null,
  measures: null,
  campaign: null,
  quality: null,
  before: null,
  village: null,
  villages: [],
  teams: [],
  units: [],
};

type Boards = Readonly<Record<"team" | "village", Board | null>>;

function bodyOfTeam(teamId: number, figures: Figures, { boards, quality, earlier }: BodySources) {
  const team = figures.teams.find(({ id }) => id === teamId);
  // Asked about days before it was founded: it says what it says, and has no figures.
  if (!team) return { ...OF_NO_FIGURES, roster: figures.commune.roster };
  const village = figures.villages.find(({ id }) => id === team.villageId) ?? null;
  const { roster, ...work } = withoutName(team);
  return {
    roster,
    work,
    measures: measuresOf(boards.team, teamId),
    campaign: campaignCountersOf(team),
    quality: team.villageId === null ? null : (quality.byVillage.get(team.villageId) ?? null),
    before: earlierOf(earlier?.teams, teamId),
    village: village && (linesOf("village", [village], boards, quality)[0] ?? null),
    villages: [],
    teams: [],
    units: [],
  };
}

function bodyOfCommune(figures: Figures, { boards, quality, earlier }: BodySources) {
  const { roster, ...work } = figures.commune;
  const { roster: _, ...before } = earlier?.commune ?? { roster: null };
  return {
    roster,
    work,
    measures: null,
    campaign: campaignCountersOf(work),
    quality: quality.all,
    before: earlier === null ? null : (before as typeof work),
    village: null,
    villages: linesOf("village", figures.villages, boards, quality),
  };
}

function linesOf(
  subject: "team" | "village",
  rows: readonly SubjectFigures[],
  boards: Boards,
  quality: Quality,
): ReportLine[] {
  return rows.map((row) => {
    const { roster, ...work } = withoutName(row);
    const villageId = subject === "village" ? row.id : row.villageId;
    return {
      id: row.id,
      name: row.name,
      villageId,
      roster,
      work,
      measures: measuresOf(boards[subject], row.id),
      quality: (villageId !== null && quality.byVillage.get(villageId)) || null,
      report: null,
    };
  });
}

function withoutName({ id: _, name: __, villageId: ___, ...figures }: SubjectFigures) {
  return figures;
}

function earlierOf(rows: readonly SubjectFigures[] | undefined, id: number) {
  const row = rows?.find((each) => each.id === id);
  if (!row) return null;
  const { roster: _, ...work } = withoutName(row);
  return work;
}

const NOT_MEASURED: ReportMeasures = {
  people: null,
  peopleAsked: null,
  households: null,
  householdsOf: null,
  attainment: null,
  rank: null,
};

function measuresOf(board: Board | null, id: number): ReportMeasures {
  const row = [...(board?.rows ?? []), ...(board?.hidden ?? [])].find((each) => each.id === String(id));
  if (!row) return NOT_MEASURED;
  const { people, target, households, householdsOf } = row.measures;
  return {
    people,
    peopleAsked: target,
    households,
    householdsOf,
    attainment: row.attainment === null ? null : Math.round(row.attainment),
    rank: row.rank,
  };
}

/** K02: what is attained is read from the boards; a half-year and a range of days have none. */
async function findBoards(tx: Tx, communeId: number, span: ReportSpan, now: Date): Promise<Boards> {
  if (span.kind === "range" || span.kind === "half") return { team: null, village: null };
  const read = (subject: Extract<BoardSubject, "team" | "village">) =>
    readBoard(
      tx,
      communeId,
      { subject, period: span.key, pillar: null, campaign: null, category: "village", isYouthOnly: false },
      { now: now.getTime(), audience: "office" },
    );
  return { team: await read("team"), village: await read("village") };
}

async function findEarlier(tx: Tx, communeId: number, span: ReportSpan, today: LocalDate) {
  const before = spanBefore(span);
  if (before === null) return null;
  const figures = await findFigures(tx, communeId, figureSpanOf(before), today);
  return figures.months.length === 0 ? null : figures;
}

async function findSubject(tx: Tx, communeId: number, report: ReportRow): Promise<ReportSubject> {
  if (isConsolidated(report)) return { is: "commune" };
  if (report.teamId !== null) {
    const team = await tx.team.findUniqueOrThrow({
      where: { communeId_id: { communeId, id: report.teamId } },
      select: { id: true, name: true, villageId: true },
    });
    const village =
      team.villageId === null
        ? null
        : await tx.village.findUnique({
            where: { communeId_id: { communeId, id: team.villageId } },
            select: { name: true },
          });
    return { is: "team", id: team.id, name: team.name, village: village?.name ?? null };
  }
  const unit = await tx.organisation.findUniqueOrThrow({
    where: { communeId_id: { communeId, id: report.organisationId ?? "" } },
    select: { id: true, name: true, kind: true },
  });
  return { is: "unit", id: unit.id, name: unit.name, kind: unit.kind as never };
}

/** Of a period whose months have not all begun yet, those that have; of one that has none, today. */
function daysOf(span: ReportSpan, figures: Figures, today: LocalDate) {
  return span.kind === "range"
    ? { first: span.from, last: span.to }
    : (figures.days ?? { first: today, last: today });
}
