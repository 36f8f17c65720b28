const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 10;

/** Serialization failure and deadlock: the database undid everything and asks to be asked again. */
const RETRYABLE_STATES: readonly string[] = ["40001", "40P01"];
const PRISMA_WRITE_CONFLICT = "P2034";

/** Runs `work` again, a bounded number of times, when the database chose it as the victim of a conflict. */
export async function retryConflicts<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
      const pauseMs = FIRST_PAUSE_MS * 2 ** attempt;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** pg says it in `code`; Prisma in its own code, in `meta` of a raw query, or in the driver's cause. */
export function isConflict(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, originalCode, meta, cause, kind } = error as Record<string, unknown>;
  if (code === PRISMA_WRITE_CONFLICT || kind === "TransactionWriteConflict") return true;
  if (RETRYABLE_STATES.includes(String(code)) || RETRYABLE_STATES.includes(String(originalCode))) return true;
  return (
    isConflict(meta) || isConflict(cause) || isConflict((meta as Record<string, unknown>)?.driverAdapterError)
  );
}
