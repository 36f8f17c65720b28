import { createHash, createPublicKey, type JsonWebKey, verify } from "node:crypto";
import type { ClaimContent } from "#app/domain/activity/claim.ts";
import { type Envelope, envelopeText, type OfflineRefusal } from "#app/domain/offline/envelope.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { envelopeSchema } from "./envelope.schema.ts";

export interface OpenedEnvelope {
  readonly envelope: Envelope;
  readonly payloadSha256: Buffer;
  /** The key belongs to a phone that was reported lost. */
  readonly isRevoked: boolean;
}

type OpenRefusal =
  | Extract<OfflineRefusal, { code: "envelope_not_signed" | "device_key_not_valid" }>
  | { readonly code: "claim_not_readable" };

interface PhoneKey {
  readonly id: string;
  readonly publicKey: unknown;
  readonly revokedAt: Date | null;
}

/**
 * Reads what a phone sealed. T13: an envelope opens only for the person and the phone whose key signed it; somebody
 * else who caught it on its way has a letter that nobody takes.
 */
export async function openEnvelopes(
  caller: Caller,
  sealed: readonly { readonly claimId: string }[],
): Promise<readonly Verdict<OpenedEnvelope, OpenRefusal>[]> {
  const read = sealed.map((each) => envelopeSchema.safeParse(each));
  const keyIds = new Set(read.flatMap(({ data }) => data?.keyId ?? []));
  const keys = await caller.platform.db.prisma.deviceKey.findMany({
    where: {
      id: { in: [...keyIds] },
      accountId: caller.person.accountId,
      deviceId: caller.session.deviceId,
    },
    select: { id: true, publicKey: true, revokedAt: true },
  });
  const keyOf = new Map<string, PhoneKey>(keys.map((key) => [key.id, key]));
  return read.map(({ data }) => {
    if (!data) return refused({ code: "claim_not_readable" });
    const { signature, content, households, ...rest } = data;
    // Judged field by field once it is known who wrote it; signed as it came.
    const envelope: Envelope = {
      ...rest,
      content: content as unknown as ClaimContent,
      households: households as unknown as Envelope["households"],
    };
    const key = keyOf.get(data.keyId);
    if (!key) return refused({ code: "device_key_not_valid" });
    const text = Buffer.from(envelopeText(envelope), "utf8");
    const publicKey = createPublicKey({ key: key.publicKey as JsonWebKey, format: "jwk" });
    const how = { key: publicKey, dsaEncoding: "ieee-p1363" } as const;
    if (!verify("sha256", text, how, Buffer.from(signature, "base64url")))
      return refused({ code: "envelope_not_signed" });
    const payloadSha256 = createHash("sha256").update(text).digest();
    return allowed({ envelope, payloadSha256, isRevoked: key.revokedAt !== null });
  });
}
