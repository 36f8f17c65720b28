import { CERTIFICATE_PATHS } from "#app/domain/certificates/certificate-paths.ts";
import { formatCheckCode } from "#app/domain/certificates/check-code.ts";
import type { CommuneKind } from "#app/domain/roster/commune.ts";
import type { Guest } from "#app/features/accounts/allow.server.ts";
import { peoplesCommitteeOf } from "#app/messages/official-names.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { PublicJwk } from "./issuer-key.server.ts";

/** What a badge says of its issuer, for programs that check it. Null for a commune that never signed one. */
export function readIssuerProfile(guest: Guest, communeId: number) {
  return ofIssuer(guest, communeId, async (_tx, { url, name, origin }) => ({
    "@context": [
      "https://www.w3.org/ns/credentials/v2",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ],
    id: url,
    type: ["Profile"],
    name,
    url: origin,
  }));
}

/** RFC 7517. Old keys stay: what they signed must still be checked. */
export function readIssuerKeys(guest: Guest, communeId: number) {
  return ofIssuer(guest, communeId, async (tx, { url }) => {
    const keys = await tx.$queryRaw<{ id: string; publicJwk: PublicJwk }[]>`
      select id, public_jwk as "publicJwk" from certificate_key where commune_id = ${communeId} order by made_at, id`;
    return {
      keys: keys.map(({ id, publicJwk }) => ({
        ...publicJwk,
        kid: `${url}/khoa.json#${id}`,
        alg: "EdDSA",
        use: "sig",
      })),
    };
  });
}

/** The 1EdTech revocation list: badges that were taken back, by their own addresses and without anybody's name. */
export function readRevocations(guest: Guest, communeId: number) {
  return ofIssuer(guest, communeId, async (tx, { url, origin }) => {
    const revoked = await tx.$queryRaw<{ secret: string }[]>`
      select c.check_secret as secret
        from certificate c left join badge_award a on a.commune_id = c.commune_id and a.id = c.award_id
       where c.commune_id = ${communeId} and c.credential is not null
         and (c.revoked_at is not null or a.revoked_at is not null)
       order by coalesce(c.revoked_at, a.revoked_at), c.id`;
    return {
      id: `${url}/thu-hoi.json`,
      issuer: url,
      revokedCredential: revoked.map(({ secret }) => ({
        id: `${origin}${CERTIFICATE_PATHS.checkOne(formatCheckCode({ communeId, secret }))}`,
        revoked: true,
        revocationReason: "Đã thu hồi",
      })),
    };
  });
}

interface KnownIssuer {
  readonly origin: string;
  readonly url: string;
  readonly name: string;
}

function ofIssuer<Answer>(
  { platform, visit }: Guest,
  communeId: number,
  read: (tx: Tx, issuer: KnownIssuer) => Promise<Answer>,
): Promise<Answer | null> {
  const origin = platform.config.publicOrigins[0] ?? "";
  const scope = {
    communes: [communeId],
    actorId: null,
    verb: "certificates.read-issuer",
    requestId: visit.requestId,
  };
  return platform.db.withCommunes(scope, async (tx) => {
    const [known] = await tx.$queryRaw<{ kind: CommuneKind; name: string }[]>`
      select c.kind, c.name from commune c
       where c.id = ${communeId} and exists (select from certificate_key k where k.commune_id = c.id)`;
    if (!known) return null;
    return read(tx, {
      origin,
      url: `${origin}${CERTIFICATE_PATHS.issuer(communeId)}`,
      name: peoplesCommitteeOf(known.kind, known.name),
    });
  });
}
