import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { median } from "./figure.ts";
import { inRounds, type Pair } from "./rounds.ts";

interface Answer {
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
  readonly firstByteMs: number;
}

export function ask(
  address: string,
  agent: http.Agent,
  headers: http.OutgoingHttpHeaders = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const request = http.get(
      address,
      { agent, headers: { ...headers, "accept-encoding": "br" } },
      (response) => {
        const firstByteMs = performance.now() - startedMs;
        readBody(response).then((body) => {
          const { statusCode } = response;
          if (statusCode !== 200) return reject(new Error(`${address} answered ${statusCode}`));
          const isPacked = response.headers["content-encoding"] === "br";
          const text = (isPacked ? brotliDecompressSync(body) : body).toString();
          resolve({ headers: response.headers, body, text, firstByteMs });
        }, reject);
      },
    );
    request.on("error", reject);
  });
}

async function readBody(response: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The page from the house, and its very bytes from a process that does nothing else. */
export async function compareFirstBytes(
  ours: string,
  headers: http.OutgoingHttpHeaders,
  [rounds, count]: readonly [number, number],
): Promise<Pair> {
  const agents = [new http.Agent({ keepAlive: true }), new http.Agent({ keepAlive: true })] as const;
  const page = await ask(ours, agents[0], headers);
  const twin = await startStatic({ headers: page.headers, body: page.body.toString("base64") });
  try {
    if (!(await ask(twin.address, agents[1])).body.equals(page.body))
      throw new Error("the static reply is another one");
    return await inRounds(rounds, async () => {
      const times: Record<"ours" | "theirs", number[]> = { ours: [], theirs: [] };
      // In turn, request by request: what else the machine does then falls on both.
      for (let index = 0; index < count; index++) {
        times.ours.push((await ask(ours, agents[0], headers)).firstByteMs);
        times.theirs.push((await ask(twin.address, agents[1])).firstByteMs);
      }
      return [async () => median(times.ours), async () => median(times.theirs)];
    });
  } finally {
    for (const agent of agents) agent.destroy();
    await twin.stop();
  }
}

interface StaticReply {
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  /** The body is plain text that the process packs before it listens. */
  readonly isPacked?: boolean;
}

/** A process of its own, as the house is one. */
export async function startStatic(reply: StaticReply): Promise<{ address: string; stop(): Promise<void> }> {
  const child: ChildProcess = fork(path.resolve("tests/bench/static-process.mjs"));
  child.send(reply);
  const [port] = (await once(child, "message")) as [number];
  return {
    address: `http://127.0.0.1:${port}/`,
    async stop() {
      child.kill();
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}
