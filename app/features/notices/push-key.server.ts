import { createECDH } from "node:crypto";
import type { Platform } from "#app/platform/platform.ts";

/** What browsers know the house by (RFC 8292), derived from the key ring: a restored house is the same caller. */
export interface PushKey {
  readonly publicKey: string;
  readonly privateKey: string;
  readonly subject: string;
}

export function pushKeyOf({ keys, config }: Pick<Platform, "keys" | "config">): PushKey {
  const secret = keys.derive("web-push");
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(secret);
  const [origin = ""] = config.publicOrigins;
  return {
    publicKey: pair.getPublicKey("base64url"),
    privateKey: secret.toString("base64url"),
    // Asked for as a web address or a mail address; a house without a public name has neither.
    subject: origin.startsWith("https:") ? origin : "mailto:nobody@localhost.invalid",
  };
}
