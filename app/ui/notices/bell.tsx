import { Link, useLocation } from "@remix-run/react";
import BellIcon from "lucide-react/icons/bell";
import { useContext, useEffect, useRef, useState } from "react";
import { shellArea } from "#app/messages/vi/shell.ts";
import { useMessages } from "../language.tsx";
import { LiveContext } from "../live/live-connection.tsx";
import { NOTICE_PATHS } from "./paths.ts";

/** Asked again when the page changes, but not more often than this. */
const PAUSE_MS = 20_000;
const MOST_SHOWN = 9;

/** Leads to the notices; with scripts it says how many are new. No page waits for the number. */
export function Bell() {
  const { shell } = useMessages(shellArea);
  const count = useNewNotices();
  return (
    <Link
      to={NOTICE_PATHS.list}
      aria-label={shell.notices(count)}
      className="relative grid size-12 place-items-center rounded-full hover:bg-sunken"
    >
      <BellIcon size="1.5em" aria-hidden />
      {count > 0 ? (
        <span
          aria-hidden
          className="absolute start-5 top-0.5 grid min-w-5 place-items-center rounded-full bg-danger px-1 text-xs font-bold text-on-danger"
        >
          {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
        </span>
      ) : null}
    </Link>
  );
}

/** Asked beside the router: a number that comes late or not at all must hold up no navigation and no signing out. */
function useNewNotices(): number {
  const [count, setCount] = useState(0);
  const { pathname } = useLocation();
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  const isOnline = useContext(LiveContext)?.state !== "offline";
  useEffect(() => {
    const isNoticesPage = pathname === NOTICE_PATHS.list;
    if (!isOnline || (!isNoticesPage && performance.now() - askedAt.current < PAUSE_MS)) return;
    askedAt.current = performance.now();
    const leaving = new AbortController();
    askCount(leaving.signal).then(
      (asked) => asked !== null && setCount(asked),
      () => {},
    );
    return () => leaving.abort();
  }, [pathname, isOnline]);
  return count;
}

/** Null where nobody is signed in any more. */
async function askCount(signal: AbortSignal): Promise<number | null> {
  const answer = await fetch(NOTICE_PATHS.count, { signal, redirect: "error" });
  if (!answer.ok) return null;
  const { count } = (await answer.json()) as { count: number };
  return count;
}
