import { useCallback, useEffect, useState } from "react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { PocketBook } from "#app/domain/offline/pocket-book.ts";
import { todayOnPhone } from "./board-of-book.ts";
import { connectPocket, countLocked, openPocket, refreshBook } from "./open-pocket.ts";
import { onBookChanged, type Pocket, type PocketEntry } from "./pocket.ts";
import { openPocketDatabase } from "./pocket-store.ts";
import { syncPocket } from "./sync-pocket.ts";

export type BookView =
  | { readonly step: "opening" }
  | { readonly step: "unable" }
  | { readonly step: "shut"; readonly locked: number }
  | {
      readonly step: "open";
      readonly pocket: Pocket;
      readonly book: PocketBook | null;
      readonly entries: readonly PocketEntry[];
      readonly today: LocalDate;
    };

export type OpenBook = Extract<BookView, { step: "open" }>;

export interface BookHold {
  readonly view: BookView;
  readonly isSending: boolean;
  readonly isOnline: boolean;
  reread(): Promise<void>;
  sendNow(): Promise<void>;
}

/**
 * The book on this phone as it stands, followed through other tabs and the coming and going of the network. Of a page
 * that came from the server it is known who is signed in: their book is opened before anything is said of it.
 */
export function useBook(signedIn: string | null): BookHold {
  const [view, setView] = useState<BookView>({ step: "opening" });
  const [isSending, setSending] = useState(false);
  const [isOnline, setOnline] = useState(true);
  const reread = useCallback(async () => setView(await readBook(signedIn)), [signedIn]);
  const sendNow = useCallback(async () => {
    const pocket = await openPocket();
    if (!pocket || !navigator.onLine) return;
    setSending(true);
    await syncPocket(pocket, "wait");
    setSending(false);
    await reread();
  }, [reread]);
  useEffect(() => {
    const follow = () => {
      setOnline(navigator.onLine);
      void sendNow();
    };
    const off = () => setOnline(false);
    const onSight = () => document.visibilityState === "visible" && follow();
    void reread().then(follow);
    const stop = onBookChanged(() => void reread());
    window.addEventListener("online", follow);
    window.addEventListener("offline", off);
    document.addEventListener("visibilitychange", onSight);
    return () => {
      stop();
      window.removeEventListener("online", follow);
      window.removeEventListener("offline", off);
      document.removeEventListener("visibilitychange", onSight);
    };
  }, [reread, sendNow]);
  return { view, isSending, isOnline, reread, sendNow };
}

async function readBook(signedIn: string | null): Promise<BookView> {
  const isNew = signedIn !== null && navigator.onLine;
  const pocket = (await openPocket(signedIn)) ?? (isNew ? await connectPocket(signedIn) : null);
  if (!pocket) {
    if ((await openPocketDatabase()) === null) return { step: "unable" };
    return { step: "shut", locked: await countLocked() };
  }
  const owner = await pocket.noteClock();
  const book = (await pocket.findBook()) ?? (navigator.onLine ? await refreshBook(pocket) : null);
  const today = todayOnPhone(owner, Date.now());
  return { step: "open", pocket, book, entries: await pocket.list(), today };
}
