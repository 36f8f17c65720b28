import { setTimeout as pause } from "node:timers/promises";
import type { Pair } from "./writers.ts";

/** What people open while they work, as often as they do: a board more often than anything else. */
const PAGES: readonly { readonly of: "member" | "leader" | "nobody"; readonly path: string }[] = [
  { of: "member", path: "/" },
  { of: "member", path: "/ghi-viec" },
  { of: "member", path: "/bang" },
  { of: "leader", path: "/duyet" },
  { of: "member", path: "/bang?nhom=thanh-vien" },
  { of: "member", path: "/viec-cua-toi" },
  { of: "leader", path: "/bang?nhom=to" },
  { of: "member", path: "/diem-cua-toi" },
  { of: "leader", path: "/to-cua-toi" },
  { of: "nobody", path: "/dang-nhap" },
  { of: "member", path: "/bang.data" },
  { of: "leader", path: "/duyet.data" },
];
const READERS = 12;
const PATIENCE_MS = 30_000;

interface Reading {
  /** Sorted, shortest first. */
  readonly milliseconds: readonly number[];
  readonly failures: readonly string[];
}

/** People who open page after page, so many in a second among them, until they are stopped. */
export function startReaders(origin: string, pairs: readonly Pair[], pagesPerSecond: number) {
  const milliseconds: number[] = [];
  const failures: string[] = [];
  let isStopping = false;
  let turn = 0;

  async function read(): Promise<void> {
    const page = PAGES[turn % PAGES.length] as (typeof PAGES)[number];
    const pair = pairs[turn % pairs.length] as Pair;
    turn += 1;
    const cookie = { member: pair.memberCookie, leader: pair.leaderCookie, nobody: "" }[page.of];
    const askedAt = performance.now();
    const problem = await fetch(origin + page.path, {
      headers: { Cookie: cookie },
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).then(
      async (answer) => {
        const text = await answer.text();
        return answer.status === 200 && text.length > 0 ? null : `${page.path} answered ${answer.status}`;
      },
      (error: unknown) => `${page.path}: ${error}`,
    );
    milliseconds.push(performance.now() - askedAt);
    if (problem !== null) failures.push(problem);
  }

  async function run(index: number): Promise<void> {
    const roundMs = (1_000 * READERS) / pagesPerSecond;
    await pause((roundMs * index) / READERS);
    while (!isStopping) {
      const startedAt = performance.now();
      await read();
      await pause(Math.max(0, roundMs - (performance.now() - startedAt)));
    }
  }

  const running = Promise.all(Array.from({ length: READERS }, (_, index) => run(index)));
  return {
    async stop(): Promise<Reading> {
      isStopping = true;
      await running;
      return { milliseconds: milliseconds.sort((one, other) => one - other), failures };
    },
  };
}
