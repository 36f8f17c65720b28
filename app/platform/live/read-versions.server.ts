import type { ClientBase, Pool } from "pg";
import type { TopicVersions } from "./live-frames.ts";

export async function readVersions(
  database: Pool | ClientBase,
  topics: readonly string[],
): Promise<TopicVersions> {
  const versions: Record<string, number> = Object.fromEntries(topics.map((topic) => [topic, 0]));
  if (topics.length === 0) return versions;
  const { rows } = await database.query<{ topic: string; version: string }>(
    "select topic, version from live_topic where topic = any($1)",
    [topics],
  );
  for (const row of rows) versions[row.topic] = Number(row.version);
  return versions;
}
