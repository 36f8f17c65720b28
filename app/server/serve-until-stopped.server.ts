import { explainFailure } from "./cannot-start.server.ts";
import type { RunningHouse } from "./start-house.server.ts";

/** Opens the house, says what it has to say, and closes it in order when asked to stop. */
export async function serveUntilStopped(
  start: () => Promise<RunningHouse>,
  announce: (house: RunningHouse) => Promise<void> | void,
): Promise<void> {
  const stopped = waitForStop();
  try {
    const house = await start();
    await announce(house);
    await stopped;
    await house.close();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${explainFailure(error)}\n`);
    process.exit(1);
  }
}

/**
 * Resolves at the first request to stop. The second one, from somebody who will not wait, ends the process at
 * once; the next start heals whatever that left.
 */
function waitForStop(): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false;
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (isStopping) process.exit(130);
        isStopping = true;
        resolve();
      });
    }
  });
}
