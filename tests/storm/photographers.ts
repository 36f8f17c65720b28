import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { makeId } from "#app/domain/ids.ts";
import { drawNoise } from "#tests/support/draw-photo.ts";
import { postAsPhone } from "./post-as-phone.ts";
import type { ScaledHouse } from "./scaled-house.ts";
import type { Pair } from "./writers.ts";

export interface Photographs {
  /** The names under which photographs were acknowledged. */
  readonly sent: readonly string[];
  /** What was said instead, each time. */
  readonly refusals: readonly string[];
}

const PAUSE_MS = 500;
/** What is not acknowledged yet when they are asked to stop is tried for this long. */
const LAST_TRIES_MS = 60_000;

/** Each member sends one photograph after the other, and each again under its name until it is acknowledged. */
export function startPhotographers(origin: string, pairs: readonly Pair[]): { stop(): Promise<Photographs> } {
  const sent: string[] = [];
  const refusals: string[] = [];
  let stopBy = Number.POSITIVE_INFINITY;
  let isStopping = false;

  async function run({ memberCookie }: Pair): Promise<void> {
    while (!isStopping) {
      const id = makeId(Date.now(), randomBytes(10));
      const photo = new Blob([new Uint8Array(await drawNoise())], { type: "image/jpeg" });
      for (;;) {
        const problem = await send(origin, memberCookie, id, photo);
        if (problem === null) {
          sent.push(id);
          break;
        }
        refusals.push(problem);
        if (performance.now() > stopBy) return;
        await pause(PAUSE_MS);
      }
      await pause(PAUSE_MS);
    }
  }

  const running = Promise.all(pairs.map(run));
  return {
    async stop() {
      isStopping = true;
      stopBy = performance.now() + LAST_TRIES_MS;
      await running;
      return { sent, refusals };
    },
  };
}

/** What was acknowledged is there with all its bytes, nothing else is, and who was refused was told to come again. */
export async function judgePhotographs(house: ScaledHouse, { sent, refusals }: Photographs): Promise<void> {
  const rows = await house.ask<{ id: string }>("select id from photo_upload");
  const kept = new Set(rows.map(({ id }) => id));
  const lost = sent.filter((id) => !kept.has(id));
  process.stderr.write(
    `Photographs through it: ${sent.length} acknowledged, ${refusals.length} refused, lost ${lost.length}\n`,
  );
  expect(lost).toEqual([]);
  expect(rows).toHaveLength(sent.length);
  expect(refusals.filter((says) => !says.startsWith("503 ")).slice(0, 5)).toEqual([]);
  expect(refusals.length).toBeGreaterThan(0);
  const { status, stdout } = await house.verify();
  expect(stdout).toContain("Everything is as the facts say.");
  expect(status).toBe(0);
}

function send(origin: string, cookie: string, id: string, photo: Blob): Promise<string | null> {
  const body = new FormData();
  body.set("id", id);
  body.set("photo", photo, "anh.jpg");
  return postAsPhone(origin, { to: "/api/anh", cookie, body });
}
