import type { Pool } from "pg";

/**
 * What another part of the house needs in the database before it runs, such as the tables of a library.
 * Runs at every start as tds_owner, after the migrations and before the grants, one process at a time.
 */
export interface Preparation {
  readonly name: string;
  /** A schema of its own, whose every table and function the application may then use. */
  readonly schema?: string;
  /** Tables it makes in the public schema, that the application may read and write. */
  readonly tables?: readonly string[];
  run(owner: Pool): Promise<void>;
}

/** Rows that come in from outside, such as a backup, in the shape that an earlier migration gave their tables. */
export interface Filling {
  /** The last migration whose tables the rows fit. Later ones follow after them. */
  readonly upTo: string;
  run(owner: Pool): Promise<void>;
}
