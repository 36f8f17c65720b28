/** Keys of the house, derived from the master key file by HKDF. Secrets at rest are sealed with AES-256-GCM. */
export interface KeyRing {
  /** 32 bytes for one purpose, such as "phone-lookup" or "commune:7:person". */
  derive(purpose: string): Buffer;
  /** Hex HMAC-SHA-256 under the purpose's key: for looking up what must not be readable. */
  fingerprint(purpose: string, text: string): string;
  seal(purpose: string, plaintext: string): Uint8Array<ArrayBuffer>;
  /** Throws when the sealed bytes were changed or belong to another purpose. */
  open(purpose: string, sealed: Uint8Array): string;
}
