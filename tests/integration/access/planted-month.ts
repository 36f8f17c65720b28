import { createHash } from "node:crypto";
import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface MonthToPlant {
  readonly communeId: number;
  readonly accountId: string;
  readonly askerId: string;
  readonly memberId: string;
  readonly teamId: number;
  readonly villageId: number;
  readonly now: Date;
  readonly canary: string;
  newId(): string;
}

/** The month of every planted commune whose figures stand. */
export const PLANTED_MONTH = 202610;

/** A month whose figures stand, with work, an objection and an exception that waits. */
export async function plantMonth(
  tx: Tx,
  wish: MonthToPlant,
): Promise<{ readonly claimId: string; readonly exceptionId: string }> {
  const { communeId, accountId, askerId, memberId, teamId, villageId, now, canary, newId } = wish;
  const day = new Date("2026-10-01T00:00:00Z");
  const { version } = await findSchemeOn(tx, communeId, "2026-10-01" as never);
  await tx.month.create({
    data: {
      communeId,
      id: PLANTED_MONTH,
      firstDay: new Date("2026-09-15T00:00:00Z"),
      lastDay: new Date("2026-10-14T00:00:00Z"),
      graceEndsAt: new Date("2026-10-17T17:00:00Z"),
      appealsEndAt: new Date("2026-12-30T17:00:00Z"),
      state: "provisional",
      schemeVersion: version,
      isTrial: true,
      openedAt: now,
      frozenAt: now,
    },
    select: { id: true },
  });
  const [claimId, exceptionId] = [newId(), newId()];
  await tx.claim.create({
    data: {
      communeId,
      id: claimId,
      state: "submitted",
      memberId,
      teamId,
      villageId,
      activityKey: "talk",
      workDate: day,
      mode: "meeting",
      note: canary,
      visits: 1,
      enteredBy: askerId,
      receivedAt: now,
      submittedAt: now,
    },
    select: { id: true },
  });
  const part = { communeId, claimId, memberId, part: "claimant", teamId, villageId, joinedAt: now };
  await tx.claimParticipant.create({ data: part, select: { claimId: true } });
  const content = {
    activityKey: "talk",
    workDate: day.toISOString().slice(0, 10),
    mode: "meeting",
    audience: "residents",
    place: null,
    note: canary,
    link: null,
    visits: 1,
    minutes: null,
    counters: {},
    movements: [],
    units: [],
    helpers: [],
    photos: [],
  };
  const sha256 = new Uint8Array(createHash("sha256").update(JSON.stringify(content)).digest());
  await tx.claimRevision.create({
    data: { communeId, claimId, revision: 1, content, sha256, madeBy: askerId, madeAt: now },
    select: { claimId: true },
  });
  await tx.appeal.create({
    data: {
      communeId,
      id: newId(),
      monthId: PLANTED_MONTH,
      teamId,
      text: canary,
      madeBy: accountId,
      madeAt: now,
    },
    select: { id: true },
  });
  await tx.monthException.create({
    data: {
      communeId,
      id: exceptionId,
      monthId: PLANTED_MONTH,
      claimId,
      proposed: { revision: 1 },
      reason: `${canary} ${canary}`,
      document: canary,
      askedBy: askerId,
      askedAt: now,
    },
    select: { id: true },
  });
  return { claimId, exceptionId };
}
