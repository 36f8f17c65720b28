import { type LocalDate, startOfDay } from "#app/domain/calendar/local-date.ts";
import { PRIORITIES } from "#app/domain/households/household.ts";
import type { Answers } from "#app/domain/survey/answers.ts";
import {
  type RateParts,
  rateOf,
  type SheetCount,
  SURVEY_RATE_KEYS,
  SURVEY_RATES,
  SURVEY_SEGMENTS,
  type SurveyRateKey,
  type SurveySegment,
} from "#app/domain/survey/rates.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface RatesWish {
  readonly communeId: number;
  /** The lists and the answers as they stood at the end of this day. */
  readonly on: LocalDate;
  /** One round; without it each household's newest answers, from whichever round. */
  readonly roundId?: string;
}

export type RatesBySegment = Readonly<Record<SurveySegment, Readonly<Record<SurveyRateKey, RateParts>>>>;

export interface VillageRates {
  readonly villageId: number;
  /** What the village's list holds: the whole that known and unknown make up. */
  readonly households: number;
  readonly adults: number;
  readonly bySegment: RatesBySegment;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * F01: the shares that targets are taken of, village by village; whoever has not answered is unknown, never zero.
 * Null where nobody has asked anything yet.
 */
export async function readSurveyRates(tx: Tx, wish: RatesWish): Promise<readonly VillageRates[] | null> {
  const villages = await findAsked(tx, wish);
  if (villages.length === 0) return null;
  const listed = await findListed(tx, wish);
  const sheets = [...(await findHouseholdSheets(tx, wish)), ...(await findAdultSheets(tx, wish))];
  const sums = wish.roundId === undefined ? [] : await findSums(tx, wish.communeId, wish.roundId);
  return villages.map(({ villageId }) => {
    const here = listed.filter((row) => row.villageId === villageId);
    const asked = sheets.filter((row) => row.villageId === villageId);
    const kept = sums.filter((row) => row.villageId === villageId);
    const counted = bySegment((segment) => ({
      listed: here.filter((row) => isOf(row.flags, segment)),
      sheets: asked.filter((row) => isOf(row.flags, segment)),
    }));
    return {
      villageId,
      households: sum(here.map(({ households }) => households)),
      adults: sum(here.map(({ adults }) => adults)),
      bySegment: kept.length === 0 ? counted : fromSums(kept, counted),
    };
  });
}

interface KeptSum extends RateParts {
  readonly villageId: number;
  readonly rate: string;
  readonly segment: string;
}

/** What a round found, where its persons' answers are gone. */
function findSums(tx: Tx, communeId: number, roundId: string): Promise<KeptSum[]> {
  return tx.$queryRaw<KeptSum[]>`
    select village_id as "villageId", rate, segment, numerator, denominator, unknown
      from survey_sum where commune_id = ${communeId} and round_id = ${roundId}::uuid`;
}

function fromSums(kept: readonly KeptSum[], otherwise: RatesBySegment): RatesBySegment {
  const rows = new Map(kept.map((row) => [`${row.segment}/${row.rate}`, row]));
  return Object.fromEntries(
    SURVEY_SEGMENTS.map((segment) => [
      segment,
      Object.fromEntries(
        SURVEY_RATE_KEYS.map((rate) => {
          const row = rows.get(`${segment}/${rate}`);
          const { numerator, denominator, unknown } = row ?? otherwise[segment][rate];
          return [rate, { numerator, denominator, unknown }];
        }),
      ),
    ]),
  ) as unknown as RatesBySegment;
}

interface Listed {
  readonly villageId: number;
  readonly flags: readonly boolean[];
  readonly households: number;
  readonly adults: number;
}

interface Sheet extends SheetCount {
  readonly villageId: number;
  readonly flags: readonly boolean[];
  readonly about: "household" | "adult";
  readonly answers: Answers | null;
}

interface Part {
  readonly listed: readonly Listed[];
  readonly sheets: readonly Sheet[];
}

function bySegment(partOf: (segment: SurveySegment) => Part): RatesBySegment {
  return Object.fromEntries(
    SURVEY_SEGMENTS.map((segment) => {
      const { listed, sheets } = partOf(segment);
      const size = {
        household: sum(listed.map(({ households }) => households)),
        adult: sum(listed.map(({ adults }) => adults)),
      };
      const rates = SURVEY_RATE_KEYS.map((rate) => {
        const { about } = SURVEY_RATES[rate];
        const own = sheets.filter((sheet) => sheet.about === about);
        return [rate, rateOf(rate, own, size[about])];
      });
      return [segment, Object.fromEntries(rates)];
    }),
  ) as unknown as RatesBySegment;
}

function isOf(flags: readonly boolean[], segment: SurveySegment): boolean {
  return segment === "all" || flags[PRIORITIES.indexOf(segment)] === true;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Villages that a round has come to. */
function findAsked(tx: Tx, { communeId, on, roundId }: RatesWish): Promise<{ villageId: number }[]> {
  return tx.$queryRaw<{ villageId: number }[]>`
    select v.village_id as "villageId"
      from survey_round_village v
      join survey_round r on r.commune_id = v.commune_id and r.id = v.round_id
     where v.commune_id = ${communeId} and r.first_day <= ${on}::date
       and (${roundId ?? null}::uuid is null or r.id = ${roundId ?? null}::uuid)
     group by v.village_id order by v.village_id`;
}

function findListed(tx: Tx, { communeId, on }: RatesWish): Promise<Listed[]> {
  return tx.$queryRaw<Listed[]>`
    select village_id as "villageId", array[is_elderly, is_disabled, is_minority, is_poor, is_remote] as flags,
           count(*)::int as households, sum(adults)::int as adults
      from household
     where commune_id = ${communeId} and valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date)
     group by 1, 2`;
}

/** A door that stayed shut does not take away what was answered there before. */
function findHouseholdSheets(tx: Tx, { communeId, on, roundId }: RatesWish): Promise<Sheet[]> {
  return tx.$queryRaw<Sheet[]>`
    select h.village_id as "villageId", array[h.is_elderly, h.is_disabled, h.is_minority, h.is_poor, h.is_remote] as flags,
           'household' as about, case when f.outcome in ('refused', 'absent') then null else f.answers end as answers,
           count(*)::int as count
      from (select distinct on (household_id) * from survey_form
             where commune_id = ${communeId} and taken_at < ${endOf(on)}
               and (${roundId ?? null}::uuid is null or round_id = ${roundId ?? null}::uuid)
             order by household_id, (coalesce(outcome, 'answered') <> 'answered'), taken_at desc) f
      join household h on h.commune_id = f.commune_id and h.id = f.household_id
     where h.commune_id = ${communeId} and h.valid_from <= ${on}::date and (h.valid_to is null or h.valid_to >= ${on}::date)
     group by 1, 2, 3, 4`;
}

function findAdultSheets(tx: Tx, { communeId, on, roundId }: RatesWish): Promise<Sheet[]> {
  return tx.$queryRaw<Sheet[]>`
    select h.village_id as "villageId", array[h.is_elderly, h.is_disabled, h.is_minority, h.is_poor, h.is_remote] as flags,
           'adult' as about, case when a.outcome in ('refused', 'absent') then null else a.answers end as answers,
           count(*)::int as count
      from (select distinct on (household_id) * from survey_form
             where commune_id = ${communeId} and taken_at < ${endOf(on)}
               and (${roundId ?? null}::uuid is null or round_id = ${roundId ?? null}::uuid)
             order by household_id, (coalesce(outcome, 'answered') <> 'answered'), taken_at desc) f
      join household h on h.commune_id = f.commune_id and h.id = f.household_id
      join survey_adult a on a.commune_id = f.commune_id and a.round_id = f.round_id and a.household_id = f.household_id
     where h.commune_id = ${communeId} and h.valid_from <= ${on}::date and (h.valid_to is null or h.valid_to >= ${on}::date)
     group by 1, 2, 3, 4`;
}

function endOf(day: LocalDate): Date {
  return new Date(startOfDay(day) + DAY_MS);
}
