import type { Tx } from "#app/platform/db/database.ts";
import type { TestOffice } from "../communes/office.ts";

export interface MergerWish {
  readonly communeId: number;
  readonly mergerId: string;
  readonly askerId: string;
  readonly accountId: string;
  readonly canary: string;
  readonly now: Date;
}

/** How far the communes that ask lie from the planted ones. */
const BESIDE = 500;

/** Another commune has asked this one to go over into it, and waits for an answer. */
export async function plantMerger(office: TestOffice, wish: MergerWish): Promise<void> {
  const { communeId, mergerId, askerId, accountId, canary, now } = wish;
  const newCommuneId = communeId + BESIDE;
  const dayOf = (text: string) => new Date(`${text}T00:00:00Z`);
  await office.platform.db.withCommunes(office.scope(newCommuneId, null), async (tx: Tx) => {
    await tx.$executeRaw`
      insert into commune (id, kind, name, preset_id, founded_by, founded_at, set_up_at)
      values (${newCommuneId}, 'commune', ${canary}, 'dai-son-2026', ${accountId}::uuid, ${now}, ${now})`;
    await tx.communeMerger.create({
      data: {
        id: mergerId,
        oldCommuneId: communeId,
        newCommuneId,
        oldName: canary,
        newName: canary,
        effectiveOn: dayOf("2027-07-01"),
        decisionNumber: "12/NQ",
        decisionDate: dayOf("2026-06-01"),
        askedBy: askerId,
        askedAt: now,
        expiresAt: new Date(now.getTime() + 86_400_000),
      },
      select: { id: true },
    });
  });
}
