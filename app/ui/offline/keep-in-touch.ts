import { connectPocket, openPocket, refreshBook } from "./open-pocket.ts";
import type { Pocket } from "./pocket.ts";
import { syncPocket } from "./sync-pocket.ts";
import { registerWorker } from "./worker-line.ts";

/** The book's list is asked for anew so often, where pages are opened at all. */
const BOOK_AGE_MS = 4 * 3_600_000;
/** A key that was bound lately needs no new word. */
const CONTACT_AGE_MS = 20 * 60_000;
const RETRY_MS = 120_000;

/**
 * While a signed-in member has a page open: the worker is at work, the book is at hand for the next time without a
 * network, and what is in it is sent on opening, when the network is back and when the page is looked at again.
 */
export function keepInTouch(accountId: string): () => void {
  void registerWorker();
  const turn = () => {
    if (navigator.onLine) void touch(accountId).catch(() => {});
  };
  const onSight = () => {
    if (document.visibilityState === "visible") turn();
  };
  turn();
  const retry = window.setInterval(onSight, RETRY_MS);
  window.addEventListener("online", turn);
  document.addEventListener("visibilitychange", onSight);
  return () => {
    window.clearInterval(retry);
    window.removeEventListener("online", turn);
    document.removeEventListener("visibilitychange", onSight);
  };
}

async function touch(accountId: string): Promise<void> {
  const pocket = await findPocket(accountId);
  if (!pocket) return;
  await pocket.noteClock();
  const end = await syncPocket(pocket);
  if (end === "signed_out" || end === "offline") return;
  const owner = await pocket.owner();
  const isOld = Date.now() - Date.parse(owner?.contact?.phone ?? "") > BOOK_AGE_MS;
  if (isOld || (await pocket.findBook()) === null) await refreshBook(pocket);
}

async function findPocket(accountId: string): Promise<Pocket | null> {
  const pocket = await openPocket(accountId);
  const owner = await pocket?.owner();
  const age = Date.now() - Date.parse(owner?.contact?.phone ?? "");
  // Of a clock that was moved, any age may come; a key too many is no harm.
  if (pocket && owner?.keyId && age >= 0 && age < CONTACT_AGE_MS) return pocket;
  return connectPocket(accountId);
}
