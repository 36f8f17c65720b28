import type { SurveyRateKey } from "#app/domain/survey/rates.ts";
import { addParts, type RateParts } from "#app/domain/survey/rates.ts";
import type { VillageRates } from "#app/features/survey/read-survey-rates.server.ts";
import { type Counted, NOTHING_COUNTED, type PlaceName } from "./counted.ts";

/** B07, B11, B16 to B18: what households and adults said of themselves; who was not asked is unknown, in neither number. */
export function countSurveyShare(
  rates: readonly VillageRates[] | null,
  places: readonly PlaceName[],
  rate: SurveyRateKey,
): Counted {
  return countShares(
    new Map(rates?.map(({ villageId, bySegment }) => [villageId, bySegment.all[rate]])),
    places,
  );
}

/** Shares told village by village (B21: the register of products tells them too); a village nobody told of is unknown. */
export function countShares(shares: ReadonlyMap<number, RateParts>, places: readonly PlaceName[]): Counted {
  const all = addParts(places.flatMap(({ id }) => shares.get(id) ?? []));
  return {
    ...NOTHING_COUNTED,
    commune: { part: all.numerator, whole: all.denominator === 0 ? null : all.denominator },
    unknown: all.unknown,
    villages: places.map(({ id, name }) => {
      const { numerator, denominator, unknown } = shares.get(id) ?? {
        numerator: 0,
        denominator: 0,
        unknown: 0,
      };
      return { villageId: id, name, part: numerator, whole: denominator === 0 ? null : denominator, unknown };
    }),
  };
}
