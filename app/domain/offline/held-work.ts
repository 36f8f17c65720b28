import type { LocalDate } from "../calendar/local-date.ts";
import type { HoldReason } from "./envelope.ts";

/** Work that was put aside when it arrived, as whoever decides it sees it. */
export interface HeldWork {
  readonly id: string;
  readonly reason: HoldReason;
  readonly memberName: string;
  readonly teamName: string | null;
  readonly activityKey: string;
  readonly workDate: LocalDate;
  readonly visits: number;
  readonly photoCount: number;
  readonly note: string | null;
  readonly receivedAt: string;
  readonly isOwn: boolean;
}
