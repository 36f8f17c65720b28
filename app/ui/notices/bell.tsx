import { Link, useFetcher, useLocation } from "@remix-run/react";
import BellIcon from "lucide-react/icons/bell";
import { useContext, useEffect, useRef } from "react";
import { noticesArea } from "#app/messages/vi/notices.ts";
import { useMessages } from "../language.tsx";
import { LiveContext } from "../live/live-connection.tsx";
import { NOTICE_PATHS } from "./paths.ts";

/** Asked again when the page changes, but not more often than this. */
const PAUSE_MS = 20_000;
const MOST_SHOWN = 9;

/** Leads to the notices; with scripts it says how many are new. No page waits for the number. */
export function Bell() {
  const { notices: words } = useMessages(noticesArea);
  const fetcher = useFetcher<{ count: number }>();
  const { pathname } = useLocation();
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  const load = fetcher.load;
  const isOnline = useContext(LiveContext)?.state !== "offline";
  useEffect(() => {
    const isNoticesPage = pathname === NOTICE_PATHS.list;
    if (!isOnline || (!isNoticesPage && performance.now() - askedAt.current < PAUSE_MS)) return;
    askedAt.current = performance.now();
    load(NOTICE_PATHS.count);
  }, [pathname, isOnline, load]);
  const count = fetcher.data?.count ?? 0;
  return (
    <Link
      to={NOTICE_PATHS.list}
      aria-label={words.bell(count)}
      className="relative grid size-12 place-items-center rounded-full hover:bg-sunken"
    >
      <BellIcon size="1.5em" aria-hidden />
      {count > 0 ? (
        <span
          aria-hidden
          className="absolute end-1 top-1 grid min-w-5 place-items-center rounded-full bg-danger px-1 text-xs font-bold text-on-danger"
        >
          {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
        </span>
      ) : null}
    </Link>
  );
}
