import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";

/** What a forger would change. */
export interface AuthenticatorWish {
  readonly origin: string;
  readonly isUserVerified?: boolean;
  readonly challenge?: string;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/**
 * A phone's authenticator in software: makes an ES256 key, attests nothing, signs what it is asked. Real bytes
 * of WebAuthn level 2, so that the server's own checks run.
 */
export class SoftAuthenticator {
  readonly #credentialId = randomBytes(32);
  readonly #key: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
  });
  #counter = 0;

  register(
    options: PublicKeyCredentialCreationOptionsJSON,
    wish: AuthenticatorWish,
  ): RegistrationResponseJSON {
    const authData = Buffer.concat([
      this.#header(options.rp.id ?? "", wish, HAS_CREDENTIAL),
      Buffer.alloc(16),
      uint16(this.#credentialId.length),
      this.#credentialId,
      this.#coseKey(),
    ]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      cborText("fmt"),
      cborText("none"),
      cborText("attStmt"),
      Buffer.from([0xa0]),
      cborText("authData"),
      cborBytes(authData),
    ]);
    return {
      id: this.#credentialId.toString("base64url"),
      rawId: this.#credentialId.toString("base64url"),
      type: "public-key",
      authenticatorAttachment: "platform",
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData("webauthn.create", wish, options.challenge).toString("base64url"),
        attestationObject: attestationObject.toString("base64url"),
        transports: ["internal"],
      },
    };
  }

  sign(options: PublicKeyCredentialRequestOptionsJSON, wish: AuthenticatorWish): AuthenticationResponseJSON {
    this.#counter += 1;
    const authData = this.#header(options.rpId ?? "", wish, 0);
    const data = clientData("webauthn.get", wish, options.challenge);
    const signed = Buffer.concat([authData, createHash("sha256").update(data).digest()]);
    return {
      id: this.#credentialId.toString("base64url"),
      rawId: this.#credentialId.toString("base64url"),
      type: "public-key",
      authenticatorAttachment: "platform",
      clientExtensionResults: {},
      response: {
        clientDataJSON: data.toString("base64url"),
        authenticatorData: authData.toString("base64url"),
        signature: createSign("sha256").update(signed).sign(this.#key.privateKey).toString("base64url"),
      },
    };
  }

  #header(rpId: string, { isUserVerified = true }: AuthenticatorWish, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    const state = USER_PRESENT | (isUserVerified ? USER_VERIFIED : 0) | flags;
    return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.from([state]), counter]);
  }

  /** {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} */
  #coseKey(): Buffer {
    const { x = "", y = "" } = this.#key.publicKey.export({ format: "jwk" });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      cborBytes(Buffer.from(x, "base64url")),
      Buffer.from([0x22]),
      cborBytes(Buffer.from(y, "base64url")),
    ]);
  }
}

function clientData(type: string, wish: AuthenticatorWish, asked: string): Buffer {
  const challenge = wish.challenge ?? asked;
  return Buffer.from(JSON.stringify({ type, challenge, origin: wish.origin, crossOrigin: false }));
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
}

function cborBytes(bytes: Buffer): Buffer {
  const head =
    bytes.length < 256
      ? Buffer.from([0x58, bytes.length])
      : Buffer.concat([Buffer.from([0x59]), uint16(bytes.length)]);
  return Buffer.concat([head, bytes]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
