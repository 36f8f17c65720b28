import { agreementRate } from "#app/domain/audits/agreement.ts";
import {
  attainmentOfMonths,
  teamTargetTenths,
  villageAttainment,
  villageTargetTenths,
} from "#app/domain/boards/attainment.ts";
import type { BoardAudience, BoardDefinition, BoardFigures } from "#app/domain/boards/board.ts";
import { coverageDenominator } from "#app/domain/households/coverage-denominator.ts";
import { publicNameOf } from "#app/domain/people/consent.ts";
import { shortenName } from "#app/domain/people/person-name.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { CELL_NAMES, MEMBER_FACTS, TEAM_FACTS, VILLAGE_FACTS } from "./board-facts.sql.ts";
import type { BoardMonth, BoardTally } from "./board-tally.ts";

export interface FiguresWish {
  readonly audience: BoardAudience;
  readonly asOf: Date;
  /** Months of the period that have begun, in order; never none. */
  readonly months: readonly BoardMonth[];
  readonly tally: BoardTally;
  /** People a team is asked to guide in a month. */
  readonly quota: number | null;
}

/** Names and what is asked beside the sums: every subject in its own way. */
export function findBoardFigures(
  tx: Tx,
  communeId: number,
  definition: BoardDefinition,
  wish: FiguresWish,
): Promise<BoardFigures[]> {
  switch (definition.subject) {
    case "member":
      return findMembers(tx, communeId, wish);
    case "team":
      return findTeams(tx, communeId, definition, wish);
    case "village":
      return findVillages(tx, communeId, definition, wish);
    case "youth_cell":
      return findCells(tx, communeId, wish);
    case "union":
      return Promise.resolve(wish.tally.ids.map((id) => figuresOf(id, id, null, wish.tally)));
  }
}

interface MemberRow {
  readonly id: string;
  readonly fullName: string;
  readonly team: string | null;
  readonly isErased: boolean;
  readonly isHidden: boolean;
  readonly isShortName: boolean;
  readonly isPublic: boolean;
  readonly isStaff: boolean;
}

async function findMembers(
  tx: Tx,
  communeId: number,
  { audience, months, tally }: FiguresWish,
): Promise<BoardFigures[]> {
  const { first, last } = daysOf(months);
  const values = [communeId, tally.ids, first, last];
  const rows = await tx.$queryRawUnsafe<MemberRow[]>(MEMBER_FACTS, ...values);
  return rows
    .filter(({ isStaff }) => !isStaff)
    .map((row) => ({
      ...figuresOf(row.id, nameFor(row, audience), row.team, tally),
      isHidden: audience !== "office" && row.isHidden,
    }));
}

/** T12: outside the commune only what the person agreed to; inside, short for whoever wants it short. */
function nameFor(row: MemberRow, audience: BoardAudience): string {
  const consents = row.isPublic ? [{ purpose: "public_full_name" as const, withdrawnAt: null }] : [];
  if (row.isErased || audience === "office") return row.fullName;
  if (row.isShortName) return shortenName(row.fullName);
  return audience === "public" ? publicNameOf(row, consents) : row.fullName;
}

interface TeamRow {
  readonly id: number;
  readonly name: string;
  readonly village: string | null;
  readonly villageId: number | null;
  readonly adults: number | null;
}

async function findTeams(
  tx: Tx,
  communeId: number,
  { category }: BoardDefinition,
  { months, tally, quota }: FiguresWish,
): Promise<BoardFigures[]> {
  const { first, last } = daysOf(months);
  const rows = await tx.$queryRawUnsafe<TeamRow[]>(TEAM_FACTS, communeId, category, first, last);
  return rows.map(({ id, name, village, villageId, adults }) => {
    const key = String(id);
    const besides = rows.filter((other) => villageId !== null && other.villageId === villageId).length;
    const targetTenths = teamTargetTenths(quota, adults, besides);
    const attained = months.map((month) => ({ people: tally.peopleOf(key, month.id), targetTenths }));
    const figures = figuresOf(key, name, village, tally);
    const people = attained.reduce((sum, month) => sum + month.people, 0);
    const target = targetTenths === null ? null : Math.floor((targetTenths * months.length) / 10);
    return {
      ...figures,
      attainment: attainmentOfMonths(attained),
      measures: { ...figures.measures, people, target },
    };
  });
}

interface VillageRow {
  readonly id: number;
  readonly name: string;
  readonly households: number | null;
  readonly adults: number | null;
  readonly longAbsent: number;
  readonly reached: number;
  readonly agrees: number;
  readonly differs: number;
  readonly teams: number;
}

async function findVillages(
  tx: Tx,
  communeId: number,
  { pillar, campaign }: BoardDefinition,
  { months, tally, asOf, quota }: FiguresWish,
): Promise<BoardFigures[]> {
  const { first, last, january, toMonth } = daysOf(months);
  const values = [communeId, january, toMonth, asOf, last, pillar, campaign, first];
  const rows = await tx.$queryRawUnsafe<VillageRow[]>(VILLAGE_FACTS, ...values);
  return rows.map((row) => {
    const key = String(row.id);
    const targetTenths = villageTargetTenths(quota, row.adults, row.teams);
    const attained = months.map((month) => ({ people: tally.peopleOf(key, month.id), targetTenths }));
    const { households, longAbsent, reached } = row;
    const householdsOf =
      households === null ? null : coverageDenominator({ households, longAbsent, adults: 0 });
    const figures = figuresOf(key, row.name, null, tally);
    return {
      ...figures,
      attainment: villageAttainment({
        months: attained,
        reached,
        households: householdsOf,
        agreement: agreementRate(row),
      }),
      measures: {
        ...figures.measures,
        people: attained.reduce((sum, month) => sum + month.people, 0),
        target: targetTenths === null ? null : Math.floor((targetTenths * months.length) / 10),
        households: householdsOf === null ? null : reached,
        householdsOf,
      },
    };
  });
}

async function findCells(tx: Tx, communeId: number, { tally }: FiguresWish): Promise<BoardFigures[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string; name: string; detail: string | null }[]>(
    CELL_NAMES,
    communeId,
    tally.ids,
  );
  return rows.map(({ id, name, detail }) => figuresOf(id, name, detail, tally));
}

function figuresOf(id: string, name: string, detail: string | null, tally: BoardTally): BoardFigures {
  const { points, youthPoints, members } = tally.pointsOf(id);
  return {
    id,
    name,
    detail,
    points,
    attainment: null,
    measures: {
      people: tally.peopleOf(id),
      target: null,
      households: null,
      householdsOf: null,
      youthPoints,
      members,
    },
    isHidden: false,
  };
}

function daysOf(months: readonly BoardMonth[]) {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) throw new Error("a board of no month has no figures");
  return {
    first: first.firstDay,
    last: last.lastDay,
    /** B13: coverage is the year's. */
    january: Math.floor(last.id / 100) * 100 + 1,
    toMonth: last.id,
  };
}
