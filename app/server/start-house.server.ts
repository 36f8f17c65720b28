import type { Server } from "node:http";
import { makeFirstOfficerLink } from "#app/features/accounts/make-first-officer-link.server.ts";
import type { Config } from "#app/platform/config/config.ts";
import { withPort } from "#app/platform/config/parse-config.server.ts";
import { startWorkers } from "#app/platform/jobs/start-workers.server.ts";
import { makeLog } from "#app/platform/log/make-log.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { catalogue } from "#workers/catalogue.ts";
import { buildHouse, type House } from "./build-house.server.ts";
import { CannotStart } from "./cannot-start.server.ts";
import { choosePort } from "./choose-port.server.ts";
import { openMetricsServer } from "./edge/metrics-server.server.ts";
import { listen, openDoors, type Pages } from "./open-doors.server.ts";

export interface RunningHouse {
  readonly platform: Platform;
  /** Null for a worker, which answers nobody. */
  readonly address: string | null;
  /** Only while nobody has set the house up. */
  readonly firstOfficerLink: string | null;
  /** Nothing new is taken, what runs is finished, and the database stops last. */
  close(): Promise<void>;
}

export async function startHouse(
  asked: Config,
  loadPages: (config: Config) => Promise<Pages>,
  furnish: (house: House) => Promise<void> = async () => {},
): Promise<RunningHouse> {
  const isWeb = asked.role !== "worker";
  const config = isWeb ? await onFreePort(asked) : asked;
  const log = makeLog(config);
  const house = await buildHouse(config, log, {
    onDatabaseLost: (reason) => {
      log.fatal({ err: reason }, "the database is gone for good");
      process.exit(1);
    },
  });
  // Before the doors open: nobody walks in on half a commune.
  await furnish(house);
  const workers =
    config.role === "web"
      ? null
      : startWorkers(house.platform, catalogue, { appUrl: house.opened.addresses.app });
  const metrics = await openMetrics(config, house.platform);
  const doors = isWeb ? await openDoors(house, await loadPages(config)) : null;
  return {
    platform: house.platform,
    address: isWeb ? config.publicOrigins[0] : null,
    firstOfficerLink: isWeb ? await makeFirstOfficerLink(house.platform) : null,
    async close() {
      await doors?.close();
      await workers?.stop();
      metrics?.close();
      await house.close();
    },
  };
}

/** Of workers too: how long jobs took and which failed, they alone know. */
async function openMetrics(config: Config, platform: Platform): Promise<Server | null> {
  if (config.metricsPort === null) return null;
  const server = openMetricsServer(platform);
  await listen(server, config.metricsPort, config.host);
  return server;
}

async function onFreePort(config: Config): Promise<Config> {
  const choice = await choosePort(config);
  if (choice.ok) return choice.port === config.port ? config : withPort(config, choice.port);
  throw new CannotStart(
    config.portWasAsked
      ? `Port ${config.port} is taken by another program. Stop it, or set PORT to a free one.`
      : `No port is free from ${config.port} on. Set PORT to a free one.`,
  );
}
