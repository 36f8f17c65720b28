import { carriesCode, isNameTaken } from "./error-codes.ts";

const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 10;

/** Serialization failure and deadlock: the database undid everything and asks to be asked again. */
const CONFLICTS: readonly string[] = ["40001", "40P01", "P2034", "TransactionWriteConflict"];

/**
 * Runs `work` again, a bounded number of times, when the database chose it as the victim of a conflict; after a
 * collision once, as what it looks for before it writes is there to be seen by then.
 */
export async function retryConflicts<T>(work: () => Promise<T>): Promise<T> {
  let hasCollided = false;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      // Two wrote the same name at once: who came second looks again, finds the first and says so in words.
      const isFirstCollision: boolean = !hasCollided && isNameTaken(error);
      if (attempt === ATTEMPTS || !(isFirstCollision || isConflict(error))) throw error;
      hasCollided ||= isFirstCollision;
      const pauseMs = FIRST_PAUSE_MS * 2 ** attempt;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

export function isConflict(error: unknown): boolean {
  return carriesCode(error, (code) => CONFLICTS.includes(code));
}
