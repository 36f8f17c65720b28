import { type Instant, localDateAt, startOfDay } from "../calendar/local-date.ts";
import { NOTICE_KINDS, type Notice, type NoticeKind } from "./notice.ts";

/** When a phone may be called, and for what. The page of notices shows everything, whatever is switched off here. */
export interface CallSettings {
  readonly kindsOff: readonly NoticeKind[];
  /** Hours of the day in Việt Nam; from 21 to 6 runs over midnight. Equal: never quiet. */
  readonly quietFrom: number;
  readonly quietUntil: number;
  /** Once a day at this hour instead of at once; null: at once. */
  readonly digestAt: number | null;
}

export const DEFAULT_CALL_SETTINGS: CallSettings = {
  kindsOff: ["month", "thanks"],
  quietFrom: 21,
  quietUntil: 6,
  digestAt: null,
};

const HOUR_MS = 3_600_000;
/** A phone that was off for days is called about the last of it, not about all. */
const OLDEST_CALL_MS = 2 * 24 * HOUR_MS;

export function isQuiet({ quietFrom, quietUntil }: CallSettings, at: Instant): boolean {
  const hour = hourOf(at);
  if (quietFrom === quietUntil) return false;
  return quietFrom < quietUntil
    ? hour >= quietFrom && hour < quietUntil
    : hour >= quietFrom || hour < quietUntil;
}

/**
 * What to call about now, newest first; nothing where it is quiet or the hour of the digest has not come. Whoever calls
 * then remembers `now`: what came before it is called about at most once.
 */
export function dueCalls(
  notices: readonly Notice[],
  settings: CallSettings,
  calledUntil: Instant,
  now: Instant,
): Notice[] {
  if (isQuiet(settings, now)) return [];
  if (settings.digestAt !== null && !isDigestDue(settings.digestAt, calledUntil, now)) return [];
  const from = Math.max(calledUntil, now - OLDEST_CALL_MS);
  return notices.filter(
    ({ kind, at }) =>
      at > from && at <= now && !settings.kindsOff.includes(kind) && NOTICE_KINDS.includes(kind),
  );
}

/** Today's hour has come, and nobody was called since it came. */
function isDigestDue(hour: number, calledUntil: Instant, now: Instant): boolean {
  const due = startOfDay(localDateAt(now)) + hour * HOUR_MS;
  return now >= due && calledUntil < due;
}

function hourOf(at: Instant): number {
  return Math.floor((at - startOfDay(localDateAt(at))) / HOUR_MS);
}
