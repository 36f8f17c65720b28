import type { PoolClient } from "pg";
import type { ChainEnd } from "#app/domain/audit/audit-chain.ts";

/** Something that is not as the facts say, with the row it was found in. */
export interface Finding {
  /** The table, or the part of the database, such as "audit_log" or "trigger". */
  readonly table: string;
  /** The row's key as text. */
  readonly row: string;
  readonly says: string;
}

export interface VerifyContext {
  /** tds_maintain in a REPEATABLE READ snapshot that all share: every check judges the same moment. */
  readonly client: PoolClient;
  /** Ends of audit chains that were written down outside the database. */
  readonly anchors: readonly ChainEnd[];
  /** What the database must look like, line by line, as made by its own migrations. */
  readonly manifest: readonly string[];
  /** The folder with the house's files; absent where only the database is judged. */
  readonly dataDir?: string | undefined;
}

/** One promise of the house, recomputed from the facts. Later capabilities add theirs to the list of checks. */
export interface Check {
  readonly id: string;
  readonly title: string;
  run(context: VerifyContext): AsyncIterable<Finding>;
}
