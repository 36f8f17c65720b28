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
  if (rates === null) return NOTHING_COUNTED;
  const partsOf = ({ bySegment }: VillageRates): RateParts => bySegment.all[rate];
  const here = rates.filter(({ villageId }) => places.some(({ id }) => id === villageId));
  const all = addParts(here.map(partsOf));
  return {
    ...NOTHING_COUNTED,
    commune: { part: all.numerator, whole: all.denominator === 0 ? null : all.denominator },
    unknown: all.unknown,
    villages: places.map(({ id, name }) => {
      const own = here.find(({ villageId }) => villageId === id);
      const { numerator, denominator } = own ? partsOf(own) : { numerator: 0, denominator: 0 };
      return { villageId: id, name, part: numerator, whole: denominator === 0 ? null : denominator };
    }),
  };
}
