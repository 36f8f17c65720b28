import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { generateSync } from "otplib";
import { inhabit } from "#tests/support/inhabit.ts";
import { CLERK, EMPTY_COMMUNE } from "#tests/support/inhabitants.ts";
import { writeMessyRoster } from "#tests/support/messy-roster.ts";
import { signInPlainly } from "#tests/support/sign-in-plainly.ts";
import type { Figure } from "../figure.ts";
import { openHouse, type RunningHouse } from "../running-house.ts";

const PEOPLE = 10_000;
const PEOPLE_QUICK = 2_000;
const IMPORT_AT = "/van-phong/doi-ngu/nhap";
/** What a visitor may wait longer because of somebody else's import. */
const HELD_UP_BUDGET_MS = 200;
const MEMORY_BUDGET_MB = 700;
const ASK_EVERY_MS = 10;
const WEIGH_EVERY_MS = 500;

/**
 * The largest roster there is, through the doors of a running house: how long the office waits, and how long
 * everybody else does meanwhile.
 */
export async function measureImport(isQuick: boolean): Promise<Figure[]> {
  const people = isQuick ? PEOPLE_QUICK : PEOPLE;
  const roster = await writeMessyRoster({ people, villages: EMPTY_COMMUNE.villages.length });
  const dataDir = await mkdtemp(path.join(tmpdir(), "bench-house-"));
  try {
    await inhabit(dataDir);
    const house = await openHouse(dataDir);
    try {
      const cookie = await signIn(house.origin);
      const quiet = await watched(house, () => new Promise((resolve) => setTimeout(resolve, 3_000)));
      const preview = await watched(house, () => upload(house.origin, cookie, roster.bytes));
      const batch = `${house.origin}${preview.value}`;
      const apply = await watched(house, () => press(batch, cookie, "apply"));
      const undo = await watched(house, () => press(batch, cookie, "undo"));
      const timed = (operation: string, { ms }: Watched<unknown>, budgetSeconds: number): Figure => ({
        area: "import",
        operation: `${operation} of ${people} people`,
        measured: ms / 1000,
        unit: "s",
        against: { what: `${budgetSeconds} s`, value: budgetSeconds },
        gate: null,
      });
      const heldUp = (
        operation: string,
        { longestWaitMs }: Watched<unknown>,
        gate: number | null,
      ): Figure => ({
        area: "import",
        operation: `longest wait of another visitor, ${operation}`,
        measured: longestWaitMs,
        unit: "ms",
        against: { what: `${HELD_UP_BUDGET_MS} ms`, value: HELD_UP_BUDGET_MS },
        gate,
      });
      return [
        timed("preview", preview, 10),
        timed("import", apply, 20),
        timed("undo", undo, 20),
        heldUp("nothing going on", quiet, null),
        heldUp("preview", preview, 1),
        heldUp("import", apply, 1),
        heldUp("undo", undo, 1),
        {
          area: "import",
          operation: "memory of the house and its database at most",
          measured: Math.max(preview.memoryMb, apply.memoryMb, undo.memoryMb),
          unit: "MB",
          against: { what: `${MEMORY_BUDGET_MB} MB`, value: MEMORY_BUDGET_MB },
          gate: null,
        },
      ];
    } finally {
      await house.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Watched<Value> {
  readonly value: Value;
  readonly ms: number;
  readonly longestWaitMs: number;
  readonly memoryMb: number;
}

/** While the work runs, somebody else asks the house for the smallest answer it has, again and again. */
async function watched<Value>(house: RunningHouse, work: () => Promise<Value>): Promise<Watched<Value>> {
  let isOver = false;
  let longestWaitMs = 0;
  let memoryMb = await house.memoryMb();
  const asking = (async () => {
    while (!isOver) {
      const askedMs = performance.now();
      await fetch(`${house.origin}/healthz`).then((answer) => answer.text());
      longestWaitMs = Math.max(longestWaitMs, performance.now() - askedMs);
      await pause(ASK_EVERY_MS);
    }
  })();
  const weighing = (async () => {
    while (!isOver) {
      memoryMb = Math.max(memoryMb, await house.memoryMb());
      await pause(WEIGH_EVERY_MS);
    }
  })();
  const startedMs = performance.now();
  const value = await work();
  const ms = performance.now() - startedMs;
  isOver = true;
  await Promise.all([asking, weighing]);
  return { value, ms, longestWaitMs, memoryMb };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function signIn(origin: string): Promise<string> {
  const first = await signInPlainly(origin, CLERK);
  const code = generateSync({ strategy: "totp", secret: CLERK.totpSecret ?? "" });
  const answer = await send(
    `${origin}/xac-thuc`,
    first.cookie,
    new URLSearchParams({ intent: "code", code }),
  );
  const renewed = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
  if (renewed.length === 0) throw new Error(`the second factor was not taken: ${answer.status}`);
  const names = new Set(renewed.map((pair) => pair?.split("=")[0]));
  const kept = first.cookie.split("; ").filter((pair) => !names.has(pair.split("=")[0]));
  return [...kept, ...renewed].join("; ");
}

/** Answers with the address of the preview. */
async function upload(origin: string, cookie: string, bytes: Uint8Array): Promise<string> {
  const form = new FormData();
  form.set("effectiveOn", "2026-01-01");
  form.set("file", new File([new Uint8Array(bytes)], "danh-sach.xlsx"));
  const answer = await send(origin + IMPORT_AT, cookie, form);
  const to = answer.headers.get("Location");
  if (answer.status !== 303 || to === null) throw new Error(`the file was not taken: ${answer.status}`);
  return to;
}

async function press(address: string, cookie: string, act: string): Promise<void> {
  const { status } = await send(address, cookie, new URLSearchParams({ act }));
  if (status !== 303) throw new Error(`${act} was answered ${status}`);
}

function send(address: string, cookie: string, body: FormData | URLSearchParams): Promise<Response> {
  const origin = new URL(address).origin;
  return fetch(address, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: cookie, Origin: origin, "Sec-Fetch-Site": "same-origin" },
    body,
  });
}
