import { UNLOCK_MS } from "#app/domain/accounts/session-life.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import type { Platform } from "#app/platform/platform.ts";

/** What opens an enrolled phone for one person from now on. */
export type PhoneLock =
  | { readonly kind: "pin"; readonly pinHash: string }
  | {
      readonly kind: "passkey";
      readonly credentialId: string;
      readonly publicKey: Uint8Array<ArrayBuffer>;
      readonly counter: number;
      readonly transports: string[];
      readonly label: string;
    };

/** Binds the browser to the account for ninety days. A new lock takes the place of the old one of this phone. */
export async function keepPhoneLock(
  platform: Platform,
  tx: Tx,
  device: { readonly id: string; readonly accountId: string },
  lock: PhoneLock,
): Promise<void> {
  const now = platform.clock.now();
  await tx.passkey.deleteMany({ where: { deviceId: device.id } });
  await tx.device.update({
    where: { id: device.id },
    data: {
      enrolledAt: now,
      unlockUntil: new Date(now.getTime() + UNLOCK_MS),
      pinHash: lock.kind === "pin" ? lock.pinHash : null,
      pinFailures: 0,
      pinFailedAt: null,
    },
    select: { id: true },
  });
  if (lock.kind === "pin") return;
  await tx.passkey.create({
    data: {
      id: makeId(now.getTime(), platform.random.bytes(10)),
      accountId: device.accountId,
      deviceId: device.id,
      credentialId: lock.credentialId,
      publicKey: lock.publicKey,
      counter: lock.counter,
      transports: lock.transports,
      label: lock.label,
      createdAt: now,
    },
    select: { id: true },
  });
}

/**
 * What is hashed for a PIN. A million PINs are soon tried by whoever copies the database; without the key,
 * which is kept elsewhere, there is nothing to try them against.
 */
export function pepperPin(keys: KeyRing, accountId: string, pin: string): string {
  return keys.fingerprint("phone-pin", `${accountId}\n${pin}`);
}
