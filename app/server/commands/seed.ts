import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { makeLog } from "#app/platform/log/make-log.server.ts";
import { type Fixture, fixtureSchema } from "#prisma/seed/fixture.schema.ts";
import { FixtureRefused } from "#prisma/seed/fixture-refused.ts";
import { loadFixture } from "#prisma/seed/load-fixture.server.ts";
import { buildHouse } from "../build-house.server.ts";
import type { CommandFacts } from "../command-facts.ts";
import { readCommandConfig } from "../read-command-config.server.ts";

const USAGE = `npm run seed -- --file FILE.json

Loads accounts, communes, villages and teams of a fixture (docs/fixture-format.md), all of it or nothing, beside a running
house or into one that is stopped. What is there already stays as it is.`;

export async function run(facts: CommandFacts): Promise<void> {
  try {
    const fixture = await readFixture(readArguments(facts.args));
    const config = readCommandConfig({ ...facts, args: [] });
    const log = makeLog({ mode: "test", role: "worker" }, process.stderr);
    const house = await buildHouse(config, log, { mayJoin: true });
    const maintain = house.opened.openPool("maintain", { name: "seed", max: 1 });
    try {
      const { accounts, communes, villages, teams, members, roles } = await loadFixture(
        { platform: house.platform, maintain },
        fixture,
      );
      process.stdout.write(
        `New: ${accounts} accounts, ${communes} communes, ${villages} villages, ${teams} teams, ${members} members, ${roles} roles.\n`,
      );
    } finally {
      await maintain.end();
      await house.close();
    }
  } catch (error) {
    if (!(error instanceof FixtureRefused)) throw error;
    process.stderr.write(`${error.message} Nothing was loaded.\n`);
    process.exitCode = 1;
  }
}

function readArguments(args: readonly string[]): string {
  try {
    const { file } = parseArgs({ args: [...args], options: { file: { type: "string" } } }).values;
    if (file === undefined) throw new Error("Name the fixture with --file.");
    return path.resolve(file);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    process.exit(2);
  }
}

async function readFixture(file: string): Promise<Fixture> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new FixtureRefused(`${file} cannot be read.`);
  });
  const parsed = fixtureSchema.safeParse(parseJson(text, file));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new FixtureRefused(`${file}: ${first?.path.join(".") || "the whole"}: ${first?.message}.`);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FixtureRefused(`${file} is not JSON: ${(error as Error).message}.`);
  }
}
