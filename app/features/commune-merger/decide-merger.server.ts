import { type ActRefusal, judgeDecision, judgeWithdrawal } from "#app/domain/access/two-person-act.ts";
import type { Id } from "#app/domain/ids.ts";
import { firstDayOfMerger, type MergerRefusal } from "#app/domain/merger/commune-merger.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Caller } from "../accounts/allow.server.ts";
import { fromDatabaseDay, toDatabaseDay } from "../communes/database-day.ts";
import { describeDecider } from "../two-person-acts/decide-act.server.ts";
import { carryOutMerger, MERGER_LIMITS } from "./carry-out-merger.server.ts";
import { actStateOf, lockMerger, type MergerRow } from "./find-merger.server.ts";

export interface MergerDecision {
  readonly id: Id;
  readonly isApproved: boolean;
  readonly note: string | null;
}

type Refusal = ActRefusal | MergerRefusal;

/**
 * The second person's word, given in the commune that goes over. Agreed to on its day or later, all of it is done in
 * the same transaction; before, it waits for its day. Null where this commune was asked nothing of the kind.
 */
export async function decideMerger(
  caller: Caller,
  decision: MergerDecision,
): Promise<Verdict<null, Refusal> | null> {
  const { platform, communeId } = caller;
  const offer = await platform.db.prisma.communeMerger.findUnique({
    where: { id: decision.id },
    select: { oldCommuneId: true, newCommuneId: true },
  });
  if (!offer || offer.oldCommuneId !== communeId) return null;
  // Both walls are opened for this act alone: by the one commune's asking and the other's agreeing.
  const communes = [offer.oldCommuneId, offer.newCommuneId];
  const scope = { ...caller.stamp("commune-merger.decide"), communes };
  return platform.db.withCommunes(scope, (tx) => decideInside(caller, tx, decision), MERGER_LIMITS);
}

async function decideInside(
  caller: Caller,
  tx: Tx,
  { id, isApproved, note }: MergerDecision,
): Promise<Verdict<null, Refusal>> {
  const { person, now, today, platform } = caller;
  const row = await lockMerger(tx, id);
  const wanted = isApproved ? "agreed" : "declined";
  if (actStateOf(row.state) === actStateOf(wanted) && row.decidedBy === person.accountId)
    return allowed(null);
  const verdict = judgeDecision(
    {
      state: actStateOf(row.state),
      askedBy: row.askedBy,
      subjectAccountId: "",
      expiresAt: row.expiresAt.getTime(),
    },
    await describeDecider(caller, tx, { communeId: row.oldCommuneId, askedBy: row.askedBy }),
    now.getTime(),
  );
  if (!verdict.ok) return verdict;
  if (isApproved) {
    const standing = await refuseStale(tx, row, toDatabaseDay(today));
    if (standing) return standing;
  }
  const effectiveOn = firstDayOfMerger(fromDatabaseDay(row.effectiveOn), today);
  await tx.communeMerger.update({
    where: { id },
    data: {
      state: wanted,
      effectiveOn: toDatabaseDay(effectiveOn),
      decidedBy: person.accountId,
      decidedAt: now,
      note,
    },
    select: { id: true },
  });
  if (isApproved && effectiveOn <= today) await carryOutMerger(platform, tx, id, now);
  await platform.live.touch(tx, `commune:${row.oldCommuneId}`, `commune:${row.newCommuneId}`);
  return allowed(null);
}

/** What was true when it was asked must still be: who asked holds the office, and neither commune has gone elsewhere. */
async function refuseStale(tx: Tx, row: MergerRow, today: Date) {
  const asker = await tx.roleGrant.count({
    where: {
      communeId: row.newCommuneId,
      accountId: row.askedBy,
      role: "office",
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gte: today } }],
    },
  });
  if (asker === 0) return refused({ code: "merger_asker_left" });
  const end = await tx.communeMerger.findFirst({
    where: { oldCommuneId: { in: [row.oldCommuneId, row.newCommuneId] }, state: { in: ["agreed", "done"] } },
    select: { oldCommuneId: true, effectiveOn: true },
  });
  if (!end) return null;
  const day = fromDatabaseDay(end.effectiveOn);
  return end.oldCommuneId === row.oldCommuneId
    ? refused({ code: "merger_already_agreed", day })
    : refused({ code: "merger_receiver_ended", day });
}

/** Taken back by whoever asked, before it was decided. Null where this commune asked nothing of the kind. */
export async function withdrawMerger(caller: Caller, id: Id): Promise<Verdict<null, ActRefusal> | null> {
  const { platform, person, now, communeId } = caller;
  return platform.db.withCommunes(caller.scope("commune-merger.withdraw"), async (tx) => {
    const known = await tx.communeMerger.findUnique({ where: { id }, select: { newCommuneId: true } });
    if (known?.newCommuneId !== communeId) return null;
    const row = await lockMerger(tx, id);
    if (row.state === "withdrawn" && row.askedBy === person.accountId) return allowed(null);
    const verdict = judgeWithdrawal(
      {
        state: actStateOf(row.state),
        askedBy: row.askedBy,
        subjectAccountId: "",
        expiresAt: row.expiresAt.getTime(),
      },
      person.accountId,
    );
    if (!verdict.ok) return verdict;
    await tx.communeMerger.update({
      where: { id },
      data: { state: "withdrawn", decidedAt: now },
      select: { id: true },
    });
    await platform.live.touch(tx, `commune:${row.newCommuneId}`, `commune:${row.oldCommuneId}`);
    return allowed(null);
  });
}
