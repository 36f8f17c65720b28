import { addDays, daysBetween, type LocalDate, weekdayOf } from "../calendar/local-date.ts";

// Luật 10/2022/QH15: published within five working days of the decision (Điều 12), and posted for thirty days without a
// break where people come (Điều 13); on the radio three days running. The portal and social networks are accepted beside.

export const POSTING_PLACES = [
  "headquarters",
  "culture_houses",
  "meeting_points",
  "radio",
  "portal",
  "social",
] as const;
export type PostingPlace = (typeof POSTING_PLACES)[number];

/** How many days running; null for places that are good practice. */
export const POSTING_DAYS: Readonly<Record<PostingPlace, number | null>> = {
  headquarters: 30,
  culture_houses: 30,
  meeting_points: 30,
  radio: 3,
  portal: null,
  social: null,
};

export const WORKING_DAYS_TO_PUBLISH = 5;

export interface Posting {
  readonly firstDay: LocalDate;
  /** Null while it still hangs. */
  readonly lastDay: LocalDate | null;
}

export type PostingStand =
  | { readonly is: "not_posted"; readonly dueOn: LocalDate; readonly isLate: boolean }
  | { readonly is: "announced"; readonly from: LocalDate }
  | { readonly is: "hanging"; readonly days: number; readonly until: LocalDate | null }
  | { readonly is: "done"; readonly days: number }
  | { readonly is: "taken_down_early"; readonly days: number; readonly missing: number };

/** The last day of so many working days after a day; Saturdays and Sundays are none. */
export function workingDaysAfter(day: LocalDate, count: number): LocalDate {
  let last = day;
  for (let working = 0; working < count; ) {
    last = addDays(last, 1);
    if (weekdayOf(last) <= 5) working += 1;
  }
  return last;
}

export function standOfPosting(
  place: PostingPlace,
  posting: Posting | null,
  decidedOn: LocalDate,
  today: LocalDate,
): PostingStand {
  if (posting === null) {
    const dueOn = workingDaysAfter(decidedOn, WORKING_DAYS_TO_PUBLISH);
    return { is: "not_posted", dueOn, isLate: today > dueOn };
  }
  const { firstDay, lastDay } = posting;
  if (firstDay > today) return { is: "announced", from: firstDay };
  const wanted = POSTING_DAYS[place];
  const end = lastDay !== null && lastDay < today ? lastDay : today;
  const days = daysBetween(firstDay, end) + 1;
  if (wanted === null || days >= wanted) {
    return lastDay !== null && lastDay < today ? { is: "done", days } : { is: "hanging", days, until: null };
  }
  if (lastDay !== null && daysBetween(firstDay, lastDay) + 1 < wanted)
    return { is: "taken_down_early", days, missing: wanted - (daysBetween(firstDay, lastDay) + 1) };
  return { is: "hanging", days, until: addDays(firstDay, wanted - 1) };
}

export type PublicationYearRefusal =
  | { readonly code: "publication_not_locked" }
  | { readonly code: "publication_done"; readonly document: string; readonly on: LocalDate }
  | { readonly code: "publication_before_lock"; readonly lockedOn: LocalDate }
  | { readonly code: "publication_day_ahead" }
  | { readonly code: "publication_not_read" }
  | { readonly code: "posting_before_decision"; readonly decidedOn: LocalDate }
  | { readonly code: "posting_days_reversed" };

/** A result is published after it was locked and by a paper of a day that has come. */
export function judgePublication(
  known: {
    readonly lockedOn: LocalDate | null;
    readonly published: { readonly document: string; readonly on: LocalDate } | null;
  },
  wish: { readonly decidedOn: LocalDate; readonly isRead: boolean },
  today: LocalDate,
): PublicationYearRefusal | null {
  if (known.published !== null) return { code: "publication_done", ...known.published };
  if (known.lockedOn === null) return { code: "publication_not_locked" };
  if (wish.decidedOn < known.lockedOn) return { code: "publication_before_lock", lockedOn: known.lockedOn };
  if (wish.decidedOn > today) return { code: "publication_day_ahead" };
  return wish.isRead ? null : { code: "publication_not_read" };
}

export function judgePosting(posting: Posting, decidedOn: LocalDate): PublicationYearRefusal | null {
  if (posting.firstDay < decidedOn) return { code: "posting_before_decision", decidedOn };
  if (posting.lastDay !== null && posting.lastDay < posting.firstDay)
    return { code: "posting_days_reversed" };
  return null;
}
