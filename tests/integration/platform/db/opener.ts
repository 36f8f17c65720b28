/**
 * A process that opens a data folder, for tests that kill it. Told by messages what to do, it answers by messages:
 * a number it reported as written was acknowledged by the database.
 */
import pino from "pino";
import { openDatabase } from "#app/platform/db/open-database.server.ts";

const [dataDir = "", appRoot = "", mayJoin = ""] = process.argv.slice(2);

type Report =
  | { kind: "open"; isOwner: boolean; address: string; ms: number }
  | { kind: "refused"; name: string; message: string; ms: number }
  | { kind: "written"; number: number }
  | { kind: "failed"; message: string }
  | { kind: "closed" };

export type { Report };

const report = (what: Report) => process.send?.(what);
const startedAt = performance.now();

try {
  const opened = await openDatabase({ dataDir, appRoot, database: null }, pino({ level: "silent" }), {
    preparations: [],
    mayJoin: mayJoin === "join",
    onLost: () => process.exit(3),
  });
  const scope = { communes: [1], actorId: null, verb: "test.write", requestId: "t" };
  let isWriting = false;
  process.on("message", async (message) => {
    if (message === "write") {
      isWriting = true;
      for (let number = 1; isWriting; number++) {
        try {
          await opened.database.withCommunes(
            scope,
            (tx) => tx.$executeRaw`insert into note values (1, ${number})`,
          );
          report({ kind: "written", number });
        } catch (error) {
          report({ kind: "failed", message: String(error) });
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }
    }
    if (message === "close") {
      isWriting = false;
      await opened.close();
      report({ kind: "closed" });
      process.exit(0);
    }
  });
  report({
    kind: "open",
    isOwner: opened.isOwner,
    address: opened.addresses.owner,
    ms: performance.now() - startedAt,
  });
} catch (error) {
  const { name, message } = error as Error;
  report({ kind: "refused", name, message, ms: performance.now() - startedAt });
  process.exit(1);
}
