import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import type { PasswordHasher } from "./password-hasher.ts";

export interface PasswordHasherOptions {
  readonly atOnce?: number;
  readonly waitingAtMost?: number;
}

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. Algorithm 2 is argon2id. */
const ARGON2ID = { algorithm: 2, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;
const WAITING_AT_MOST = 100;

/** One core is left to everybody who is not signing in. */
export function makePasswordHasher(options: PasswordHasherOptions = {}): PasswordHasher {
  const line = makeLine(options.atOnce ?? Math.max(1, availableParallelism() - 1));
  const waitingAtMost = options.waitingAtMost ?? WAITING_AT_MOST;
  // Made before the first question, so that not even the first answer is slower.
  const nobodys = hash("the password of nobody", ARGON2ID);

  return {
    hash: (password) => line.run(() => hash(password, ARGON2ID)),
    async verify(known, password) {
      if (line.waiting() >= waitingAtMost) return "busy";
      const against = known ?? (await nobodys);
      const isMatch = await line.run(() => verify(against, password));
      return known !== null && isMatch ? "match" : "mismatch";
    },
  };
}

interface Line {
  run<T>(work: () => Promise<T>): Promise<T>;
  waiting(): number;
}

/** First come, first served, `atOnce` at a time. */
function makeLine(atOnce: number): Line {
  const queue: (() => void)[] = [];
  let running = 0;
  return {
    waiting: () => queue.length,
    async run(work) {
      if (running >= atOnce) await new Promise<void>((resolve) => queue.push(resolve));
      else running++;
      try {
        return await work();
      } finally {
        const next = queue.shift();
        if (next) next();
        else running--;
      }
    },
  };
}
