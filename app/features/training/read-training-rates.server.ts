import { type LocalDate, localDateAt, startOfDay } from "#app/domain/calendar/local-date.ts";
import { type TrainingRates, trainingRates } from "#app/domain/training/training-book.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findTrainingBook } from "./find-training-book.server.ts";

export interface RatesWish {
  readonly communeId: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly now: Date;
  /** Teams to speak of one by one, beside the commune as a whole. */
  readonly teamIds?: readonly number[];
}

export interface CommuneTrainingRates {
  readonly commune: TrainingRates;
  readonly byTeam: ReadonlyMap<number, TrainingRates>;
}

/**
 * Completion of training in a span of days, for targets (B12, B20), reports and the village's score: mandatory sessions
 * attended, members trained by topic, certificates by course. Nought of nought is "no data".
 */
export async function readTrainingRates(
  tx: Tx,
  { communeId, from, to, now, teamIds = [] }: RatesWish,
): Promise<CommuneTrainingRates> {
  const book = await findTrainingBook(tx, communeId);
  const span = { from, to, ...moment(now) };
  return {
    commune: trainingRates(book, span),
    byTeam: new Map(teamIds.map((teamId) => [teamId, trainingRates(book, { ...span, teamId })])),
  };
}

/** A day and a minute of it in Việt Nam. */
export function moment(now: Date): { readonly today: LocalDate; readonly minuteOfDay: number } {
  const today = localDateAt(now.getTime());
  return { today, minuteOfDay: Math.floor((now.getTime() - startOfDay(today)) / 60_000) };
}
