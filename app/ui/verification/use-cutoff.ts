import type { Instant } from "#app/domain/calendar/local-date.ts";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { useMessages } from "../language.tsx";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** How long work can still count in its own month, in whole days that are left. */
export function useCutoff(now: Instant): (closesAt: Instant | null) => string {
  const words = useMessages(verificationArea).verification.verifiers;
  return (closesAt) =>
    closesAt === null ? words.closed : words.daysLeft(Math.floor((closesAt - now) / DAY_MS));
}
