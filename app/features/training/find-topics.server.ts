import { TRAINING_TOPICS } from "#app/domain/activity/training-topic.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** A topic of the commune's own; those of the plans have their words in the catalogue. */
export interface OwnTopic {
  readonly key: string;
  readonly name: string;
  readonly kinds: readonly string[];
  readonly isClosed: boolean;
}

export async function findOwnTopics(tx: Tx, communeId: number): Promise<OwnTopic[]> {
  const rows = await tx.trainingTopic.findMany({
    where: { communeId },
    orderBy: { name: "asc" },
    select: { key: true, name: true, kinds: true, closedOn: true },
  });
  return rows.map(({ closedOn, ...topic }) => ({ ...topic, isClosed: closedOn !== null }));
}

export async function areTopics(tx: Tx, communeId: number, keys: readonly string[]): Promise<boolean> {
  const own = new Set((await findOwnTopics(tx, communeId)).map(({ key }) => key));
  return keys.every((key) => (TRAINING_TOPICS as readonly string[]).includes(key) || own.has(key));
}
