import type { Caller } from "#app/features/accounts/allow.server.ts";
import { readLogKinds } from "#app/features/activity-log/read-log-kinds.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findOwnTopics, type OwnTopic } from "./find-topics.server.ts";

export interface TopicDesk {
  readonly ownTopics: readonly OwnTopic[];
  readonly kinds: readonly { readonly key: string; readonly name: string }[];
  /** Names of the kinds of work each topic prepares for, as today's rules say. */
  readonly kindsOf: Readonly<Record<string, readonly string[]>>;
}

export async function readTopicDesk(caller: Caller): Promise<TopicDesk> {
  const kinds = await readLogKinds(caller);
  const scope = caller.scope("training.read-topics");
  const ownTopics = await caller.platform.db.withCommunes(scope, (tx) =>
    findOwnTopics(tx, onlyCommune(scope)),
  );
  const kindsOf: Record<string, string[]> = {};
  for (const { name, topics } of kinds) {
    for (const topic of topics) kindsOf[topic] = [...(kindsOf[topic] ?? []), name];
  }
  return { ownTopics, kinds: kinds.map(({ key, name }) => ({ key, name })), kindsOf };
}
