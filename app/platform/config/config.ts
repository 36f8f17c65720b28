/** The environment, read and judged once at the start. Features never look at process.env. */
export interface Config {
  readonly mode: "production" | "development" | "test";
  /** Which parts of the house this process runs. */
  readonly role: "all" | "web" | "worker";
  readonly host: string;
  readonly port: number;
  /** True when PORT was given: then a taken port is an error, not a reason to look further. */
  readonly portWasAsked: boolean;
  /** Origins a browser may call from; the first is the one printed and put into links. */
  readonly publicOrigins: readonly [string, ...string[]];
  /** Absolute folder of database, files and keys. */
  readonly dataDir: string;
  /** Absolute folder that holds package.json; files are opened from here, never from import.meta.url. */
  readonly appRoot: string;
  /** Absent: the house owns its PostgreSQL in dataDir. */
  readonly database: {
    readonly appUrl: string;
    readonly ownerUrl: string;
    readonly maintainUrl: string;
  } | null;
  readonly redisUrl: string | null;
  readonly masterKeyFile: string | null;
  readonly metricsPort: number | null;
  /** Addresses or CIDR ranges whose X-Forwarded-For is believed. Host and scheme are those of publicOrigins. */
  readonly trustedProxies: readonly string[];
  /** "name:n": the n-th pass of the named point kills the process. Only when NODE_ENV=test. */
  readonly failpoint: { readonly name: string; readonly pass: number; passed?: number } | null;
}
