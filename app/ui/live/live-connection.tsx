import { useRevalidator } from "@remix-run/react";
import { createContext, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { TopicVersions } from "#app/platform/live/live-frames.ts";
import { VersionFollower } from "./version-follower.ts";

export type LiveState = "starting" | "online" | "offline" | "signed_out";

export interface Live {
  readonly state: LiveState;
  readonly follower: VersionFollower;
}

/** Null where nobody is signed in: nothing is followed and nothing is missed. */
export const LiveContext = createContext<Live | null>(null);

/** A short break, such as a change of radio cell, is not worth a word. */
const PATIENCE_MS = 4_000;
/** Changes that come together are read together. */
const GATHER_MS = 150;
const PAUSE_BETWEEN_READS_MS = 1_000;
/** After what the page itself loads, also on a slow line. */
const UNHURRIED_MS = 3_000;
/** The screens of one commune do not all ask in the same instant. */
const SPREAD_MS = 400;

/**
 * One line per page between browser and server. It carries no data: when a followed topic has moved on, the
 * page's loaders are asked again, through the same guard as ever.
 */
export function LiveConnection({ enabled, children }: { enabled: boolean; children: ReactNode }) {
  const [state, setState] = useState<LiveState>("starting");
  const [follower] = useState(() => new VersionFollower());
  // A page that follows something opens its line at once; any other a while later, for one thing: that it closes when
  // the session ends elsewhere.
  const [isNeeded, setNeeded] = useState(false);
  useEffect(() => {
    follower.onFollowed = () => setNeeded(true);
    // Screens inside follow before what stands around them is told.
    if (follower.isFollowing) setNeeded(true);
    const later = window.setTimeout(() => setNeeded(true), UNHURRIED_MS);
    return () => window.clearTimeout(later);
  }, [follower]);
  const revalidator = useRevalidator();
  const latest = useRef(revalidator);
  latest.current = revalidator;

  useEffect(() => {
    if (!enabled || !isNeeded) return;
    let isUp = false;
    let patience: number | undefined;
    let reading: number | undefined;
    let lastReadAt = 0;

    const readAgainSoon = () => {
      const pause = Math.max(GATHER_MS, lastReadAt + PAUSE_BETWEEN_READS_MS - performance.now());
      reading ??= window.setTimeout(readAgain, pause + Math.random() * SPREAD_MS);
    };
    const readAgain = () => {
      reading = undefined;
      // While the line is down a request would fail as well, and an error would replace the page.
      if (!isUp || !follower.isBehind()) return;
      if (latest.current.state !== "idle") return readAgainSoon();
      lastReadAt = performance.now();
      latest.current.revalidate();
    };
    const settle = (next: LiveState) => {
      isUp = next === "online";
      window.clearTimeout(patience);
      patience = undefined;
      setState(next);
    };
    const onDown = () => {
      isUp = false;
      patience ??= window.setTimeout(() => settle("offline"), navigator.onLine ? PATIENCE_MS : 0);
    };

    follower.onBehind = readAgainSoon;
    const events = {
      onVersions: (versions: TopicVersions) => follower.tell(versions),
      onUp: () => settle("online"),
      onDown,
      onSignedOut() {
        settle("signed_out");
        latest.current.revalidate();
      },
    };
    const closing = new AbortController();
    const { signal } = closing;
    import("./open-live-line.ts").then(
      ({ openLiveLine }) => signal.aborted || openLiveLine(events, signal),
      // Without the script the page is as good as without JavaScript, and says that it is not live.
      onDown,
    );
    return () => {
      window.clearTimeout(patience);
      window.clearTimeout(reading);
      follower.onBehind = () => undefined;
      closing.abort();
    };
  }, [enabled, isNeeded, follower]);

  const live = useMemo(() => (enabled ? { state, follower } : null), [enabled, state, follower]);
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}
