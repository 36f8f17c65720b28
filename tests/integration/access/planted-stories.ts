import type { Id } from "#app/domain/ids.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface StoriesToPlant {
  readonly communeId: number;
  readonly accountId: string;
  readonly askerId: string;
  readonly memberId: string;
  readonly teamId: number;
  readonly villageId: number;
  readonly now: Date;
  readonly canary: string;
  newId(): Id;
}

/** A published story and an initiative on its way; every text of them carries the canary. */
export async function plantStories(tx: Tx, to: StoriesToPlant) {
  const { communeId, accountId, askerId, memberId, teamId, villageId, now, canary } = to;
  const storyId = to.newId();
  const initiativeId = to.newId();
  const place = { communeId, memberId, teamId };
  await tx.story.create({
    data: {
      ...place,
      id: storyId,
      authorId: accountId,
      villageId,
      state: "published",
      version: 1,
      approvedBy: askerId,
      publishedBy: askerId,
      publishedOn: now,
      publishedAt: now,
      createdAt: now,
      changedAt: now,
    },
  });
  await tx.storyVersion.create({
    data: {
      communeId,
      storyId,
      version: 1,
      kind: "example",
      field: "common",
      title: `Chuyện ${canary}`,
      body: `Một câu chuyện đủ dài để kể lại cho bà con nghe: ${canary}`,
      writtenBy: accountId,
      writtenAt: now,
    },
  });
  await tx.initiative.create({
    data: {
      ...place,
      id: initiativeId,
      title: `Sáng kiến ${canary}`,
      problem: `Việc khó của ${canary}`,
      proposal: `Cách làm của ${canary}`,
      proposedAs: "member",
      authorId: accountId,
      state: "submitted",
      createdAt: now,
      changedAt: now,
    },
  });
  return { storyId, initiativeId };
}
