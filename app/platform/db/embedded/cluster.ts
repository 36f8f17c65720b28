import type { Logger } from "pino";
import type { Launcher } from "./choose-launcher.server.ts";

/** Where the program of PostgreSQL lies. */
export interface Binaries {
  /** Holds bin, lib and share. */
  readonly root: string;
  readonly version: string;
}

/** One embedded PostgreSQL: its files, its program and the identity it runs under. */
export interface Cluster {
  /** PostgreSQL's own data folder. */
  readonly folder: string;
  readonly logFile: string;
  readonly binaries: Binaries;
  readonly launcher: Launcher;
  readonly superuserPassword: string;
  readonly log: Logger;
}

export const SUPERUSER = "postgres";

/** Always there; the lock of the data folder is held on a connection to it. */
export const MAINTENANCE_DATABASE = "postgres";

/** A second process on the same data folder. Its message is shown to the person as it stands. */
export class DataFolderInUse extends Error {
  override readonly name = "DataFolderInUse";
}

export function superuserUrl(cluster: Cluster, port: number, database: string): string {
  return loginUrl(SUPERUSER, cluster.superuserPassword, port, database);
}

export function loginUrl(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
