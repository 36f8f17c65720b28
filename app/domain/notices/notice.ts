import { type Instant, type LocalDate, localDateAt } from "../calendar/local-date.ts";
import type { ReminderStage } from "../reports/reminder.ts";
import type { ReminderStep } from "../training/training-reminders.ts";

/** What can be switched off by itself. */
export const NOTICE_KINDS = [
  "verified",
  "returned",
  "answer",
  "award",
  "thanks",
  "month",
  "training",
  "report",
  "task",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Something that happened to a person's work. It is read from what was recorded, so none is lost and none comes twice. */
export type NoticeEvent =
  | {
      readonly is: "decision";
      readonly at: Instant;
      readonly claimId: string;
      readonly activityKey: string;
      readonly workDate: LocalDate;
      readonly verdict: "approve" | "return" | "reject" | "reverse" | "amend";
      readonly reason: string | null;
      readonly reasonCode: string | null;
      /** What it changed for this person, in hundredths. */
      readonly points: number;
    }
  | {
      readonly is: "answer";
      readonly at: Instant;
      readonly about: "correction" | "objection";
      readonly accepted: boolean;
      readonly answer: string | null;
      readonly claimId: string | null;
      readonly monthId: number | null;
    }
  | {
      readonly is: "award";
      readonly at: Instant;
      readonly awardId: string;
      readonly title: string;
      readonly isRevoked: boolean;
    }
  | {
      /** B12: what is due, what one was asked to, and what became of a certificate. */
      readonly is: "training";
      readonly at: Instant;
      readonly about: "session" | "course" | "certificate";
      readonly subjectId: string;
      readonly title: string;
      readonly day: LocalDate | null;
      readonly step: ReminderStep | "confirmed" | "returned";
      readonly reason: string | null;
    }
  | {
      /** J01, L30: a report that is owed, by the clock or by the office's own word, or that came back for mending. */
      readonly is: "report";
      readonly at: Instant;
      readonly reportId: string;
      readonly periodKey: string;
      /** The office's words for a report on request. */
      readonly title: string | null;
      /** The first instant that is late. */
      readonly lateFrom: Instant;
      readonly step: ReminderStage | "asked" | "returned";
      readonly isOffice: boolean;
      readonly reason: string | null;
    }
  | {
      /** A39, L27, I02: what one was asked to do or to read, and what became of what one reported. */
      readonly is: "task";
      readonly at: Instant;
      readonly about: "order" | "reminder" | "difficulty" | "plan";
      readonly subjectId: string;
      readonly title: string;
      readonly day: LocalDate | null;
    }
  | { readonly is: "thanks"; readonly at: Instant; readonly claimId: string; readonly from: string }
  | {
      readonly is: "month";
      readonly at: Instant;
      readonly monthId: number;
      readonly state: "provisional" | "sealed";
      readonly points: number;
    };

/** One line of the page. Many verified records of a day are one. */
export interface Notice {
  readonly kind: NoticeKind;
  /** Of the newest event in it. */
  readonly at: Instant;
  readonly key: string;
  readonly events: readonly [NoticeEvent, ...NoticeEvent[]];
}

export function kindOf(event: NoticeEvent): NoticeKind {
  if (event.is === "decision") return event.verdict === "approve" ? "verified" : "returned";
  return event.is;
}

/** Verified work and thanks are gathered by day; everything else asks for a look of its own. Newest first. */
export function gatherNotices(events: readonly NoticeEvent[]): Notice[] {
  const groups = new Map<string, [NoticeEvent, ...NoticeEvent[]]>();
  for (const event of [...events].sort(newestFirst)) {
    const key = keyOf(event);
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return [...groups].map(([key, group]) => ({ kind: kindOf(group[0]), at: group[0].at, key, events: group }));
}

function keyOf(event: NoticeEvent): string {
  const kind = kindOf(event);
  switch (event.is) {
    case "decision":
      return kind === "verified"
        ? `verified:${localDateAt(event.at)}`
        : `${kind}:${event.claimId}:${event.at}`;
    case "answer":
      return `answer:${event.about}:${event.claimId ?? event.monthId}:${event.at}`;
    case "award":
      return `award:${event.awardId}:${event.isRevoked}`;
    case "thanks":
      return `thanks:${localDateAt(event.at)}`;
    case "training":
      return `training:${event.about}:${event.subjectId}:${event.step}:${event.at}`;
    case "report":
      return `report:${event.reportId}:${event.step}:${event.at}`;
    case "task":
      return `task:${event.about}:${event.subjectId}:${event.at}`;
    case "month":
      return `month:${event.monthId}:${event.state}`;
  }
}

function newestFirst(left: NoticeEvent, right: NoticeEvent): number {
  return (
    right.at - left.at || compareText(keyOf(left), keyOf(right)) || compareText(nameOf(left), nameOf(right))
  );
}

function nameOf(event: NoticeEvent): string {
  if (event.is === "decision") return event.claimId;
  return event.is === "thanks" ? `${event.claimId}:${event.from}` : "";
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
