import type { Client } from "pg";
import { type Cluster, DataFolderInUse } from "./cluster.ts";
import { findFreePort } from "./find-free-port.server.ts";
import { makeCluster } from "./make-cluster.server.ts";
import { meetServer } from "./meet-server.server.ts";
import { clearStalePidFile, type Postmaster, readPostmaster } from "./read-postmaster.server.ts";
import { describeSetup, startServer } from "./start-server.server.ts";
import { stopServer } from "./stop-server.server.ts";

/** A server that this process owns for as long as the guard's connection lives. */
export interface HeldServer {
  readonly postmaster: Postmaster;
  readonly guard: Client;
  /** True when it ran before this process came: the one before was killed. */
  readonly wasAdopted: boolean;
}

/** A server that another process owns. */
export interface JoinedServer {
  readonly postmaster: Postmaster;
  readonly guard: null;
}

/** Recovery after a kill replays the log of the last minutes; more than this means that something is wrong. */
const PATIENCE_MS = 120_000;
const PAUSE_MS = 40;

export interface HoldWish {
  /** Only this port will do: pools of this process already point to it. */
  readonly port?: number;
  /** Use the server of another process, should one run. */
  readonly mayJoin?: boolean;
}

/** Finds the cluster's server or starts it, and takes the lock that says who owns it. */
export async function holdServer(cluster: Cluster, wish: HoldWish = {}): Promise<HeldServer | JoinedServer> {
  await makeCluster(cluster);
  const giveUpAt = performance.now() + PATIENCE_MS;
  let startedPid = 0;
  while (performance.now() < giveUpAt) {
    const postmaster = await readPostmaster(cluster.folder);
    if (postmaster === null) {
      startedPid = (await start(cluster, wish.port)) ?? startedPid;
      continue;
    }
    const meeting = await meetServer(cluster, postmaster);
    switch (meeting.kind) {
      case "held": {
        const wasAdopted = postmaster.pid !== startedPid;
        if (!wasAdopted || meeting.setup === describeSetup(cluster)) {
          return { postmaster, guard: meeting.guard, wasAdopted };
        }
        cluster.log.info("the database was left behind by another version; starting it anew");
        await stopServer(cluster, postmaster);
        await meeting.guard.end();
        continue;
      }
      case "owned_by_another":
        if (wish.mayJoin) return { postmaster, guard: null };
        throw new DataFolderInUse(describeHolder(cluster, meeting.holder));
      case "not_ready":
        await pause();
    }
  }
  throw new Error(
    `PostgreSQL in ${cluster.folder} did not answer within ${PATIENCE_MS / 1000} s; see ${cluster.logFile}.`,
  );
}

/** The number of the process when it runs; null to look again. */
async function start(cluster: Cluster, wantedPort: number | undefined): Promise<number | null> {
  await clearStalePidFile(cluster.folder);
  const outcome = await startServer(cluster, wantedPort ?? (await findFreePort()));
  if (outcome.kind === "running") return outcome.pid;
  cluster.log.info({ reason: outcome.kind }, "the database did not start at once; trying again");
  await pause();
  return null;
}

function describeHolder(cluster: Cluster, holder: number): string {
  return (
    `Another process (number ${holder}) already runs on this data folder: ${cluster.folder}. ` +
    "Stop it first, or give this one a DATA_DIR of its own."
  );
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
