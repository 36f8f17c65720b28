import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { EntryState } from "#app/domain/offline/queue-entry.ts";

/** What is under lock: bytes that only the person's own key opens. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** One person on this phone. Without `storeKey` they are signed out, and what is theirs is shut. */
export interface Owner {
  readonly accountId: string;
  readonly storeId: string;
  readonly storeKey: CryptoKey | null;
  /** Made here and never readable, not even by this page. */
  readonly signKey: CryptoKey | null;
  readonly publicKey: JsonWebKey | null;
  readonly keyId: string | null;
  readonly seq: number;
  /** The last word from the server, and what this phone's clock said then; ISO. */
  readonly contact: { readonly server: string; readonly phone: string } | null;
  /** The latest this phone's clock ever said, in milliseconds; and whether it then went back. */
  readonly seenMs: number;
  readonly wentBack: boolean;
}

export interface StoredEntry {
  readonly id: string;
  readonly accountId: string;
  readonly state: EntryState;
  readonly madeMs: number;
  readonly sealed: Sealed;
}

export interface StoredPhoto {
  readonly id: string;
  readonly accountId: string;
  readonly isSent: boolean;
  readonly takenOn: string | null;
  readonly madeMs: number;
  readonly sealed: Sealed;
}

export interface StoredBook {
  readonly accountId: string;
  readonly sealed: Sealed;
}

interface PocketSchema extends DBSchema {
  owners: { key: string; value: Owner };
  entries: { key: string; value: StoredEntry; indexes: { account: string } };
  photos: { key: string; value: StoredPhoto; indexes: { account: string } };
  books: { key: string; value: StoredBook };
}

export type PocketDatabase = IDBPDatabase<PocketSchema>;

/** Null where the browser has no store, or keeps it shut. */
export async function openPocketDatabase(): Promise<PocketDatabase | null> {
  if (typeof indexedDB === "undefined" || !globalThis.crypto?.subtle) return null;
  try {
    return await openDB<PocketSchema>("so-tay", 1, {
      upgrade(database) {
        database.createObjectStore("owners", { keyPath: "accountId" });
        database.createObjectStore("entries", { keyPath: "id" }).createIndex("account", "accountId");
        database.createObjectStore("photos", { keyPath: "id" }).createIndex("account", "accountId");
        database.createObjectStore("books", { keyPath: "accountId" });
      },
      // Another tab brings a newer version: this one steps aside rather than holding it up.
      blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
    });
  } catch {
    return null;
  }
}

const encoder = new TextEncoder();

export async function sealBytes(key: CryptoKey, bytes: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, bytes: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, bytes) };
}

export function openBytes(key: CryptoKey, { iv, bytes }: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, bytes);
}

export function sealJson(key: CryptoKey, value: unknown): Promise<Sealed> {
  return sealBytes(key, encoder.encode(JSON.stringify(value)));
}

export async function openJson<Value>(key: CryptoKey, sealed: Sealed): Promise<Value> {
  return JSON.parse(new TextDecoder().decode(await openBytes(key, sealed))) as Value;
}
