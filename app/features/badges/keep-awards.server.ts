import type { Badge } from "#app/domain/badges/badge.ts";
import { type DueAward, dueAwards } from "#app/domain/badges/due-awards.ts";
import {
  type AwardChanges,
  reconcileAwards,
  type WrittenAward,
} from "#app/domain/badges/reconcile-awards.ts";
import { makeId } from "#app/domain/ids.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { READ_WRITTEN } from "./badge-facts.sql.ts";
import { type ReadRows, rowsOf } from "./find-badges.server.ts";
import { type CommuneFacts, type RuleSubject, readSubjectFacts } from "./read-subject-facts.server.ts";

/** What the records say, and what is written: with the ledger's own engine in the house, in verify and in previews. */
export async function compareAwards(
  read: ReadRows,
  communeId: number,
  { badges, commune, subject, ids }: Circle,
): Promise<ReadonlyMap<string, AwardChanges>> {
  const facts = await readSubjectFacts(read, communeId, commune, subject, ids);
  const rows = await read<WrittenAward & { subjectId: string }>(READ_WRITTEN, [communeId, subject, [...ids]]);
  const own = badges.filter(({ versions }) => versions.some(({ content }) => content.subject === subject));
  return new Map(
    ids.flatMap((id) => {
      const known = facts.get(id);
      if (!known) return [];
      const due = own.flatMap((badge) => dueAwards(badge, known, commune.months));
      const changes = reconcileAwards(
        due,
        rows.filter(({ subjectId }) => subjectId === id),
      );
      const isSame = changes.grants.length + changes.rewrites.length + changes.revokes.length === 0;
      return isSame ? [] : [[id, changes] as const];
    }),
  );
}

export interface Circle {
  readonly badges: readonly Badge[];
  readonly commune: CommuneFacts;
  readonly subject: RuleSubject;
  readonly ids: readonly string[];
}

/** Writes what is due and takes back what is not. The caller holds the commune's badges. How many rows changed. */
export async function keepAwards(
  platform: Pick<Platform, "random">,
  tx: Tx,
  communeId: number,
  circle: Circle,
  now: Date,
): Promise<number> {
  const changes = await compareAwards(rowsOf(tx), communeId, circle);
  const granted: NewAward[] = [];
  const revoked: string[] = [];
  let count = 0;
  for (const [subjectId, { grants, rewrites, revokes }] of changes) {
    for (const due of grants) {
      const id = makeId(now.getTime(), platform.random.bytes(10));
      granted.push({
        id,
        communeId,
        subject: circle.subject,
        subjectId,
        grantedAt: now,
        ...rowOf(due, circle),
      });
    }
    for (const { id, due } of rewrites) {
      await tx.badgeAward.update({
        where: { communeId_id: { communeId, id } },
        data: rowOf(due, circle),
        select: { id: true },
      });
    }
    revoked.push(...revokes.map(({ id }) => id));
    count += grants.length + rewrites.length + revokes.length;
  }
  if (revoked.length > 0) {
    await tx.badgeAward.updateMany({
      where: { communeId, id: { in: revoked }, revokedAt: null },
      data: { revokedAt: now, revokeReason: REVOKED_BY_RULE },
    });
  }
  if (granted.length > 0) await tx.badgeAward.createMany({ data: granted, skipDuplicates: true });
  return count;
}

/** The records it stood on no longer carry it. */
export const REVOKED_BY_RULE = "by rule";

interface NewAward extends ReturnType<typeof rowOf> {
  readonly id: string;
  readonly communeId: number;
  readonly subject: RuleSubject;
  readonly subjectId: string;
  readonly grantedAt: Date;
}

function rowOf(due: DueAward, { commune }: Circle) {
  const { badgeKey, version, tier, occasion, earnedOn, monthId, basis } = due;
  return {
    badgeKey,
    version,
    tier,
    occasion,
    earnedOn: toDatabaseDay(earnedOn),
    monthId,
    basis: { value: basis.value, goal: basis.goal, claims: [...basis.claims] },
    isFinal: commune.months.find(({ id }) => id === monthId)?.isSealed ?? false,
  };
}
