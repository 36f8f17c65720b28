import type { TryLater } from "#app/domain/accounts/refusals.ts";
import type { Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "./allow.server.ts";
import { spendProofTry } from "./throttle-sign-in.server.ts";

/** One try of a proof. Browsers that were never all the way in share the account's budget. */
export async function spendProof({ platform, session, person }: Caller): Promise<Verdict<null, TryLater>> {
  const device = await platform.db.prisma.device.findUnique({
    where: { id: session.deviceId },
    select: { trustedAt: true },
  });
  return spendProofTry(platform, {
    accountId: person.accountId,
    deviceId: session.deviceId,
    isKnownDevice: device?.trustedAt != null,
  });
}
