/** "busy": too many wait already; nothing was tried. */
export type PasswordAnswer = "match" | "mismatch" | "busy";

/** Slow on purpose, and therefore never more at once than leaves the machine room for everybody else. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /**
   * With null for an account that does not exist or has no password, the same work is done for nothing, so
   * that the time of the answer does not tell who exists.
   */
  verify(hash: string | null, password: string): Promise<PasswordAnswer>;
}
