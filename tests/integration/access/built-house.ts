import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll } from "vitest";
import { findFreePort } from "#app/platform/db/embedded/find-free-port.server.ts";
import { makeHttpServer } from "#app/server/http-server.server.ts";
import type { TestOffice } from "../communes/office.ts";

export interface BuiltHouse {
  readonly port: number;
  readonly origin: string;
  /** Ids of routes that answer by themselves, without a page. */
  readonly resources: ReadonlySet<string>;
  /** "routes/office/people loader": every function of the built pages that answers a request. */
  readonly functions: readonly string[];
}

/** The built pages behind the real guard, over the test's database and clock. Once at the top of a file. */
export function builtHouse(office: TestOffice): BuiltHouse {
  let opened: (BuiltHouse & { close(): Promise<unknown> }) | null = null;
  beforeAll(async () => {
    await buildPages();
    // Pages are drawn as in production, by the React of production: three times as fast.
    process.env.NODE_ENV = "production";
    const file = path.resolve("build/remix/server/index.js");
    const build = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as ServerBuild;
    const port = await findFreePort();
    const { platform } = office;
    const config = {
      ...platform.config,
      port,
      publicOrigins: [`http://localhost:${port}`] as [string],
    };
    const ready = async () => true;
    const made = await makeHttpServer({
      platform: { ...platform, config },
      build,
      readiness: { database: ready, jobs: ready, migrations: ready },
    });
    await new Promise<void>((resolve) => made.server.listen(port, "127.0.0.1", resolve));
    const pages = Object.values(build.routes).filter((route) => route !== undefined);
    opened = {
      port,
      origin: `http://localhost:${port}`,
      resources: new Set(pages.filter(({ module }) => !module.default).map(({ id }) => id)),
      functions: pages.flatMap(({ id, module }) =>
        (["loader", "action"] as const).filter((kind) => module[kind]).map((kind) => `${id} ${kind}`),
      ),
      close: () => made.drain({ finishWithinMs: 0 }),
    };
  }, 300_000);
  afterAll(async () => {
    await opened?.close();
  });
  const now = () => {
    if (!opened) throw new Error("the house opens in a beforeAll hook: use it inside tests and hooks");
    return opened;
  };
  return {
    get port() {
      return now().port;
    },
    get origin() {
      return now().origin;
    },
    get functions() {
      return now().functions;
    },
    get resources() {
      return now().resources;
    },
  };
}

/** As every command does: nothing happens when the pages are as new as their sources. */
export function buildPages(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["app/server/launch.mjs", "build"], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.on("error", reject);
    child.on("close", (status) =>
      status === 0 ? resolve() : reject(new Error(`the pages could not be built:\n${said}`)),
    );
  });
}
