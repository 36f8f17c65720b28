/** What the launcher tells every command. */
export interface CommandFacts {
  /** Absolute folder that holds package.json. */
  readonly appRoot: string;
  readonly args: readonly string[];
  /** process.hrtime.bigint() when the person pressed Enter. */
  readonly startedAt: bigint;
}
