import { coverageDenominator } from "#app/domain/households/coverage-denominator.ts";
import { PRIORITIES } from "#app/domain/households/household.ts";
import {
  addParts,
  type RateParts,
  SMALLEST_GROUP_SHOWN,
  type SurveySegment,
} from "#app/domain/survey/rates.ts";
import { type GroupGap, gapBetween, groupGaps } from "#app/domain/targets/group-gap.ts";
import type { Measured } from "#app/domain/targets/measure.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { readSurveyRates, type VillageRates } from "#app/features/survey/read-survey-rates.server.ts";
import { type Flags, findHouseholdBook, type HouseholdBook } from "./count-households.server.ts";
import { findUrbanVillages } from "./find-areas.server.ts";
import { findPlanYear } from "./plan-year.server.ts";

const GAP_MEASURES = ["guided", "smartphone", "payment", "eid_level_2", "skilled"] as const;
export type GapMeasure = (typeof GAP_MEASURES)[number];

export interface GapSheet {
  readonly measure: GapMeasure;
  readonly all: Measured;
  readonly groups: readonly GroupGap[];
  /** Town before country, in hundredths of a point; null where either is unknown. */
  readonly townBeforeCountry: number | null;
}

export interface GapReport {
  readonly sheets: readonly GapSheet[];
  readonly villages: readonly { readonly id: number; readonly name: string; readonly isUrban: boolean }[];
}

/** E05, E06: town and country, and each group against everybody, by what the ledger and the survey know. */
export function readGaps(caller: Caller): Promise<GapReport> {
  const scope = caller.scope("targets.read-gaps");
  const communeId = onlyCommune(scope);
  const { today } = caller;
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const plan = await findPlanYear(tx, communeId, today);
    const villages = await findVillages(tx, communeId);
    const urban = await findUrbanVillages(tx, communeId);
    const book = await findHouseholdBook(tx, communeId, plan, today);
    const rates = (await readSurveyRates(tx, { communeId, on: today })) ?? [];
    const sheets = GAP_MEASURES.map((measure) => {
      const measuredOf = (place: (villageId: number) => boolean, segment: SurveySegment) =>
        hideFew(
          measure === "guided" ? guidedOf(book, place, segment) : askedOf(rates, measure, place, segment),
        );
      const all = measuredOf(() => true, "all");
      const town = measuredOf((id) => urban.has(id), "all");
      const country = measuredOf((id) => !urban.has(id), "all");
      const groups = groupGaps(all, [
        { key: "urban", ...town },
        { key: "rural", ...country },
        ...PRIORITIES.map((key) => ({ key, ...measuredOf(() => true, key) })),
      ]);
      return { measure, all, groups, townBeforeCountry: gapBetween(town, country) };
    });
    return {
      sheets,
      villages: villages.map(({ id, name }) => ({ id, name, isUrban: urban.has(id) })),
    };
  });
}

/** A figure of two would speak of two neighbours. */
function hideFew({ part, whole }: Measured): Measured {
  return whole === null || whole < SMALLEST_GROUP_SHOWN ? { part: 0, whole: null } : { part, whole };
}

function guidedOf(
  { listed, reached }: HouseholdBook,
  place: (villageId: number) => boolean,
  segment: SurveySegment,
): Measured {
  const isHere = (row: { readonly villageId: number; readonly flags: Flags }) =>
    place(row.villageId) && (segment === "all" || row.flags[PRIORITIES.indexOf(segment)] === true);
  const here = listed.filter(isHere);
  const households = here.reduce((sum, row) => sum + row.households, 0);
  const longAbsent = here.reduce((sum, row) => sum + row.longAbsent, 0);
  // The same list as the target's own figure: without those who are away for long.
  const whole = coverageDenominator({ households, longAbsent, adults: 0 });
  const part = reached
    .filter((row) => row.key === "guided" && isHere(row))
    .reduce((sum, { count }) => sum + count, 0);
  return { part: Math.min(part, whole), whole: whole === 0 ? null : whole };
}

function askedOf(
  rates: readonly VillageRates[],
  measure: Exclude<GapMeasure, "guided">,
  place: (villageId: number) => boolean,
  segment: SurveySegment,
): Measured {
  const parts: RateParts = addParts(
    rates.filter(({ villageId }) => place(villageId)).map(({ bySegment }) => bySegment[segment][measure]),
  );
  return { part: parts.numerator, whole: parts.denominator === 0 ? null : parts.denominator };
}
