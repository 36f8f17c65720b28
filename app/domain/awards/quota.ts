/** How many of the villages may be proposed, with the arithmetic that is shown beside it. */
export interface Seats {
  readonly villages: number;
  readonly quotaBasisPoints: number;
  /** Before rounding, in ten thousandths: 20 % of 12 villages is 24000. */
  readonly exact: number;
  /** Rounded down, at least one of anybody. */
  readonly seats: number;
}

export function seatsOf(villages: number, quotaBasisPoints: number): Seats {
  const exact = villages * quotaBasisPoints;
  const seats = villages === 0 ? 0 : Math.max(1, (exact - (exact % 10_000)) / 10_000);
  return { villages, quotaBasisPoints, exact, seats };
}

/** Of several who qualify, a woman or a collective with at least 70 % women comes first (Điều 4 khoản 6). */
export function isPreferred({
  women,
  members,
}: {
  readonly women: number;
  readonly members: number;
}): boolean {
  return members > 0 && women * 10 >= members * 7;
}
