import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { AttendanceState, Invited, SessionMode } from "#app/domain/training/training-session.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface SessionView {
  readonly id: string;
  readonly seriesId: string | null;
  readonly title: string;
  readonly topics: readonly string[];
  readonly organiserId: string | null;
  /** Null: the office. */
  readonly organiserName: string | null;
  readonly mode: SessionMode;
  readonly place: string | null;
  readonly link: string | null;
  readonly heldOn: LocalDate;
  readonly startsAt: number;
  readonly minutes: number;
  readonly isMandatory: boolean;
  readonly forRoles: readonly Invited[];
  readonly teamIds: readonly number[];
  readonly capacity: number | null;
  readonly cancelledWhy: string | null;
  readonly revision: number;
  readonly enteredBy: string;
}

export async function findSessions(
  tx: Tx,
  communeId: number,
  wish: { readonly id?: string; readonly from?: LocalDate } = {},
): Promise<SessionView[]> {
  return tx.$queryRaw<SessionView[]>`
    select s.id, s.series_id as "seriesId", s.title, s.topics, s.organiser_id as "organiserId",
           o.name as "organiserName", s.mode, s.place, s.link, s.held_on::text as "heldOn",
           s.starts_at as "startsAt", s.minutes, s.is_mandatory as "isMandatory", s.for_roles as "forRoles",
           array(select t.team_id from training_session_team t
                  where t.commune_id = s.commune_id and t.session_id = s.id order by t.team_id) as "teamIds",
           s.capacity, s.cancelled_why as "cancelledWhy", s.revision, s.entered_by as "enteredBy"
      from training_session s
      left join organisation o on o.commune_id = s.commune_id and o.id = s.organiser_id
     where s.commune_id = ${communeId}
       and (${wish.id ?? null}::uuid is null or s.id = ${wish.id ?? null}::uuid)
       and (${wish.from ?? null}::date is null or s.held_on >= ${wish.from ?? null}::date)
     order by s.held_on, s.starts_at, s.id`;
}

export async function findSession(tx: Tx, communeId: number, id: string): Promise<SessionView | null> {
  const [session] = await findSessions(tx, communeId, { id });
  return session ?? null;
}

export interface AttendanceRow {
  readonly memberId: string;
  readonly state: AttendanceState;
  readonly way: "code" | "list" | "own";
  readonly reason: string | null;
  readonly claimId: string | null;
}

export function findAttendance(tx: Tx, communeId: number, sessionId: string): Promise<AttendanceRow[]> {
  return tx.$queryRaw<AttendanceRow[]>`
    select member_id as "memberId", state, way, reason, claim_id as "claimId" from training_attendance
     where commune_id = ${communeId} and session_id = ${sessionId}::uuid`;
}
