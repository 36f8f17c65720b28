import type { LocalDate } from "../calendar/local-date.ts";

/** Whom a session is for: roles in the teams, or the youth among them (G08); none named: everybody. */
export const INVITED = ["leader", "deputy", "member", "youth_union"] as const;
export type Invited = (typeof INVITED)[number];

export const SESSION_MODES = ["in_person", "online"] as const;
export type SessionMode = (typeof SESSION_MODES)[number];

export const ATTENDANCE_STATES = ["present", "absent", "asked", "excused"] as const;
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];

export const MOST_TOPICS = 8;
/** G03: sessions that may be planned at one time. */
export const MOST_REPEATS = 12;
/** Hours after its end in which the door of a session is still open. */
const CLOSES_AFTER_MIN = 120;
const OPENS_BEFORE_MIN = 60;

export interface SessionTime {
  readonly heldOn: LocalDate;
  /** Minutes after midnight in Việt Nam. */
  readonly startsAt: number;
  readonly minutes: number;
}

export interface Session extends SessionTime {
  readonly id: string;
  readonly topics: readonly string[];
  readonly isMandatory: boolean;
  readonly forRoles: readonly Invited[];
  /** Empty: every team. */
  readonly teamIds: readonly number[];
}

export interface Seat {
  readonly teamId: number;
  readonly role: "leader" | "deputy" | "member";
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export interface Trainee {
  readonly memberId: string;
  readonly seats: readonly Seat[];
  /** Times in the Youth Union. */
  readonly youth: readonly { readonly from: LocalDate; readonly to: LocalDate | null }[];
}

export function isSeated({ from, to }: Pick<Seat, "from" | "to">, on: LocalDate): boolean {
  return from <= on && (to === null || on <= to);
}

/** Asked on the day of the session: who joined a team later owes nothing for it. */
export function isInvited(
  session: Pick<Session, "heldOn" | "forRoles" | "teamIds">,
  { seats, youth }: Pick<Trainee, "seats" | "youth">,
): boolean {
  const isYouth = youth.some((time) => isSeated(time, session.heldOn));
  return seats.some(
    (seat) =>
      isSeated(seat, session.heldOn) &&
      (session.teamIds.length === 0 || session.teamIds.includes(seat.teamId)) &&
      (session.forRoles.length === 0 ||
        session.forRoles.includes(seat.role) ||
        (isYouth && session.forRoles.includes("youth_union"))),
  );
}

/** Whether somebody may sign in at the door now: an hour before the beginning until two hours after the end. */
export function isDoorOpen(
  { heldOn, startsAt, minutes }: SessionTime,
  today: LocalDate,
  minuteOfDay: number,
): boolean {
  return (
    heldOn === today &&
    minuteOfDay >= startsAt - OPENS_BEFORE_MIN &&
    minuteOfDay <= startsAt + minutes + CLOSES_AFTER_MIN
  );
}

/** A session whose attendance is owed: its day is over, or it is today and its time has passed. */
export function isOver({ heldOn, startsAt, minutes }: SessionTime, today: LocalDate, minuteOfDay: number) {
  return heldOn < today || (heldOn === today && minuteOfDay > startsAt + minutes);
}
