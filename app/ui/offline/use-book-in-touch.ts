import { useEffect } from "react";

/** After what the page itself loads, also on a slow line. */
const UNHURRIED_MS = 1_500;

/** While a member's page is open their book is kept in touch; its code comes when the page has come. */
export function useBookInTouch(accountId: string | null): void {
  useEffect(() => {
    if (accountId === null) return;
    let stop = () => {};
    let isGone = false;
    const later = window.setTimeout(() => {
      void import("./keep-in-touch.ts")
        .then(({ keepInTouch }) => {
          if (!isGone) stop = keepInTouch(accountId);
        })
        .catch(() => {});
    }, UNHURRIED_MS);
    return () => {
      isGone = true;
      window.clearTimeout(later);
      stop();
    };
  }, [accountId]);
}
