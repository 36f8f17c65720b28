import {
  formatRecoveryCode,
  makeRecoveryCode,
  RECOVERY_CODES_PER_SHEET,
} from "#app/domain/accounts/recovery-code.ts";
import { makeId } from "#app/domain/ids.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import type { Caller } from "./allow.server.ts";
import { recordOnAccount } from "./record-on-account.server.ts";

/** A new sheet of codes, answered once and kept only as fingerprints. The old sheet is void at once. */
export async function makeRecoveryCodes(caller: Caller): Promise<readonly string[]> {
  const { platform, person, now } = caller;
  const codes = Array.from({ length: RECOVERY_CODES_PER_SHEET }, () =>
    makeRecoveryCode(platform.random.bytes(12)),
  );
  await platform.db.withGlobals(caller.stamp("accounts.make-recovery-codes"), async (tx) => {
    await recordOnAccount(tx, person.accountId);
    await tx.recoveryCode.deleteMany({ where: { accountId: person.accountId } });
    await tx.recoveryCode.createMany({
      data: codes.map((code) => ({
        id: makeId(now.getTime(), platform.random.bytes(10)),
        accountId: person.accountId,
        codeHash: fingerprintRecoveryCode(platform.keys, person.accountId, code),
        createdAt: now,
      })),
    });
  });
  return codes.map(formatRecoveryCode);
}

export function fingerprintRecoveryCode(keys: KeyRing, accountId: string, code: string): string {
  return keys.fingerprint("account-recovery-code", `${accountId}\n${code}`);
}
