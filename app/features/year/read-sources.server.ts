import { carriersOf, type UnitPart, type VillageLine } from "#app/domain/year/carriers.ts";
import type { Metric } from "#app/domain/year/criteria-sheet.ts";
import {
  SOURCES_OF,
  type SourceClaim,
  type SourceHousehold,
  type Sources,
} from "#app/domain/year/sources.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { VILLAGE_PARTS } from "./facts.sql.ts";
import { findEndedCampaigns, findGoodDeeds } from "./find-good-work.server.ts";
import { findReports } from "./find-village-facts.server.ts";
import type { ReviewPage } from "./read-review.server.ts";
import { LOOKS, PEOPLE_CLAIMS, REACHED_CLAIMS, SESSIONS } from "./sources.sql.ts";

interface Wish {
  readonly page: Pick<ReviewPage, "facts" | "sealed" | "coverageFrom">;
  readonly villageId: number;
  readonly metric: Metric;
  /** Of people, which are counted month by month; else it says nothing. */
  readonly month: number | null;
}

/** The rows behind one figure of a village, by the same statements that counted it; null where there is no such figure. */
export function readSources(
  caller: Pick<Caller, "platform" | "scope" | "now">,
  wish: Wish,
): Promise<Sources | null> {
  const scope = caller.scope("year.read-sources");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const { sealed } = wish.page;
    const [first, last] = [sealed[0], sealed.at(-1)];
    if (!first || !last) return null;
    const line = carriersOf(await tx.$queryRawUnsafe<UnitPart[]>(VILLAGE_PARTS, communeId), last.lastDay);
    const villages = await findCounted(tx, communeId, wish.villageId, line);
    const days = { firstDay: first.firstDay, lastDay: last.lastDay };
    switch (SOURCES_OF[wish.metric]) {
      case "claims":
        return findClaims(tx, communeId, wish, villages);
      case "households":
        return findHouseholds(tx, communeId, wish, last);
      case "looks": {
        const { coverageFrom } = wish.page;
        const looks = await tx.$queryRawUnsafe<Extract<Sources, { kind: "looks" }>["looks"][number][]>(
          LOOKS,
          communeId,
          coverageFrom,
          last.id,
          villages,
        );
        return {
          kind: "looks",
          looks: looks.map((look) => ({ ...look, claim: { ...look.claim, people: 0 } })),
        };
      }
      case "reports": {
        const reports = await findReports(tx, communeId, first.id, last.id, caller.now);
        const own = reports.filter(({ villageId }) => villages.includes(villageId));
        return { kind: "reports", reports: own.map(({ id, team, fact }) => ({ id, team, fact })) };
      }
      case "sessions": {
        const values = [communeId, days.firstDay, days.lastDay, villages];
        const sessions = await tx.$queryRawUnsafe<
          Extract<Sources, { kind: "sessions" }>["sessions"][number][]
        >(SESSIONS, ...values);
        return { kind: "sessions", sessions };
      }
      case "deeds": {
        const deeds = await findGoodDeeds(tx, communeId, days, line);
        const own = deeds.filter(({ villageId }) => villageId === wish.villageId);
        return { kind: "deeds", deeds: own.map(({ villageId: _, ...deed }) => deed) };
      }
      case "campaigns": {
        const campaigns = await findEndedCampaigns(tx, communeId, days, line);
        return {
          kind: "campaigns",
          campaigns: campaigns.map(({ villages: places, ...campaign }) => ({
            ...campaign,
            tookPart: places.has(wish.villageId),
          })),
        };
      }
      case "rates":
        return {
          kind: "rates",
          rates: wish.page.facts.find(({ villageId }) => villageId === wish.villageId)?.change ?? [],
        };
    }
  });
}

/** The village and those that went into it. */
async function findCounted(
  tx: Tx,
  communeId: number,
  villageId: number,
  { carrierOf }: VillageLine,
): Promise<number[]> {
  const rows = await tx.village.findMany({ where: { communeId }, select: { id: true } });
  return rows.map(({ id }) => id).filter((id) => carrierOf(id) === villageId);
}

const OPEN_END = new Date("9999-12-31T00:00:00Z");
const NO_MONTH = 0;

async function findClaims(
  tx: Tx,
  communeId: number,
  { page, month }: Wish,
  villages: readonly number[],
): Promise<Sources | null> {
  if (month === null || !page.sealed.some(({ id }) => id === month)) return null;
  const values = [
    communeId,
    month,
    month,
    OPEN_END,
    NO_MONTH,
    NO_MONTH,
    OPEN_END,
    null,
    null,
    false,
    villages,
  ];
  const rows = await tx.$queryRawUnsafe<{ claim: SourceClaim; people: number; all: number }[]>(
    PEOPLE_CLAIMS,
    ...values,
  );
  return {
    kind: "claims",
    month,
    people: rows[0]?.all ?? 0,
    claims: rows.map(({ claim, people }) => ({ ...claim, people })),
  };
}

async function findHouseholds(
  tx: Tx,
  communeId: number,
  { page, villageId, metric }: Wish,
  last: ReviewPage["sealed"][number],
): Promise<Sources> {
  const values = [communeId, page.coverageFrom, last.id, last.lastDay, villageId];
  const rows = await tx.$queryRawUnsafe<SourceHousehold[]>(REACHED_CLAIMS, ...values);
  const households = metric === "priority_groups" ? rows.filter(({ isPriority }) => isPriority) : rows;
  return {
    kind: "households",
    households: households.map((row) => ({ ...row, claim: { ...row.claim, people: 0 } })),
  };
}
