import type { TryLater } from "#app/domain/accounts/refusals.ts";
import type { CertificateRefusal } from "#app/domain/certificates/certificate.ts";
import type { CertificateView } from "#app/domain/certificates/certificate-view.ts";
import { parseCheckCode } from "#app/domain/certificates/check-code.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Guest } from "#app/features/accounts/allow.server.ts";
import { Prisma } from "#app/platform/prisma-client/client.ts";
import { networkOf } from "#app/platform/throttle/network-of.ts";
import type { ThrottleRule } from "#app/platform/throttle/throttle.ts";
import { findCertificates } from "./certificate-row.server.ts";

/** Only codes that lead nowhere are counted. Eighty bits need no tighter guard. */
const MISSES: ThrottleRule = { name: "certificate-miss", points: 60, perSeconds: 600 };

type CheckRefusal = Extract<CertificateRefusal, { code: "certificate_unknown" }> | TryLater;

/** What stands behind a code, for whoever holds the paper. Never written and never made up codes answer alike. */
export async function checkCertificate(
  { platform, visit, today }: Guest,
  typed: string,
): Promise<Verdict<CertificateView, CheckRefusal>> {
  const code = parseCheckCode(typed);
  const found =
    code === null
      ? null
      : await platform.db.withCommunes(
          {
            communes: [code.communeId],
            actorId: null,
            verb: "certificates.check",
            requestId: visit.requestId,
          },
          async (tx) => {
            const only = Prisma.sql`c.check_secret = ${code.secret}`;
            return (await findCertificates(tx, code.communeId, today, only))[0] ?? null;
          },
        );
  if (found !== null) return allowed(found);
  const budget = await platform.throttle.spend(MISSES, networkOf(visit.clientAddress));
  return budget.ok
    ? refused({ code: "certificate_unknown" })
    : refused({ code: "try_later", seconds: Math.ceil(budget.retryAfterMs / 1000) });
}
