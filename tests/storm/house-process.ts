import { type ChildProcess, spawn } from "node:child_process";

/** One web or worker process of a scaled house. */
export interface HouseProcess {
  readonly name: string;
  readonly role: "web" | "worker";
  /** Of a web process, its own address beside the proxy's. */
  readonly origin: string | null;
  readonly metricsPort: number;
  /** Everything it has said since its latest start. */
  output(): string;
  start(): Promise<void>;
  /** Asks it to stop, as systemd does; how long that took and its exit status. */
  stop(): Promise<{ readonly status: number | null; readonly milliseconds: number }>;
  kill(): Promise<void>;
  /** How it was ended when nobody asked; null while it runs or was asked. */
  unaskedEnd(): string | null;
}

export interface ProcessWish {
  readonly name: string;
  readonly role: "web" | "worker";
  readonly port: number;
  readonly metricsPort: number;
  readonly environment: Readonly<Record<string, string>>;
}

const READY = /Thi đua số: /;
const START_MS = 240_000;
/** Far beyond what is promised, so that a process that takes longer is measured and not only cut off. */
const STOP_MS = 40_000;

export function houseProcess(wish: ProcessWish): HouseProcess {
  let child: ChildProcess | null = null;
  let said = "";
  let ended = Promise.resolve<number | null>(null);
  let isAsked = false;
  let unasked: string | null = null;
  const killWithTheRun = () => child?.kill("SIGKILL");

  async function start(): Promise<void> {
    said = "";
    isAsked = false;
    const started = spawn(process.execPath, ["app/server/launch.mjs", "start", "--role", wish.role], {
      env: {
        ...process.env,
        NODE_ENV: "test",
        ...wish.environment,
        ...(wish.role === "web" ? { PORT: String(wish.port) } : {}),
        METRICS_PORT: String(wish.metricsPort),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    process.once("exit", killWithTheRun);
    for (const stream of [started.stdout, started.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    }
    ended = new Promise((resolve) =>
      started.once("exit", (status, signal) => {
        process.removeListener("exit", killWithTheRun);
        if (!isAsked) unasked = `${wish.name} ended with ${signal ?? status}:\n${said.slice(-2_000)}`;
        resolve(status);
      }),
    );
    await until(() => READY.test(said) || started.exitCode !== null, START_MS, `${wish.name} to start`);
    if (started.exitCode !== null) throw new Error(`${wish.name} did not start:\n${said.slice(-2_000)}`);
  }

  return {
    name: wish.name,
    role: wish.role,
    origin: wish.role === "web" ? `http://127.0.0.1:${wish.port}` : null,
    metricsPort: wish.metricsPort,
    output: () => said,
    start,
    async stop() {
      isAsked = true;
      const startedAt = performance.now();
      child?.kill("SIGTERM");
      const limit = setTimeout(() => child?.kill("SIGKILL"), STOP_MS);
      const status = await ended;
      clearTimeout(limit);
      return { status, milliseconds: Math.round(performance.now() - startedAt) };
    },
    async kill() {
      isAsked = true;
      child?.kill("SIGKILL");
      await ended;
    },
    unaskedEnd: () => unasked,
  };
}

export async function until(
  condition: () => boolean | Promise<boolean>,
  timeoutMs: number,
  wanted: string,
): Promise<void> {
  const givenUpAt = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > givenUpAt) throw new Error(`waited ${timeoutMs} ms for ${wanted}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
