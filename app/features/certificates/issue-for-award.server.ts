import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { AwardContent, CertificateRefusal } from "#app/domain/certificates/certificate.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { writeCertificate } from "./write-certificate.server.ts";

interface AwardRow {
  readonly subject: "member" | "team" | "household" | "village";
  readonly memberId: string | null;
  readonly accountId: string | null;
  readonly holder: string | null;
  readonly revokedAt: Date | null;
  readonly validUntil: LocalDate | null;
  readonly badgeKey: string;
  readonly version: number;
  readonly title: string;
  readonly description: string;
  readonly tier: number;
  readonly tiers: number;
  readonly earnedOn: LocalDate;
  readonly number: string | null;
  readonly numberDate: LocalDate | null;
  readonly certificateId: string | null;
}

export interface AwardToCertify {
  readonly awardId: string;
  /** Of a household: nobody's list holds its head's name in the clear, so whoever asks for the paper types it. */
  readonly holderName: string | null;
}

/**
 * The paper of an award, made once: whoever asks again gets the same one. Null when there is no such award, or none
 * this person may have the paper of.
 */
export async function issueForAward(
  caller: Caller,
  { awardId, holderName }: AwardToCertify,
  whose: "own" | "any",
): Promise<Verdict<{ readonly id: string }, CertificateRefusal> | null> {
  const { platform, communeId, person } = caller;
  if (communeId === null) return null;
  return platform.db.withCommunes(caller.scope("certificates.issue-for-award"), async (tx) => {
    const award = await lockAward(tx, communeId, awardId);
    if (!award || (whose === "own" && award.accountId !== person.accountId)) return null;
    if (award.certificateId !== null) return allowed({ id: award.certificateId });
    if (award.revokedAt !== null) return refused({ code: "certificate_award_revoked" });
    const name = award.holder ?? holderName;
    if (name === null) return refused({ code: "certificate_name_missing" });
    const id = await writeCertificate(tx, platform, {
      communeId,
      content: contentOf(award),
      awardId,
      memberId: award.memberId,
      holderName: name,
      validUntil: award.validUntil,
      issuedBy: person.accountId,
    });
    return allowed({ id });
  });
}

/** Held to the end, so that two who ask at once get one paper, and none of an award that is just being taken back. */
async function lockAward(tx: Tx, communeId: number, awardId: string): Promise<AwardRow | null> {
  await tx.$executeRaw`
    select from badge_award where commune_id = ${communeId} and id = ${awardId}::uuid for no key update`;
  const [award] = await tx.$queryRaw<AwardRow[]>`
    select a.subject, m.id as "memberId", m.account_id as "accountId",
           coalesce(m.full_name, t.name, v.name) as holder, a.revoked_at as "revokedAt",
           a.valid_until::text as "validUntil", a.badge_key as "badgeKey", a.version,
           d.content ->> 'name' as title, d.content ->> 'description' as description, a.tier::int as tier,
           coalesce(jsonb_array_length(d.content #> '{award,goals}'), 1)::int as tiers, a.earned_on::text as "earnedOn",
           a.number, a.number_date::text as "numberDate", c.id as "certificateId"
      from badge_award a
      join badge_definition d on d.commune_id = a.commune_id and d.key = a.badge_key and d.version = a.version
      left join member m on a.subject = 'member' and m.commune_id = a.commune_id and m.id::text = a.subject_id
      left join team t on a.subject = 'team' and t.commune_id = a.commune_id and t.id::text = a.subject_id
      left join village v on a.subject = 'village' and v.commune_id = a.commune_id and v.id::text = a.subject_id
      left join certificate c on c.commune_id = a.commune_id and c.award_id = a.id and c.revoked_at is null
     where a.commune_id = ${communeId} and a.id = ${awardId}::uuid`;
  return award ?? null;
}

function contentOf(award: AwardRow): AwardContent {
  return {
    is: "award",
    badgeKey: award.badgeKey,
    badgeVersion: award.version,
    title: award.title,
    description: award.description,
    tier: award.tiers > 1 ? award.tier : null,
    earnedOn: award.earnedOn,
    decision:
      award.number !== null && award.numberDate !== null
        ? { number: award.number, date: award.numberDate }
        : null,
  };
}
