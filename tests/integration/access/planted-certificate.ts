import { randomBytes } from "node:crypto";
import { makeCheckSecret } from "#app/domain/certificates/check-code.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface CertificateWish {
  readonly communeId: number;
  readonly certificateId: string;
  readonly memberId: string;
  readonly accountId: string;
  readonly canary: string;
  readonly now: Date;
}

/** A paper of the planted member; its name and its team carry the canary. */
export async function plantCertificate(
  tx: Tx,
  { communeId, certificateId, memberId, accountId, canary, now }: CertificateWish,
): Promise<void> {
  const figures = {
    claims: 1,
    days: 1,
    minutes: 0,
    claimsWithMinutes: 0,
    people: 1,
    visits: 1,
    asTeacher: 0,
    asHelper: 0,
  };
  await tx.certificate.create({
    data: {
      communeId,
      id: certificateId,
      year: now.getUTCFullYear(),
      number: 1,
      checkSecret: makeCheckSecret(randomBytes(16)),
      kind: "participation",
      memberId,
      holderName: `Lò Thị ${canary}`,
      content: {
        is: "participation",
        from: "2026-03-01",
        to: "2026-05-31",
        figures,
        teams: [{ name: `Tổ ${canary}`, role: "member" }],
      },
      contentSha256: randomBytes(32),
      issuer: { kind: "commune", name: canary, province: "" },
      issuedBy: accountId,
      issuedAt: now,
    },
    select: { id: true },
  });
}
