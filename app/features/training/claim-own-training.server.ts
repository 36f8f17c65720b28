import type { TrainingRefusal } from "#app/domain/training/training-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { noteClaim } from "./check-in.server.ts";
import { claimOwnCertificate, claimOwnSession } from "./claim-training.server.ts";
import { findAttendance, findSession } from "./find-sessions.server.ts";

type ClaimRefusal =
  | Extract<
      TrainingRefusal,
      {
        code:
          | "training_not_attended"
          | "training_pays_nothing"
          | "training_claim_refused"
          | "certificate_not_confirmed";
      }
    >
  | { readonly code: "not_permitted" };

/** The member's record of a session he was listed at and has none for yet. */
export async function claimSession(caller: Caller, sessionId: string): Promise<Verdict<null, ClaimRefusal>> {
  const scope = caller.scope("training.find-attended");
  const communeId = onlyCommune(scope);
  const found = await caller.platform.db.withCommunes(scope, async (tx) => {
    const member = await tx.member.findFirst({
      where: { communeId, accountId: caller.person.accountId },
      select: { id: true },
    });
    const session = await findSession(tx, communeId, sessionId);
    if (!member || !session) return null;
    const row = (await findAttendance(tx, communeId, sessionId)).find(
      ({ memberId }) => memberId === member.id,
    );
    return { memberId: member.id, session, row };
  });
  if (!found) return refused({ code: "not_permitted" });
  const { session, memberId, row } = found;
  if (row?.state !== "present") return refused({ code: "training_not_attended" });
  if (!session.isMandatory) return refused({ code: "training_pays_nothing" });
  if (row.claimId !== null) return allowed(null);
  const claimId = await claimOwnSession(caller, memberId, session);
  if (claimId === null) return refused({ code: "training_claim_refused" });
  await noteClaim(caller, sessionId, memberId, claimId);
  return allowed(null);
}

/** The same for a confirmed certificate: another person verified it, and another verifies the record. */
export async function claimCertificate(caller: Caller, id: string): Promise<Verdict<null, ClaimRefusal>> {
  const scope = caller.scope("training.find-confirmed");
  const communeId = onlyCommune(scope);
  const found = await caller.platform.db.withCommunes(scope, async (tx) => {
    const row = await tx.trainingCertificate.findUnique({ where: { communeId_id: { communeId, id } } });
    const course =
      row &&
      (await tx.trainingCourse.findUnique({
        where: { communeId_id: { communeId, id: row.courseId } },
        select: { title: true },
      }));
    const member = await tx.member.findFirst({
      where: { communeId, accountId: caller.person.accountId },
      select: { id: true },
    });
    return row && course && row.memberId === member?.id ? { row, course } : null;
  });
  if (!found) return refused({ code: "not_permitted" });
  const { row, course } = found;
  if (row.state !== "confirmed") return refused({ code: "certificate_not_confirmed" });
  if (row.claimId !== null) return allowed(null);
  const claimId = await claimOwnCertificate(caller, row.memberId, {
    id,
    title: course.title,
    completedOn: fromDatabaseDay(row.completedOn),
    link: row.link,
    photoId: row.photoId,
  });
  if (claimId === null) return refused({ code: "training_claim_refused" });
  await caller.platform.db.withCommunes(
    scope,
    (tx) => tx.$executeRaw`
      update training_certificate t set claim_id = c.id from claim c
       where t.commune_id = ${communeId} and t.id = ${id}::uuid and t.claim_id is null
         and c.commune_id = t.commune_id and c.id = ${claimId}::uuid and c.member_id = t.member_id`,
  );
  return allowed(null);
}
