import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type CertificateRefusal, judgeRange } from "#app/domain/certificates/certificate.ts";
import { canonicalJson } from "#app/domain/months/canonical-json.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findOwnMember } from "#app/features/personal-data/find-member.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { readParticipation } from "./read-participation.server.ts";
import { writeCertificate } from "./write-certificate.server.ts";

/**
 * A paper on one's own work of these days, whenever a school or an employer asks. Asked again while nothing changed,
 * the paper that stands is given once more.
 */
export async function issueParticipation(
  caller: Caller,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<Verdict<{ readonly id: string }, CertificateRefusal>> {
  const { platform, communeId, person } = caller;
  const wrong = judgeRange(from, to, caller.today);
  if (wrong) return refused(wrong);
  if (communeId === null) return refused({ code: "certificate_not_on_roster" });
  return platform.db.withCommunes(caller.scope("certificates.issue-participation"), async (tx) => {
    const member = await findOwnMember(tx, communeId, person.accountId);
    if (!member) return refused({ code: "certificate_not_on_roster" });
    const content = await readParticipation(tx, communeId, member.id, { from, to });
    if (content.figures.claims === 0) return refused({ code: "certificate_no_work" });
    const same = await findSame(tx, communeId, member.id, canonicalJson({ ...content }));
    if (same !== null) return allowed({ id: same });
    const id = await writeCertificate(tx, platform, {
      communeId,
      content,
      awardId: null,
      memberId: member.id,
      holderName: member.fullName,
      validUntil: null,
      issuedBy: person.accountId,
    });
    return allowed({ id });
  });
}

async function findSame(
  tx: Tx,
  communeId: number,
  memberId: string,
  content: string,
): Promise<string | null> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    select id from certificate
     where commune_id = ${communeId} and member_id = ${memberId}::uuid and kind = 'participation'
       and content = ${content}::jsonb and revoked_at is null and holder_name is not null
     order by issued_at desc limit 1`;
  return found?.id ?? null;
}
