import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import type { Launcher } from "./choose-launcher.server.ts";
import { type Cluster, DataFolderInUse, superuserUrl } from "./cluster.ts";
import { type HeldServer, holdServer, type JoinedServer } from "./hold-server.server.ts";
import { layOutCluster } from "./lay-out-cluster.server.ts";
import { stopServer } from "./stop-server.server.ts";

export interface EmbeddedPostgres {
  readonly port: number;
  /** The server's own process. */
  readonly pid: number;
  /** False: another process owns it, and this one is a guest. */
  readonly isOwner: boolean;
  readonly wasAdopted: boolean;
  superuserUrl(database: string): string;
  /** A guest's close leaves the server alone. */
  close(): Promise<void>;
}

export interface EmbeddedWish {
  readonly dataDir: string;
  readonly appRoot: string;
  readonly log: Logger;
  /** Work as a guest when another process owns the server: for commands beside a running house. */
  readonly mayJoin?: boolean;
  /** Told when the server was lost and could not be had back: the house cannot go on. */
  readonly onLost?: (reason: unknown) => void;
  /** Tests force the way that this machine would not take by itself. */
  readonly launcher?: Launcher;
}

const REGAIN_PAUSE_MS = 2_000;

/** Opens the PostgreSQL of a data folder: makes it, starts it, adopts it, or refuses. */
export async function openEmbedded(wish: EmbeddedWish): Promise<EmbeddedPostgres> {
  const cluster = await layOutCluster(wish);
  const first = await holdServer(cluster, { mayJoin: wish.mayJoin ?? false });
  if (first.guard === null) return guestOf(cluster, first);
  if (first.wasAdopted) wish.log.info("adopted the database that the last run left behind");
  return ownerOf(cluster, first, wish.onLost ?? (() => {}));
}

function guestOf(cluster: Cluster, joined: JoinedServer): EmbeddedPostgres {
  const { port, pid } = joined.postmaster;
  return {
    port,
    pid,
    isOwner: false,
    wasAdopted: false,
    superuserUrl: (database) => superuserUrl(cluster, port, database),
    close: async () => {},
  };
}

function ownerOf(cluster: Cluster, first: HeldServer, onLost: (reason: unknown) => void): EmbeddedPostgres {
  const { port } = first.postmaster;
  let held = first;
  let isClosing = false;
  let regained: Promise<void> = Promise.resolve();
  watch();

  /** The guard's connection ends only when the server does: it is brought back on the port that the pools know. */
  function watch(): void {
    held.guard.once("end", () => {
      if (isClosing) return;
      cluster.log.error("the database went away; bringing it back");
      regained = regain().catch(onLost);
    });
  }

  async function regain(): Promise<void> {
    const again = await holdAgain();
    if (again === null) return;
    if (again.guard === null) throw new Error("another process took the database over");
    if (again.postmaster.port !== port) throw new Error("the database came back on another port");
    held = again;
    cluster.log.info("the database is back");
    watch();
  }

  /** A server that cannot start now, on a full disk for one, can when there is room again. Null: the house closes. */
  async function holdAgain(): Promise<HeldServer | JoinedServer | null> {
    while (!isClosing) {
      try {
        return await holdServer(cluster, { port });
      } catch (error) {
        if (error instanceof DataFolderInUse) throw error;
        cluster.log.error({ err: error }, "the database cannot be brought back yet; it is tried again");
        await pause(REGAIN_PAUSE_MS);
      }
    }
    return null;
  }

  return {
    port,
    get pid() {
      return held.postmaster.pid;
    },
    isOwner: true,
    wasAdopted: first.wasAdopted,
    superuserUrl: (database) => superuserUrl(cluster, port, database),
    async close() {
      isClosing = true;
      await regained;
      // The lock is held until the server is gone: whoever comes now waits, then starts it anew.
      await stopServer(cluster, held.postmaster);
      await held.guard.end().catch(() => {});
    },
  };
}
