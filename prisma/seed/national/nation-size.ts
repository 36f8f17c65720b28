import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type Dice, makeDice } from "../invent/random.ts";

/** How large a house is wished for. The same wish gives the same people and the same work on every machine. */
export interface NationWish {
  readonly provinces: number;
  readonly communes: number;
  /** Villages of a commune, on average; each has one team. */
  readonly villages: number;
  /** Households on each village's list. */
  readonly households: number;
  /** Records of work of a team in a month, on average. */
  readonly recordsPerTeam: number;
  readonly months: number;
  readonly seed: number;
  /** So many communes, from the first on, hold planted fraud of the kinds T2 to T7. */
  readonly plantedCommunes: number;
  /** Months that are over are closed and sealed now, by the verb that closes every month. */
  readonly sealsMonths: boolean;
}

/** Day and moment up to which work is invented. */
export interface Until {
  readonly today: LocalDate;
  readonly nowMs: number;
}

/** The country after 1 July 2025 had 34 provinces and 3,321 communes. */
export const WHOLE_NATION = { provinces: 34, communes: 3_321 } as const;

export const USUAL_WISH: NationWish = {
  provinces: 1,
  communes: 1,
  villages: 27,
  households: 40,
  recordsPerTeam: 6,
  months: 12,
  seed: 2026,
  plantedCommunes: 1,
  sealsMonths: false,
};

/** Why the wish cannot be met, for the operator; null where it can. */
export function judgeWish(wish: NationWish): string | null {
  const bounds: readonly (readonly [keyof NationWish, number, number])[] = [
    ["provinces", 1, WHOLE_NATION.provinces],
    ["communes", 1, WHOLE_NATION.communes],
    ["villages", 1, 80],
    ["households", 4, 400],
    ["recordsPerTeam", 1, 200],
    ["months", 1, 24],
    ["plantedCommunes", 0, WHOLE_NATION.communes],
    ["seed", 0, 2 ** 31],
  ];
  for (const [key, least, most] of bounds) {
    const value = Number(wish[key]);
    if (!Number.isInteger(value) || value < least || value > most)
      return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} must be a whole number from ${least} to ${most}.`;
  }
  return wish.provinces > wish.communes ? "Every province needs a commune: ask for fewer provinces." : null;
}

/** Each commune has dice of its own, so that it is the same whatever stands beside it. */
export function diceOfCommune({ seed }: NationWish, index: number): Dice {
  return makeDice((seed * 2_654_435_761 + index * 40_503 + 1) >>> 0);
}

/** Large and small communes around the average; a single one is exactly as large as was asked. */
export function villagesOf({ communes, villages }: NationWish, dice: Dice): number {
  if (communes === 1) return villages;
  return Math.max(1, Math.round(villages * (0.4 + 0.6 * (dice.next() + dice.next()))));
}

/** Communes are dealt to provinces in turn, in whole rows. */
export function provinceOf({ provinces }: NationWish, index: number): number {
  return index % provinces;
}
