import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type CertificateContent, stateOf } from "#app/domain/certificates/certificate.ts";
import type { CertificateView, Issuer } from "#app/domain/certificates/certificate-view.ts";
import { formatCheckCode } from "#app/domain/certificates/check-code.ts";
import type { BadgeProposal } from "#app/domain/plan/badge-proposal.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { Prisma } from "#app/platform/prisma-client/client.ts";

interface Row {
  readonly communeId: number;
  readonly id: string;
  readonly secret: string;
  readonly number: string;
  readonly content: CertificateContent;
  readonly holderName: string | null;
  readonly issuer: Issuer;
  readonly issuedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly revokedOn: LocalDate | null;
  readonly awardRevokedOn: LocalDate | null;
  readonly revokeReason: string | null;
  readonly credential: string | null;
  readonly digest: string;
  readonly award: BadgeProposal["award"] | null;
  readonly tier: number | null;
}

const IN_VIETNAM = Prisma.sql`at time zone 'Asia/Ho_Chi_Minh'`;

/** Papers of one commune, newest first, as they stand today. */
export async function findCertificates(
  tx: Tx,
  communeId: number,
  today: LocalDate,
  only: Prisma.Sql,
): Promise<CertificateView[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select c.commune_id as "communeId", c.id, c.check_secret as secret,
           lpad(c.number::text, 2, '0') || '/' || c.year as number, c.content, c.holder_name as "holderName", c.issuer,
           (c.issued_at ${IN_VIETNAM})::date::text as "issuedOn", c.valid_until::text as "validUntil",
           (c.revoked_at ${IN_VIETNAM})::date::text as "revokedOn",
           (a.revoked_at ${IN_VIETNAM})::date::text as "awardRevokedOn",
           coalesce(c.revoke_reason, a.revoke_reason) as "revokeReason", c.credential,
           left(encode(c.content_sha256, 'hex'), 12) as digest, d.content -> 'award' as award, a.tier::int as tier
      from certificate c
      left join badge_award a on a.commune_id = c.commune_id and a.id = c.award_id
      left join badge_definition d on d.commune_id = a.commune_id and d.key = a.badge_key and d.version = a.version
     where c.commune_id = ${communeId} and ${only}
     order by c.issued_at desc, c.id desc`;
  return rows.map(({ communeId: commune, secret, revokedOn, awardRevokedOn, award, tier, ...row }) => ({
    ...row,
    medal: award === null || tier === null ? null : { award, tier },
    code: formatCheckCode({ communeId: commune, secret }),
    state: stateOf({ validUntil: row.validUntil, revokedOn, awardRevokedOn }, today),
  }));
}
