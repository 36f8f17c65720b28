import { statSync } from "node:fs";
import { Client } from "pg";
import { type Cluster, MAINTENANCE_DATABASE, superuserUrl } from "./cluster.ts";
import { isAlive, type Postmaster } from "./read-postmaster.server.ts";

/** Any number; the same in every version, since an older program may hold it. */
const OPENER_LOCK = 7_236_530_117;

const CONNECT_TIMEOUT_MS = 1_500;
/** A killed opener's connection ends with it, but a busy server may need a moment to notice. */
const LOCK_PATIENCE_MS = 5_000;
const LOCK_POLL_MS = 50;

const WRONG_PASSWORD = "28P01";

export type Meeting =
  | { readonly kind: "held"; readonly guard: Client; readonly setup: string }
  | { readonly kind: "owned_by_another"; readonly holder: number }
  | { readonly kind: "not_ready" };

/**
 * Asks the running server for the opener's lock. Who holds it owns the server; the lock lives as long as the
 * connection, so a killed opener never keeps it.
 */
export async function meetServer(cluster: Cluster, postmaster: Postmaster): Promise<Meeting> {
  if (postmaster.port === 0) return { kind: "not_ready" };
  const guard = new Client({
    connectionString: superuserUrl(cluster, postmaster.port, MAINTENANCE_DATABASE),
    application_name: `tds guard ${process.pid}`,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  // A connection that breaks is known by its end.
  guard.on("error", () => {});
  try {
    await guard.connect();
    await refuseStranger(cluster, guard);
    const holder = await takeLock(guard);
    if (holder === null) return { kind: "held", guard, setup: await readSetup(guard) };
    await guard.end();
    return { kind: "owned_by_another", holder };
  } catch (error) {
    await guard.end().catch(() => {});
    if (error instanceof StrangeServer) throw error;
    if ((error as { code?: string }).code === WRONG_PASSWORD) {
      throw new StrangeServer(
        `The password in the keys folder does not open the database in ${cluster.folder}: the two do not belong together.`,
      );
    }
    return { kind: "not_ready" };
  }
}

class StrangeServer extends Error {
  override readonly name = "StrangeServer";
}

/** A copied data folder carries the number and port of the server it was copied from. */
async function refuseStranger(cluster: Cluster, guard: Client): Promise<void> {
  const { rows } = await guard.query<{ data_directory: string }>("show data_directory");
  const found = rows[0]?.data_directory ?? "";
  const [theirs, ours] = [statSync(found, { throwIfNoEntry: false }), statSync(cluster.folder)];
  if (theirs?.ino === ours.ino && theirs.dev === ours.dev) return;
  throw new StrangeServer(`The server named in ${cluster.folder} works on another folder, ${found}.`);
}

/** Null when the lock was taken, else the process that keeps it: at once when that process lives. */
async function takeLock(guard: Client): Promise<number | null> {
  const giveUpAt = performance.now() + LOCK_PATIENCE_MS;
  for (;;) {
    const { rows } = await guard.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [
      OPENER_LOCK,
    ]);
    if (rows[0]?.taken) return null;
    const holder = await readHolder(guard);
    if (holder !== null && (isAlive(holder) || performance.now() > giveUpAt)) return holder;
    await new Promise((resolve) => setTimeout(resolve, LOCK_POLL_MS));
  }
}

async function readSetup(guard: Client): Promise<string> {
  const { rows } = await guard.query<{ cluster_name: string }>("show cluster_name");
  return rows[0]?.cluster_name ?? "";
}

/** The process that owns the server, as it named itself. */
async function readHolder(guard: Client): Promise<number | null> {
  const { rows } = await guard.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and (l.classid::bigint << 32) + l.objid::bigint = $1`,
    [OPENER_LOCK],
  );
  return Number(/^tds guard (\d+)$/.exec(rows[0]?.name ?? "")?.[1]) || null;
}
