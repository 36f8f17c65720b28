import type { Clock } from "#app/platform/clock/clock.ts";
import type { Config } from "#app/platform/config/config.ts";
import type { EdgeStep } from "./encounter.ts";

/** Each answers whether its part can serve now. One that throws or does not answer in time counts as not ready. */
export type ReadinessChecks = Readonly<Record<"database" | "jobs" | "migrations", () => Promise<boolean>>>;

type Part = keyof ReadinessChecks;

const ALL_PARTS: readonly Part[] = ["database", "jobs", "migrations"];
/**
 * Of one web process among several. What is wrong with the workers or with a migration under way is shown, and is no
 * reason to send this process nothing: its fellows see the same, and the house would be left without any.
 */
const OWN_PARTS: readonly Part[] = ["database"];

export function decisiveParts(role: Config["role"]): readonly Part[] {
  return role === "web" ? OWN_PARTS : ALL_PARTS;
}

export interface Readiness {
  readonly ready: boolean;
  readonly draining: boolean;
  readonly database: boolean;
  readonly jobs: boolean;
  readonly migrations: boolean;
}

const CHECK_MS = 2_000;
/** Anybody may ask; the database is not asked more often than this. */
const KEEP_MS = 1_000;

/** `/healthz`: the process lives. `/readyz`: it can serve. For balancers, which know no host name of ours. */
export function answerProbes(
  checks: ReadinessChecks,
  clock: Clock,
  isDraining: () => boolean,
  decisive: readonly Part[] = ALL_PARTS,
): EdgeStep {
  let known: {
    readonly untilMs: number;
    readonly answer: Promise<Omit<Readiness, "ready" | "draining">>;
  } | null = null;
  const readParts = () => {
    const nowMs = clock.now().getTime();
    if (known === null || nowMs >= known.untilMs)
      known = { untilMs: nowMs + KEEP_MS, answer: checkAll(checks) };
    return known.answer;
  };
  return (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    if (request.path === "/healthz") {
      response.locals.encounter.kind = "probe";
      response.json({ alive: true });
      return;
    }
    if (request.path !== "/readyz") return next();
    response.locals.encounter.kind = "probe";
    readParts().then((parts) => {
      const draining = isDraining();
      const ready = !draining && decisive.every((part) => parts[part]);
      response.status(ready ? 200 : 503).json({ ready, draining, ...parts } satisfies Readiness);
    }, next);
  };
}

async function checkAll(checks: ReadinessChecks): Promise<Omit<Readiness, "ready" | "draining">> {
  const [database, jobs, migrations] = await Promise.all([
    passes(checks.database),
    passes(checks.jobs),
    passes(checks.migrations),
  ]);
  return { database, jobs, migrations };
}

async function passes(check: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, CHECK_MS, false);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
