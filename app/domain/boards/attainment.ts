import { trustBasisPoints } from "../audits/agreement.ts";

// SCORING.md section 2: effort against what the place asks for, never volume. Whole numbers only.

const FULL = 10_000;
/** B13: 80 % of the households. */
const COVERAGE_ASKED = 8_000;
/** The weights of the first two rows of the village's sheet; the others have no figures on a board. */
const WEIGHT_OF_PEOPLE = 30;
const WEIGHT_OF_COVERAGE = 20;
const ADULTS_PER_TARGET = 10;

/** One month of a team or village: distinct proficient people, and what was asked in tenths of a person. */
export interface AttainedMonth {
  readonly people: number;
  /** Null where nothing says what to ask. */
  readonly targetTenths: number | null;
}

/** K01, B13, B22: a team's month is asked for the quota of its plan; where a plan has none, a tenth of its adults. */
export function teamTargetTenths(
  quota: number | null,
  adults: number | null,
  teamsOfVillage: number,
): number | null {
  if (quota !== null) return quota * 10;
  if (adults === null || adults === 0 || teamsOfVillage === 0) return null;
  return Math.max(10, Math.floor((adults * 10) / ADULTS_PER_TARGET / teamsOfVillage));
}

/** Small villages cannot guide people they do not have: the quota of the teams, at most a tenth of the adults. */
export function villageTargetTenths(
  quota: number | null,
  adults: number | null,
  teams: number,
): number | null {
  if (teams === 0) return null;
  const ofQuota = quota === null ? null : quota * teams * 10;
  const ofAdults = adults === null || adults === 0 ? null : Math.floor((adults * 10) / ADULTS_PER_TARGET);
  if (ofQuota === null || ofAdults === null) return ofQuota ?? ofAdults;
  return Math.min(ofQuota, ofAdults);
}

/** The mean over the months, each at most full; null while no month can be measured. */
export function attainmentOfMonths(months: readonly AttainedMonth[], trust = FULL): number | null {
  const measured = months.flatMap(({ people, targetTenths }) =>
    targetTenths === null || targetTenths === 0
      ? []
      : [Math.min(FULL, Math.floor((people * trust * 10) / targetTenths))],
  );
  if (measured.length === 0) return null;
  return Math.floor(measured.reduce((sum, each) => sum + each, 0) / measured.length);
}

export interface VillageEffort {
  readonly months: readonly AttainedMonth[];
  /** Households with one outcome "with help" or better since the year began. */
  readonly reached: number;
  /** What 80 % are taken of; null without a list. */
  readonly households: number | null;
  /** What second looks found, in basis points; null while they are too few to say. */
  readonly agreement: number | null;
}

/** Rows 1 and 2 of the sheet; a row nobody can measure is spread over the other, never a zero (rule 9). */
export function villageAttainment({ months, reached, households, agreement }: VillageEffort): number | null {
  const people = attainmentOfMonths(months, trustBasisPoints(agreement));
  const coverage = coverageAttainment(reached, households);
  const rows = [
    { share: people, weight: WEIGHT_OF_PEOPLE },
    { share: coverage, weight: WEIGHT_OF_COVERAGE },
  ].flatMap(({ share, weight }) => (share === null ? [] : [{ share, weight }]));
  const weights = rows.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return null;
  return Math.floor(rows.reduce((sum, { share, weight }) => sum + share * weight, 0) / weights);
}

function coverageAttainment(reached: number, households: number | null): number | null {
  if (households === null || households === 0) return null;
  return Math.min(FULL, Math.floor((reached * FULL * FULL) / (households * COVERAGE_ASKED)));
}
