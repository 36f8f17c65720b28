import { createServer } from "node:net";
import type { Config } from "#app/platform/config/config.ts";

const TRIES = 20;

export type PortChoice = { ok: true; port: number } | { ok: false; port: number };

/** The port of the configuration; where none was asked for and it is taken, the next free one. */
export async function choosePort(
  config: Pick<Config, "host" | "port" | "portWasAsked">,
): Promise<PortChoice> {
  const tries = config.portWasAsked ? 1 : TRIES;
  for (let port = config.port; port < config.port + tries; port++) {
    const free = await tryPort(config.host, port);
    if (free !== null) return { ok: true, port: free };
  }
  return { ok: false, port: config.port };
}

/** The port itself; for port 0 the one the system gave; null when it is taken. */
function tryPort(host: string, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(null);
      else reject(error);
    });
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}
