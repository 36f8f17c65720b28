import { createHash } from "node:crypto";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { AwardContent, CertificateContent } from "#app/domain/certificates/certificate.ts";
import { CERTIFICATE_PATHS } from "#app/domain/certificates/certificate-paths.ts";
import type { Issuer } from "#app/domain/certificates/certificate-view.ts";
import {
  CHECK_CODE_RANDOM_BYTES,
  formatCheckCode,
  makeCheckSecret,
} from "#app/domain/certificates/check-code.ts";
import { credentialOf } from "#app/domain/certificates/credential.ts";
import { makeId } from "#app/domain/ids.ts";
import { canonicalJson } from "#app/domain/months/canonical-json.ts";
import type { CommuneKind } from "#app/domain/roster/commune.ts";
import { peoplesCommitteeOf } from "#app/messages/official-names.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { issuerKeyOf, signJws } from "./issuer-key.server.ts";

export interface NewCertificate {
  readonly communeId: number;
  readonly content: CertificateContent;
  readonly awardId: string | null;
  readonly memberId: string | null;
  readonly holderName: string;
  readonly validUntil: LocalDate | null;
  readonly issuedBy: string;
}

/** The first key of the advisory lock under which a commune's papers are numbered. */
const NUMBER_LOCK = 7302;

/** Numbers a paper, signs it where it is a badge of a member, and keeps it. Answers its id. */
export async function writeCertificate(
  tx: Tx,
  { clock, random, keys, config }: Pick<Platform, "clock" | "random" | "keys" | "config">,
  paper: NewCertificate,
): Promise<string> {
  const { communeId, content } = paper;
  const now = clock.now();
  const id = makeId(now.getTime(), random.bytes(10));
  const secret = makeCheckSecret(random.bytes(CHECK_CODE_RANDOM_BYTES));
  const issuer = await findIssuer(tx, communeId);
  const text = canonicalJson({ ...content });
  const key = content.is === "award" && paper.memberId !== null ? issuerKeyOf(keys, communeId) : null;
  if (key !== null) {
    await tx.$executeRaw`
      insert into certificate_key (commune_id, id, public_jwk, made_at)
      values (${communeId}, ${key.id}, ${JSON.stringify(key.publicJwk)}::jsonb, ${now}) on conflict do nothing`;
  }
  const credential =
    key === null || content.is !== "award"
      ? null
      : signJws(
          credentialFor(paper, content, {
            origin: config.publicOrigins[0] ?? "",
            code: formatCheckCode({ communeId, secret }),
            issuer,
            salt: Buffer.from(random.bytes(12)).toString("hex"),
            at: now,
          }),
          { kid: `${config.publicOrigins[0]}${CERTIFICATE_PATHS.issuerKeys(communeId)}#${key.id}` },
          key.privateKey,
        );
  await tx.$executeRaw`select pg_advisory_xact_lock(${NUMBER_LOCK}::int, ${communeId}::int)`;
  await tx.$executeRaw`
    insert into certificate (commune_id, id, year, number, check_secret, kind, award_id, member_id, holder_name, content,
                             content_sha256, issuer, valid_until, credential, key_id, issued_by, issued_at)
    select ${communeId}, ${id}::uuid, y.year,
           1 + coalesce((select max(c.number) from certificate c where c.commune_id = ${communeId} and c.year = y.year), 0),
           ${secret}, ${content.is}, ${paper.awardId}::uuid, ${paper.memberId}::uuid, ${paper.holderName}, ${text}::jsonb,
           ${createHash("sha256").update(text, "utf8").digest()}, ${JSON.stringify(issuer)}::jsonb,
           ${paper.validUntil}::date, ${credential}, ${key?.id ?? null}, ${paper.issuedBy}::uuid, ${now}
      from (select extract(year from (${now}::timestamptz at time zone 'Asia/Ho_Chi_Minh'))::smallint as year) y`;
  return id;
}

async function findIssuer(tx: Tx, communeId: number): Promise<Issuer> {
  const commune = await tx.commune.findUniqueOrThrow({ where: { id: communeId } });
  return { kind: commune.kind as CommuneKind, name: commune.name, province: commune.province };
}

function credentialFor(
  { memberId, validUntil, communeId }: NewCertificate,
  content: AwardContent,
  made: {
    readonly origin: string;
    readonly code: string;
    readonly issuer: Issuer;
    readonly salt: string;
    readonly at: Date;
  },
) {
  const { origin, code, issuer, salt, at } = made;
  return credentialOf({
    content,
    checkUrl: `${origin}${CERTIFICATE_PATHS.checkOne(code)}`,
    issuer: {
      url: `${origin}${CERTIFICATE_PATHS.issuer(communeId)}`,
      name: peoplesCommitteeOf(issuer.kind, issuer.name),
    },
    revocationsUrl: `${origin}${CERTIFICATE_PATHS.revocations(communeId)}`,
    identity: { hash: createHash("sha256").update(`${memberId}${salt}`, "utf8").digest("hex"), salt },
    validFrom: at.toISOString(),
    // Valid through the last moment of its last day in Việt Nam.
    validUntil: validUntil === null ? null : new Date(`${validUntil}T23:59:59+07:00`).toISOString(),
  });
}
