import { randomBytes } from "node:crypto";
import type { Clock, RandomSource } from "./clock.ts";

export const systemClock: Clock = { now: () => new Date() };
export const systemRandom: RandomSource = { bytes: (count) => new Uint8Array(randomBytes(count)) };
