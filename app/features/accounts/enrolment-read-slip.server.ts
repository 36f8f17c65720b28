import {
  isSlipOpen,
  judgeSlipMaking,
  type SlipOpens,
  slipOpens,
} from "#app/domain/accounts/enrolment-slip.ts";
import { parseRecoveryCode } from "#app/domain/accounts/recovery-code.ts";
import type { LinkRefusal, TryLater } from "#app/domain/accounts/refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Platform } from "#app/platform/platform.ts";
import { networkOf } from "#app/platform/throttle/network-of.ts";
import type { ThrottleRule } from "#app/platform/throttle/throttle.ts";
import type { Guest } from "./allow.server.ts";
import { readSlipOwner } from "./enrolment-read-owner.server.ts";
import { fingerprintSlipCode } from "./enrolment-write-slip.server.ts";
import { hashReferenceToken } from "./reference-token.server.ts";

/**
 * Only what recognises no slip is counted: a whole village may enrol behind one address in one evening. Sixty
 * bits need no tighter guard.
 */
const MISSES: ThrottleRule = { name: "slip-miss", points: 60, perSeconds: 600 };

export interface SlipView {
  readonly id: string;
  readonly accountId: string;
  readonly communeId: number;
  readonly displayName: string;
  readonly username: string;
  readonly opens: SlipOpens;
  /** Opened by two persons: using it also ends the old second factor. */
  readonly endsSecondFactor: boolean;
  readonly expiresAt: Date;
}

/**
 * What a slip opens, by the token in its picture or the code printed under it. Looking changes nothing, so a
 * chat that fetches a preview of the link does not use it up. Used, withdrawn, expired and invented slips are
 * one answer.
 */
export async function readSlip(
  { platform, visit, now }: Guest,
  reference: string,
): Promise<Verdict<SlipView, LinkRefusal | TryLater>> {
  const slip = await findSlip(platform, reference);
  if (slip === null) {
    const budget = await platform.throttle.spend(MISSES, networkOf(visit.clientAddress));
    if (budget.ok) return refused({ code: "link_not_valid" });
    return refused({ code: "try_later", seconds: Math.ceil(budget.retryAfterMs / 1000) });
  }
  const state = {
    expiresAtMs: slip.expiresAt.getTime(),
    isUsed: slip.usedAt !== null,
    isRevoked: slip.revokedAt !== null,
  };
  if (!isSlipOpen(state, now.getTime())) return refused({ code: "link_not_valid" });
  const owner = await readSlipOwner(platform, slip.accountId, visit.requestId);
  // The person may have left, or come to work elsewhere, since the slip was printed.
  if (!judgeSlipMaking(owner, slip.communeId).ok) return refused({ code: "link_not_valid" });
  return allowed({
    id: slip.id,
    accountId: slip.accountId,
    communeId: slip.communeId,
    displayName: owner.displayName,
    username: owner.username,
    opens: slipOpens(slip.purpose === "enrol" ? "enrol" : "reset", owner),
    endsSecondFactor: slip.actId !== null,
    expiresAt: slip.expiresAt,
  });
}

async function findSlip(platform: Platform, reference: string) {
  const tokenHash = hashReferenceToken(reference);
  const code = tokenHash === null ? parseRecoveryCode(reference) : null;
  if (tokenHash === null && code === null) return null;
  return platform.db.prisma.enrolmentSlip.findUnique({
    where:
      tokenHash !== null
        ? { tokenHash }
        : { codeFingerprint: fingerprintSlipCode(platform.keys, code ?? "") },
    select: {
      id: true,
      accountId: true,
      communeId: true,
      purpose: true,
      actId: true,
      expiresAt: true,
      usedAt: true,
      revokedAt: true,
    },
  });
}
