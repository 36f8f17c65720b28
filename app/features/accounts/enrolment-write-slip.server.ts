import { createHash } from "node:crypto";
import { makeRecoveryCode } from "#app/domain/accounts/recovery-code.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import type { Platform } from "#app/platform/platform.ts";
import { PATHS } from "./paths.ts";
import { makeReferenceToken } from "./reference-token.server.ts";

export interface SlipToWrite {
  readonly accountId: string;
  readonly communeId: number;
  readonly purpose: "enrol" | "reset";
  readonly madeBy: string;
  readonly lifeMs: number;
  /** The act of two persons that allows it to end the second factor as well. */
  readonly actId: string | null;
}

/** What is printed, and kept nowhere: the database holds only what recognises it. */
export interface SlipSecret {
  readonly link: string;
  readonly code: string;
  readonly expiresAt: Date;
}

/** A new slip in place of any older one of the account. 256 bits in the picture, 60 in the typed code. */
export async function writeSlip(platform: Platform, tx: Tx, slip: SlipToWrite): Promise<SlipSecret> {
  const now = platform.clock.now();
  const token = makeReferenceToken(platform.random);
  const code = makeRecoveryCode(platform.random.bytes(12));
  const expiresAt = new Date(now.getTime() + slip.lifeMs);
  // Two who print for one person at the same moment take turns: one slip is open at a time, the later one.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('enrolment-slip'), hashtext(${slip.accountId}))`;
  await withdrawSlips(tx, slip.accountId, now);
  await tx.enrolmentSlip.create({
    data: {
      id: makeId(now.getTime(), platform.random.bytes(10)),
      tokenHash: new Uint8Array(createHash("sha256").update(token).digest()),
      codeFingerprint: fingerprintSlipCode(platform.keys, code),
      accountId: slip.accountId,
      communeId: slip.communeId,
      purpose: slip.purpose,
      madeBy: slip.madeBy,
      madeAt: now,
      expiresAt,
      actId: slip.actId,
    },
  });
  const link = `${platform.config.publicOrigins[0]}${PATHS.enrol}?${new URLSearchParams({ ma: token })}`;
  return { link, code, expiresAt };
}

export async function withdrawSlips(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx.enrolmentSlip.updateMany({
    where: { accountId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
}

export function fingerprintSlipCode(keys: KeyRing, code: string): string {
  return keys.fingerprint("enrolment-slip-code", code);
}
