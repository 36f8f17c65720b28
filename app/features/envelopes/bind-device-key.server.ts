import { createPublicKey } from "node:crypto";
import { makeId } from "#app/domain/ids.ts";
import type { OfflineRefusal } from "#app/domain/offline/envelope.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { bindKeySchema } from "./envelope.schema.ts";

export interface BoundKey {
  readonly keyId: string;
  readonly accountId: string;
  /** Opens what this person keeps on this phone, for whoever signs in as them; base64. */
  readonly storeKey: string;
  readonly serverTime: string;
}

/** A phone that asks for new keys all day is no phone. */
const KEYS_OF_A_DEVICE = 60;

/**
 * Binds the key that was made on this phone to the phone's row, and hands out what opens the person's own store there.
 * The store's key is derived and kept nowhere: signed out, a phone holds only what it cannot read.
 */
export async function bindDeviceKey(
  caller: Caller,
  body: unknown,
): Promise<Verdict<BoundKey, Extract<OfflineRefusal, { code: "device_key_not_valid" }>>> {
  const wish = bindKeySchema.safeParse(body);
  if (!wish.success || !isKey(wish.data.publicKey)) return refused({ code: "device_key_not_valid" });
  const { platform, person, session, now } = caller;
  const { publicKey, storeId } = wish.data;
  const keyId = await platform.db.withGlobals(caller.stamp("envelopes.bind-key"), async (tx) => {
    // One phone opens its book in two tabs at once: the second waits and finds the first one's key.
    await tx.$queryRaw`select id from device where id = ${session.deviceId}::uuid for update`;
    const known = await tx.deviceKey.findMany({
      where: { deviceId: session.deviceId },
      select: { id: true, publicKey: true, revokedAt: true },
    });
    const same = known.find(
      (each) => each.revokedAt === null && (each.publicKey as { x?: unknown }).x === publicKey.x,
    );
    if (same) return same.id;
    if (known.length >= KEYS_OF_A_DEVICE) return null;
    const id = makeId(now.getTime(), platform.random.bytes(10));
    await tx.deviceKey.create({
      data: { id, deviceId: session.deviceId, accountId: person.accountId, publicKey, boundAt: now },
      select: { id: true },
    });
    return id;
  });
  if (keyId === null) return refused({ code: "device_key_not_valid" });
  return allowed({
    keyId,
    accountId: person.accountId,
    storeKey: platform.keys.derive(`pocket:${person.accountId}:${storeId}`).toString("base64"),
    serverTime: now.toISOString(),
  });
}

/** A point of the curve, and not just two numbers. */
function isKey(key: { readonly kty: string; readonly crv: string; readonly x: string; readonly y: string }) {
  try {
    createPublicKey({ key, format: "jwk" });
    return true;
  } catch {
    return false;
  }
}
