/** A fraction in lowest terms; the denominator is always positive. */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A fraction as it is kept and hashed: "6250/3", "9000/1". Every language with fractions reads it. */
export type ExactText = string;

export const NOUGHT: Exact = { numerator: 0n, denominator: 1n };
export const ONE: Exact = { numerator: 1n, denominator: 1n };

export function exact(numerator: bigint | number, denominator: bigint | number = 1n): Exact {
  const [above, below] = [BigInt(numerator), BigInt(denominator)];
  if (below === 0n) throw new Error("a fraction of nothing");
  const sign = below < 0n ? -1n : 1n;
  const common = commonDivisor(above < 0n ? -above : above, below < 0n ? -below : below);
  return { numerator: (sign * above) / common, denominator: (sign * below) / common };
}

export function add(left: Exact, right: Exact): Exact {
  return exact(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function subtract(left: Exact, right: Exact): Exact {
  return add(left, { numerator: -right.numerator, denominator: right.denominator });
}

export function multiply(left: Exact, right: Exact): Exact {
  return exact(left.numerator * right.numerator, left.denominator * right.denominator);
}

export function divide(left: Exact, right: Exact): Exact {
  return exact(left.numerator * right.denominator, left.denominator * right.numerator);
}

/** Below nought, nought, above nought, as sorting wants it. */
export function compare(left: Exact, right: Exact): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export function smaller(left: Exact, right: Exact): Exact {
  return compare(left, right) <= 0 ? left : right;
}

export function larger(left: Exact, right: Exact): Exact {
  return compare(left, right) >= 0 ? left : right;
}

export function sumOf(items: readonly Exact[]): Exact {
  return items.reduce(add, NOUGHT);
}

/** Null of nothing: a mean of no months is missing, not nought. */
export function meanOf(items: readonly Exact[]): Exact | null {
  return items.length === 0 ? null : divide(sumOf(items), exact(items.length));
}

/** The nearest whole number, a half upwards: the one rounding, at the very end. */
export function roundHalfUp({ numerator, denominator }: Exact): number {
  const doubled = 2n * numerator + denominator;
  const below = 2n * denominator;
  const floor = doubled >= 0n ? doubled / below : -((-doubled + below - 1n) / below);
  return Number(floor);
}

export function exactText({ numerator, denominator }: Exact): ExactText {
  return `${numerator}/${denominator}`;
}

const EXACT_TEXT = /^(-?\d{1,400})\/([1-9]\d{0,400})$/;

export function readExact(text: string): Exact {
  const found = EXACT_TEXT.exec(text);
  if (!found?.[1] || !found[2]) throw new Error(`"${text.slice(0, 40)}" is no fraction`);
  return exact(BigInt(found[1]), BigInt(found[2]));
}

function commonDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0n ? 1n : larger;
}
