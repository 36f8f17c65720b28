import { makeId } from "#app/domain/ids.ts";
import type { PocketBook } from "#app/domain/offline/pocket-book.ts";
import { isUnsettled } from "#app/domain/offline/queue-entry.ts";
import { POCKET_PATHS } from "./paths.ts";
import { makePhoneKey } from "./phone-key.ts";
import { Pocket } from "./pocket.ts";
import { type Owner, openPocketDatabase, type PocketDatabase } from "./pocket-store.ts";

/** Set where there is no time to wipe: the next to open the store wipes it first. */
const SHUT_MARK = "so-tay:khoa";
const PATIENCE_MS = 8_000;

/** The book of whoever is signed in on this phone, without a network; null where it is shut or cannot be kept. */
export async function openPocket(accountId: string | null = null): Promise<Pocket | null> {
  const database = await openPocketDatabase();
  if (!database) return null;
  await shutIfMarked(database);
  const owners = await database.getAll("owners");
  const owner = owners.find((each) => each.storeKey && (accountId === null || each.accountId === accountId));
  return owner?.storeKey ? new Pocket(database, owner.accountId, owner.storeKey) : null;
}

/** How many unsent records lie on this phone behind a lock. */
export async function countLocked(): Promise<number> {
  const database = await openPocketDatabase();
  if (!database) return 0;
  await shutIfMarked(database);
  const owners = await database.getAll("owners");
  const shut = new Set(owners.flatMap(({ accountId, storeKey }) => (storeKey ? [] : accountId)));
  const entries = await database.getAll("entries");
  return entries.filter(({ accountId, state }) => shut.has(accountId) && isUnsettled(state)).length;
}

/** With a network: binds this phone's key to the person who is signed in and opens their book, as often as it is needed. */
export async function connectPocket(accountId: string): Promise<Pocket | null> {
  const database = await openPocketDatabase();
  if (!database) return null;
  await shutIfMarked(database);
  const known = await database.get("owners", accountId);
  const owner = known?.signKey ? known : { ...(known ?? newOwner(accountId)), ...(await makePhoneKey()) };
  const answer = await post(POCKET_PATHS.key, { publicKey: owner.publicKey, storeId: owner.storeId });
  if (answer === null) return openPocket(accountId);
  const bound = answer as {
    ok: boolean;
    value?: { keyId: string; storeKey: string; accountId: string; serverTime: string };
  };
  if (!bound.ok || bound.value?.accountId !== accountId) {
    await lockPocket(database, accountId);
    return null;
  }
  const { keyId, storeKey, serverTime } = bound.value;
  const raw = Uint8Array.from(atob(storeKey), (each) => each.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  const now = Date.now();
  const seq = known?.keyId === keyId ? known.seq : 0;
  const contact = { server: serverTime, phone: new Date(now).toISOString() };
  const transaction = database.transaction("owners", "readwrite");
  // One browser carries one session: whoever was here before is out, and their book is shut.
  for (const other of await transaction.store.getAll()) {
    if (other.accountId !== accountId) await transaction.store.put(lockedOwner(other));
  }
  await transaction.store.put({
    ...owner,
    storeKey: key,
    keyId,
    seq,
    contact,
    seenMs: Math.max(now, owner.seenMs),
  });
  await transaction.done;
  return new Pocket(database, accountId, key);
}

/** Today's rules and lists, for the next time without a network. */
export async function refreshBook(pocket: Pocket): Promise<PocketBook | null> {
  try {
    const answer = await fetch(POCKET_PATHS.content, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) return null;
    const { book, serverTime } = (await answer.json()) as { book: PocketBook | null; serverTime: string };
    await pocket.noteContact(serverTime);
    if (book && book.accountId === pocket.accountId) await pocket.keepBook(book);
    return book;
  } catch {
    return null;
  }
}

/** Signed out: what was sent is wiped with the list and the keys; what was not stays, and opens for nobody else. */
export async function shutPocket(): Promise<void> {
  const database = await openPocketDatabase();
  if (!database) return;
  for (const { accountId } of await database.getAll("owners")) await lockPocket(database, accountId);
  localStorage.removeItem(SHUT_MARK);
}

async function shutIfMarked(database: PocketDatabase): Promise<void> {
  try {
    if (localStorage.getItem(SHUT_MARK) === null) return;
  } catch {
    return;
  }
  for (const { accountId } of await database.getAll("owners")) await lockPocket(database, accountId);
  localStorage.removeItem(SHUT_MARK);
}

async function lockPocket(database: PocketDatabase, accountId: string): Promise<void> {
  const owner = await database.get("owners", accountId);
  if (owner) await database.put("owners", lockedOwner(owner));
  await database.delete("books", accountId);
  for (const entry of await database.getAllFromIndex("entries", "account", accountId)) {
    if (!isUnsettled(entry.state)) await database.delete("entries", entry.id);
  }
  for (const photo of await database.getAllFromIndex("photos", "account", accountId)) {
    if (photo.isSent) await database.delete("photos", photo.id);
  }
}

function lockedOwner(owner: Owner): Owner {
  return { ...owner, storeKey: null, signKey: null, publicKey: null, keyId: null, seq: 0 };
}

function newOwner(accountId: string): Owner {
  return {
    accountId,
    storeId: makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
    storeKey: null,
    signKey: null,
    publicKey: null,
    keyId: null,
    seq: 0,
    contact: null,
    seenMs: 0,
    wentBack: false,
  };
}

/** Null where nobody answered. */
async function post(path: string, body: unknown): Promise<unknown> {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.status >= 500 || answer.status === 429) return null;
    return answer.ok ? await answer.json() : { ok: false };
  } catch {
    return null;
  }
}
