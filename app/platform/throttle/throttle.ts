/** How often something may be tried. Named rules live beside the feature that asks. */
export interface ThrottleRule {
  readonly name: string;
  readonly points: number;
  readonly perSeconds: number;
}

export type ThrottleAnswer = { ok: true } | { ok: false; retryAfterMs: number };

export interface Throttle {
  /** Spends one try of `key`. Keys are hashed before they are stored. */
  spend(rule: ThrottleRule, key: string): Promise<ThrottleAnswer>;
  /** Gives the tries back, after a success. */
  forgive(rule: ThrottleRule, key: string): Promise<void>;
}
