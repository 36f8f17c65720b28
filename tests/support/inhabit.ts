import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Fixture } from "#prisma/seed/fixture.schema.ts";
import { runCommand } from "./house.ts";
import { INHABITANTS } from "./inhabitants.ts";

/** Makes a house in the folder and lets the inhabitants move in, by the command a person would use. */
export async function inhabit(
  dataDir: string,
  inhabitants: Fixture = INHABITANTS,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const fixture = path.join(dataDir, "inhabitants.json");
  await writeFile(fixture, JSON.stringify(inhabitants));
  const { status, stderr } = await runCommand("seed", ["--file", fixture], dataDir, environment);
  await rm(fixture);
  if (status !== 0) throw new Error(`the house could not be inhabited:\n${stderr}`);
}
