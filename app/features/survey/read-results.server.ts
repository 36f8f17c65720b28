import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type SurveyProgress, sumProgress } from "#app/domain/survey/progress.ts";
import {
  addParts,
  type RateParts,
  SURVEY_RATE_KEYS,
  SURVEY_SEGMENTS,
  type SurveyRateKey,
  type SurveySegment,
} from "#app/domain/survey/rates.ts";
import { type RoundState, stateOfRound } from "#app/domain/survey/round.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { findProgress } from "./find-progress.server.ts";
import { findRound, findRounds } from "./find-rounds.server.ts";
import { type RatesBySegment, readSurveyRates } from "./read-survey-rates.server.ts";

export interface RoundLine {
  readonly id: string;
  readonly name: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly state: RoundState;
  readonly formVersion: number;
  readonly isPruned: boolean;
  readonly villages: number;
  readonly progress: SurveyProgress;
}

export function readRounds(caller: Caller): Promise<RoundLine[]> {
  const scope = caller.scope("survey.read-rounds");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const lines: RoundLine[] = [];
    for (const { villageIds, ...round } of await findRounds(tx, communeId)) {
      const progress = sumProgress([...(await findProgress(tx, communeId, round.id)).values()]);
      lines.push({
        ...round,
        state: stateOfRound(round, caller.today),
        villages: villageIds.length,
        progress,
      });
    }
    return lines;
  });
}

export interface VillageResult {
  readonly villageId: number;
  readonly name: string;
  readonly progress: SurveyProgress;
  readonly rates: Readonly<Record<SurveyRateKey, RateParts>>;
}

/** Town and country, as the village's kind says. */
export type Surroundings = "town" | "country";

export interface SurveyResults {
  readonly round: Omit<RoundLine, "progress" | "villages">;
  readonly villages: readonly VillageResult[];
  readonly progress: SurveyProgress;
  readonly rates: Readonly<Record<SurveyRateKey, RateParts>>;
  readonly bySegment: RatesBySegment;
  readonly bySurroundings: readonly {
    readonly key: Surroundings;
    readonly rates: Readonly<Record<SurveyRateKey, RateParts>>;
  }[];
}

/** F02: what a round found, in sums only; who answered what stays at the door. */
export function readResults(caller: Caller, roundId: string): Promise<SurveyResults | null> {
  const scope = caller.scope("survey.read-results");
  const communeId = onlyCommune(scope);
  const { platform, today } = caller;
  return platform.db.withCommunes(scope, async (tx) => {
    const round = await findRound(tx, communeId, roundId);
    if (!round) return null;
    const { villageIds: _, ...facts } = round;
    const on = today < round.lastDay ? today : round.lastDay;
    const found = (await readSurveyRates(tx, { communeId, on, roundId })) ?? [];
    const progress = await findProgress(tx, communeId, roundId);
    const places = await findVillages(tx, communeId);
    const all = found.map(({ bySegment }) => bySegment);
    const villages = places.flatMap(({ id, name }): VillageResult[] => {
      const rates = found.find(({ villageId }) => villageId === id)?.bySegment.all;
      return rates ? [{ villageId: id, name, progress: sumProgress([...of(progress.get(id))]), rates }] : [];
    });
    const inTown = new Set(places.filter(({ kind }) => kind !== "village").map(({ id }) => id));
    const partOf = (isTown: boolean) =>
      found.filter(({ villageId }) => inTown.has(villageId) === isTown).map(({ bySegment }) => bySegment);
    const surroundings = [
      { key: "town" as const, parts: partOf(true) },
      { key: "country" as const, parts: partOf(false) },
    ];
    return {
      round: { ...facts, state: stateOfRound(round, today) },
      villages,
      progress: sumProgress(villages.map((village) => village.progress)),
      rates: addRates(all, "all"),
      bySegment: Object.fromEntries(
        SURVEY_SEGMENTS.map((segment) => [segment, addRates(all, segment)]),
      ) as unknown as RatesBySegment,
      // One kind of place alone is no comparison.
      bySurroundings: surroundings.every(({ parts }) => parts.length > 0)
        ? surroundings.map(({ key, parts }) => ({ key, rates: addRates(parts, "all") }))
        : [],
    };
  });
}

function of<Value>(value: Value | undefined): Value[] {
  return value === undefined ? [] : [value];
}

function addRates(
  parts: readonly RatesBySegment[],
  segment: SurveySegment,
): Readonly<Record<SurveyRateKey, RateParts>> {
  return Object.fromEntries(
    SURVEY_RATE_KEYS.map((rate) => [rate, addParts(parts.map((part) => part[segment][rate]))]),
  ) as Record<SurveyRateKey, RateParts>;
}
