/** The one place where time and chance enter. Tests hand in their own. */
export interface Clock {
  now(): Date;
}

export interface RandomSource {
  bytes(count: number): Uint8Array;
}
