import { Client } from "pg";
import type { Logger } from "pino";
import { OUTBOX_CHANNEL } from "./outbox.sql.ts";

export interface OutboxBell {
  stop(): Promise<void>;
}

const RECONNECT_MS = 1000;

/** Hears each commit that wrote to the outbox. While it is deaf the relay's own rounds find the rows. */
export function listenToOutbox(appUrl: string, onRing: () => void, log: Logger): OutboxBell {
  let client: Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function connect(): Promise<void> {
    const opened = new Client({
      connectionString: appUrl,
      application_name: `tds outbox-bell ${process.pid}`,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    client = opened;
    opened.on("error", (error) => log.debug({ err: error }, "the outbox bell complained"));
    opened.on("end", reconnectSoon);
    opened.on("notification", onRing);
    await opened.connect();
    await opened.query(`listen ${OUTBOX_CHANNEL}`);
    // Whatever was committed while nobody listened.
    onRing();
  }

  function reconnectSoon(): void {
    clearTimeout(retry);
    if (!isStopped) retry = setTimeout(tryToConnect, RECONNECT_MS);
  }

  function tryToConnect(): void {
    connect().catch((error: unknown) => {
      log.debug({ err: error }, "the outbox bell could not connect");
      client?.removeListener("end", reconnectSoon);
      client?.end().catch(() => {});
      reconnectSoon();
    });
  }

  tryToConnect();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
