import type { Config } from "#app/platform/config/config.ts";
import { parseConfig } from "#app/platform/config/parse-config.server.ts";
import type { CommandFacts } from "./command-facts.ts";

const ROLES = ["all", "web", "worker"] as const;

/** Mistakes in the environment are the operator's to mend: said one by one, and nothing is started. */
export function readCommandConfig(facts: CommandFacts): Config {
  const asked = facts.args.includes("--role") ? facts.args[facts.args.indexOf("--role") + 1] : "all";
  const role = ROLES.find((known) => known === asked);
  const reading = role
    ? parseConfig(process.env, { appRoot: facts.appRoot, role })
    : { ok: false as const, problems: [`--role must be one of ${ROLES.join(", ")}`] };
  if (reading.ok) return reading.config;
  for (const problem of reading.problems) process.stderr.write(`${problem}\n`);
  process.exit(2);
}
