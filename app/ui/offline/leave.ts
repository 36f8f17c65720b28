import type { FormEvent } from "react";
import { dropAllDrafts } from "../activity/draft-store.ts";

const PATIENCE_MS = 1_500;
const SHUT_MARK = "so-tay:khoa";

/**
 * Signing out wipes what this person keeps on the phone, before anything else. The mark stands in case there is no
 * time: whoever opens the store next wipes it first.
 */
export function leavePhone(event: FormEvent<HTMLFormElement>): void {
  dropAllDrafts();
  if (typeof indexedDB === "undefined") return;
  event.preventDefault();
  const form = event.currentTarget;
  try {
    localStorage.setItem(SHUT_MARK, "1");
  } catch {
    // A browser without this store has no book either.
  }
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const shut = import("./open-pocket.ts").then(({ shutPocket }) => shutPocket());
  void Promise.race([shut, patience])
    .catch(() => {})
    .then(() => form.submit());
}
