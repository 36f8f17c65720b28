import type { Pool } from "pg";
import type { Prisma, PrismaClient } from "../prisma-client/client.ts";

/** Who does what, written into every audit row by the database itself. */
export interface Stamp {
  /** The account that acts; null for the program itself (jobs, set-up). */
  readonly actorId: string | null;
  /** The feature verb, such as "accounts.change-password". */
  readonly verb: string;
  readonly requestId: string;
}

/** The communes whose rows the transaction may see and write. Row-level security knows nothing else. */
export interface CommuneScope extends Stamp {
  readonly communes: readonly number[];
}

export type Tx = Prisma.TransactionClient;

export interface Database {
  /** A transaction over the rows of the named communes; `timeoutMs` only for acts on a whole list at once. */
  withCommunes<T>(
    scope: CommuneScope,
    work: (tx: Tx) => Promise<T>,
    limits?: { readonly timeoutMs: number },
  ): Promise<T>;
  /** A transaction over the global tables (accounts, sessions, devices), which see no commune's rows. */
  withGlobals<T>(stamp: Stamp, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Single reads of global tables by key. Sees no commune's rows. */
  readonly prisma: PrismaClient;
  /** Hand-written SQL of the hot path; the caller sets its own scope with `setScope`. */
  readonly pool: Pool;
  close(): Promise<void>;
}
