import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { TrainingRefusal } from "#app/domain/training/training-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findStoredFile } from "#app/features/files/answer-stored-file.server.ts";
import { findPicture } from "#app/features/photos/answer-picture.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findTrainees } from "./find-training-book.server.ts";
import { isLookedAfter, trainingReach } from "./reach.ts";

export interface WaitingCertificate {
  readonly id: string;
  readonly courseTitle: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly teamNames: readonly string[];
  readonly completedOn: LocalDate;
  readonly sentOn: LocalDate;
  readonly link: string | null;
  readonly photoId: string | null;
  readonly hasFile: boolean;
}

/** Certificates of the caller's people that wait, the oldest first; never the caller's own. */
export function readWaitingCertificates(caller: Caller): Promise<WaitingCertificate[]> {
  const scope = caller.scope("training.read-certificates");
  const communeId = onlyCommune(scope);
  const reach = trainingReach(caller);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const rows = await tx.$queryRaw<WaitingCertificate[]>`
      select c.id, k.title as "courseTitle", c.member_id as "memberId", m.full_name as "memberName",
             array(select t.name from membership s join team t on t.commune_id = s.commune_id and t.id = s.team_id
                    where s.commune_id = c.commune_id and s.member_id = c.member_id
                      and s.valid_from <= ${caller.today}::date
                      and (s.valid_to is null or s.valid_to >= ${caller.today}::date)
                    order by t.name) as "teamNames",
             c.completed_on::text as "completedOn",
             (c.sent_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "sentOn", c.link, c.photo_id as "photoId",
             c.file_id is not null as "hasFile"
        from training_certificate c
        join training_course k on k.commune_id = c.commune_id and k.id = c.course_id
        join member m on m.commune_id = c.commune_id and m.id = c.member_id
       where c.commune_id = ${communeId} and c.state = 'sent' and c.sent_by <> ${caller.person.accountId}::uuid
         and m.account_id is distinct from ${caller.person.accountId}::uuid
       order by c.sent_at, c.id limit 200`;
    const members = new Map((await findTrainees(tx, communeId)).map((each) => [each.memberId, each]));
    return rows.filter(({ memberId }) => {
      const member = members.get(memberId);
      return member !== undefined && isLookedAfter(reach, member, caller.today);
    });
  });
}

type DecideRefusal =
  | Extract<TrainingRefusal, { code: "certificate_decided_already" }>
  | { readonly code: "not_permitted" };

/** G02: confirmed, or sent back with a reason; by another person than the member, within the caller's teams. */
export function decideCertificate(
  caller: Caller,
  { id, reason }: { readonly id: string; readonly reason: string | null },
): Promise<Verdict<null, DecideRefusal>> {
  return inRoster(caller, "training.decide-certificate", async (tx, { communeId, actorId, now, today }) => {
    const row = await tx.trainingCertificate.findUnique({
      where: { communeId_id: { communeId, id } },
      select: { memberId: true, sentBy: true },
    });
    const [member] = row ? await findTrainees(tx, communeId, row.memberId) : [];
    const reach = trainingReach(caller);
    const isTheirs = member && isLookedAfter(reach, member, today);
    if (!row || !isTheirs || row.sentBy === actorId || member.accountId === actorId)
      return refused({ code: "not_permitted" });
    const { count } = await tx.trainingCertificate.updateMany({
      where: { communeId, id, state: "sent" },
      data: { state: reason === null ? "confirmed" : "returned", decidedBy: actorId, decidedAt: now, reason },
    });
    return count === 0 ? refused({ code: "certificate_decided_already" }) : allowed(null);
  });
}

/** The picture or PDF of a certificate, for the member and for whoever may decide on it. */
export function findCertificateProof(caller: Caller, id: string) {
  const scope = caller.scope("training.read-certificate-proof");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const row = await tx.trainingCertificate.findUnique({
      where: { communeId_id: { communeId, id } },
      select: { memberId: true, fileId: true, photoId: true },
    });
    if (!row || !(await maySee(tx, caller, communeId, row.memberId))) return null;
    return {
      file: row.fileId === null ? null : await findStoredFile(tx, communeId, row.fileId),
      picture: row.photoId === null ? null : await findPicture(tx, communeId, row.photoId, "large"),
    };
  });
}

async function maySee(tx: Tx, caller: Caller, communeId: number, memberId: string): Promise<boolean> {
  const [member] = await findTrainees(tx, communeId, memberId);
  if (member?.accountId === caller.person.accountId) return true;
  const grants = caller.permission.grants.filter(({ role }) => role !== "member");
  return (
    member !== undefined &&
    isLookedAfter(trainingReach({ communeId, permission: { grants } }), member, caller.today)
  );
}
