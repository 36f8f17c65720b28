import { generateSync } from "otplib";
import { CLERK } from "#tests/support/inhabitants.ts";
import { signInPlainly } from "#tests/support/sign-in-plainly.ts";
import type { RunningHouse } from "./running-house.ts";

const ASK_EVERY_MS = 10;
const WEIGH_EVERY_MS = 500;

export interface Watched<Value> {
  readonly value: Value;
  readonly ms: number;
  readonly longestWaitMs: number;
  readonly memoryMb: number;
}

/** While the work runs, somebody else asks the house for the smallest answer it has, again and again. */
export async function watched<Value>(
  house: RunningHouse,
  work: () => Promise<Value>,
): Promise<Watched<Value>> {
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
  let ms = 0;
  // Whoever asks stops before the house does, also when the work failed.
  const value = await work().finally(() => {
    ms = performance.now() - startedMs;
    isOver = true;
    return Promise.all([asking, weighing]);
  });
  return { value, ms, longestWaitMs, memoryMb };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export async function signInClerk(origin: string): Promise<string> {
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
export async function upload(address: string, cookie: string, bytes: Uint8Array): Promise<string> {
  const form = new FormData();
  form.set("effectiveOn", "2026-01-01");
  form.set("file", new File([new Uint8Array(bytes)], "danh-sach.xlsx"));
  const answer = await send(address, cookie, form);
  const to = answer.headers.get("Location");
  if (answer.status !== 303 || to === null) throw new Error(`the file was not taken: ${answer.status}`);
  return to;
}

export async function press(address: string, cookie: string, act: string): Promise<void> {
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
