import { coverageDenominator, type HouseholdCounts } from "#app/domain/households/coverage-denominator.ts";
import type { Priority } from "#app/domain/households/household.ts";
import { nextHouseholdCode } from "#app/domain/households/household-code.ts";
import { householdReach, reachesVillage } from "#app/domain/households/household-reach.ts";
import { sightInVillage } from "#app/domain/households/label-sight.ts";
import { foldVietnamese } from "#app/domain/text/fold-vietnamese.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findHouseholdsForLogging, type HouseholdForLogging } from "./read-households-for-logging.server.ts";

export const HOUSEHOLD_PAGE_SIZE = 30;

export const HOUSEHOLD_FILTERS = ["waiting", "absent", "priority"] as const;
export type HouseholdFilter = (typeof HOUSEHOLD_FILTERS)[number];

export interface HouseholdQuery {
  readonly search: string;
  readonly filter: HouseholdFilter | null;
  readonly page: number;
}

export interface HouseholdLine {
  readonly id: string;
  readonly code: string;
  readonly lane: string | null;
  readonly head: string;
  readonly adults: number;
  readonly isLongAbsent: boolean;
  /** Away or back, waiting for the office. */
  readonly absenceProposed: boolean | null;
  readonly priorities: readonly Priority[];
  /** Those the reader may see. */
  readonly labels: readonly string[];
  readonly people: number;
}

export interface VillageHouseholds {
  readonly village: { readonly id: number; readonly name: string };
  readonly counts: HouseholdCounts & { readonly denominator: number };
  readonly waiting: number;
  readonly lines: readonly HouseholdLine[];
  readonly found: number;
  readonly page: number;
  readonly lastPage: number;
  readonly lanes: readonly string[];
  readonly nextCode: string;
}

/** Today's list of one village; null where there is none, or none for the caller's eyes. */
export async function readVillageHouseholds(
  caller: Caller,
  villageId: number,
  query: HouseholdQuery,
): Promise<VillageHouseholds | null> {
  const { communeId, permission, today, platform } = caller;
  if (communeId === null || !reachesVillage(householdReach(permission.grants, communeId), villageId))
    return null;
  const sight = sightInVillage(permission.grants, communeId, villageId);
  const scope = caller.scope("households.read-village");
  const read = await platform.db.withCommunes(scope, async (tx) => {
    const village = await tx.village.findFirst({
      where: { communeId, id: villageId, validTo: null },
      select: { id: true, name: true },
    });
    if (!village) return null;
    const listed = await findHouseholdsForLogging(tx, platform.keys, scope, villageId, { on: today, sight });
    return {
      village,
      lines: addFacts(listed, await readFacts(tx, communeId, villageId)),
      codes: await readCodes(tx, communeId, villageId),
    };
  });
  if (!read) return null;
  const { village, lines, codes } = read;
  const matching = lines.filter((line) => isAskedFor(line, query));
  const lastPage = Math.max(1, Math.ceil(matching.length / HOUSEHOLD_PAGE_SIZE));
  const page = Math.min(Math.max(1, query.page), lastPage);
  const counts = {
    households: lines.length,
    adults: lines.reduce((sum, { adults }) => sum + adults, 0),
    longAbsent: lines.filter(({ isLongAbsent }) => isLongAbsent).length,
  };
  return {
    village,
    counts: { ...counts, denominator: coverageDenominator(counts) },
    waiting: lines.filter(({ absenceProposed }) => absenceProposed !== null).length,
    lines: matching.slice((page - 1) * HOUSEHOLD_PAGE_SIZE, page * HOUSEHOLD_PAGE_SIZE),
    found: matching.length,
    page,
    lastPage,
    lanes: [...new Set(lines.flatMap(({ lane }) => lane ?? []))],
    nextCode: nextHouseholdCode(codes),
  };
}

interface FurtherFacts {
  readonly id: string;
  readonly adults: number;
  readonly absenceProposed: boolean | null;
}

function readFacts(tx: Tx, communeId: number, villageId: number): Promise<FurtherFacts[]> {
  return tx.household.findMany({
    where: { communeId, villageId, validTo: null },
    select: { id: true, adults: true, absenceProposed: true },
  });
}

async function readCodes(tx: Tx, communeId: number, villageId: number): Promise<string[]> {
  const rows = await tx.household.findMany({ where: { communeId, villageId }, select: { code: true } });
  return rows.map(({ code }) => code);
}

function addFacts(listed: readonly HouseholdForLogging[], facts: readonly FurtherFacts[]): HouseholdLine[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return listed.flatMap(({ slots, ...household }) => {
    const fact = byId.get(household.id);
    if (!fact) return [];
    return [
      {
        ...household,
        adults: fact.adults,
        absenceProposed: fact.absenceProposed,
        labels: slots.flatMap(({ label }) => label ?? []),
        people: slots.filter(({ isLabelled }) => isLabelled).length,
      },
    ];
  });
}

function isAskedFor(line: HouseholdLine, { search, filter }: HouseholdQuery): boolean {
  if (filter === "waiting" && line.absenceProposed === null) return false;
  if (filter === "absent" && !line.isLongAbsent) return false;
  if (filter === "priority" && line.priorities.length === 0) return false;
  const text = foldVietnamese([line.code, line.lane ?? "", line.head, ...line.labels].join(" "));
  return foldVietnamese(search)
    .split(" ")
    .every((word) => text.includes(word));
}
