import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";

declare const pinBrand: unique symbol;
/** Six digits that open one enrolled phone, and nothing without it. */
export type Pin = string & { readonly [pinBrand]: true };

export type PinRefusal = { code: "pin_not_six_digits" } | { code: "pin_too_easy" };

/** Wrong entries in a row before the PIN is void for good: then the office makes a slip. */
export const PIN_TRIES = 10;

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
/** Three mistakes are free; from then on each costs a longer pause, an hour and a half before the last. */
const PAUSES_MS = [
  0,
  0,
  0,
  10 * SECOND_MS,
  30 * SECOND_MS,
  MINUTE_MS,
  5 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  45 * MINUTE_MS,
] as const;

/** How long after the last of so many wrong entries the next one is looked at; null when none ever will be. */
export function pinPauseMs(failures: number): number | null {
  return PAUSES_MS[failures] ?? null;
}

/** The shapes a person at the next table tries first, and the owner's own phone number. */
export function judgePin(text: string, phone: string | null): Verdict<Pin, PinRefusal> {
  const digits = text.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return refused({ code: "pin_not_six_digits" });
  return isEasy(digits) || phone?.includes(digits)
    ? refused({ code: "pin_too_easy" })
    : allowed(digits as Pin);
}

function isEasy(digits: string): boolean {
  const isRepeated = /^(\d{1,3})\1+$/.test(digits);
  const arePairs = /^(\d)\1(\d)\2(\d)\3$/.test(digits);
  const areTriples = /^(\d)\1\1(\d)\2\2$/.test(digits);
  const isMirrored = digits === [...digits].reverse().join("");
  return isRepeated || arePairs || areTriples || isMirrored || isRun(digits) || isColumn(digits);
}

/** 123456, 987654, 246802: one constant step, going round at ten. */
function isRun(digits: string): boolean {
  const values = [...digits].map(Number);
  const steps = values.slice(1).map((value, index) => (value - (values[index] ?? 0) + 10) % 10);
  return new Set(steps).size === 1;
}

/** Two lines of the keypad one after the other: 147258, 159753. */
function isColumn(digits: string): boolean {
  const lines = ["147", "258", "369", "123", "456", "789", "159", "357"];
  const isLine = (part: string) => lines.includes(part) || lines.includes([...part].reverse().join(""));
  return isLine(digits.slice(0, 3)) && isLine(digits.slice(3));
}
