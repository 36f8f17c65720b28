import type { CertificateRefusal } from "#app/domain/certificates/certificate.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";

/** Takes a paper back, once and with a reason that stands in the public list. Null when there is no such paper. */
export async function revokeCertificate(
  caller: Caller,
  id: string,
  reason: string,
): Promise<Verdict<null, CertificateRefusal> | null> {
  const { platform, communeId, person, now } = caller;
  if (communeId === null) return null;
  return platform.db.withCommunes(caller.scope("certificates.revoke"), async (tx) => {
    const [paper] = await tx.$queryRaw<
      { revokedAt: Date | null; revokedBy: string | null; reason: string | null }[]
    >`
      select revoked_at as "revokedAt", revoked_by as "revokedBy", revoke_reason as reason from certificate
       where commune_id = ${communeId} and id = ${id}::uuid for update`;
    if (!paper) return null;
    if (paper.revokedAt !== null) {
      const isSame = paper.revokedBy === person.accountId && paper.reason === reason;
      return isSame ? allowed(null) : refused({ code: "certificate_revoked_already" });
    }
    await tx.$executeRaw`
      update certificate set revoked_at = ${now}, revoked_by = ${person.accountId}::uuid, revoke_reason = ${reason}
       where commune_id = ${communeId} and id = ${id}::uuid`;
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}
