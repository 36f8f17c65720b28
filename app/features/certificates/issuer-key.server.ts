import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";

export interface PublicJwk {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  readonly x: string;
}

/** The commune's own key for signing badges, derived anew from the key ring each time and never kept. */
export interface IssuerKey {
  /** RFC 7638 thumbprint: the same key has the same name everywhere. */
  readonly id: string;
  readonly publicJwk: PublicJwk;
  readonly privateKey: KeyObject;
}

/** DER of an Ed25519 private key (RFC 8410) up to its 32 bytes. */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

export function issuerKeyOf(keys: Pick<KeyRing, "derive">, communeId: number): IssuerKey {
  const seed = keys.derive(`commune:${communeId}:certificate-issuer`);
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_HEAD, seed]),
    format: "der",
    type: "pkcs8",
  });
  const { x } = createPublicKey(privateKey).export({ format: "jwk" });
  if (x === undefined) throw new Error("an Ed25519 key has a public half");
  const id = createHash("sha256").update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest("base64url");
  return { id, publicJwk: { kty: "OKP", crv: "Ed25519", x }, privateKey };
}

/** A compact JWS (RFC 7515) with EdDSA (RFC 8037). */
export function signJws(payload: object, header: { readonly kid: string }, privateKey: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value), "utf8").toString("base64url");
  const signed = `${part({ alg: "EdDSA", typ: "JWT", kid: header.kid })}.${part(payload)}`;
  return `${signed}.${sign(null, Buffer.from(signed, "ascii"), privateKey).toString("base64url")}`;
}
