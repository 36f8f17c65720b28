import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Course, TrainingBook } from "#app/domain/training/training-book.ts";
import type { Invited } from "#app/domain/training/training-session.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { PlacedTrainee } from "./reach.ts";

export interface NamedTrainee extends PlacedTrainee {
  readonly fullName: string;
  readonly accountId: string | null;
}

/** A commune's training as figures read it; everybody who ever was in a team, named. */
export interface FoundBook extends TrainingBook {
  readonly members: readonly NamedTrainee[];
}

export async function findTrainingBook(tx: Tx, communeId: number): Promise<FoundBook> {
  const members = await findTrainees(tx, communeId);
  const sessions = await tx.$queryRaw<FoundBook["sessions"][number][]>`
    select s.id, s.held_on::text as "heldOn", s.starts_at as "startsAt", s.minutes, s.topics,
           s.is_mandatory as "isMandatory", s.for_roles as "forRoles",
           array(select t.team_id from training_session_team t
                  where t.commune_id = s.commune_id and t.session_id = s.id order by t.team_id) as "teamIds"
      from training_session s
     where s.commune_id = ${communeId} and s.cancelled_at is null
     order by s.held_on, s.starts_at, s.id`;
  const attendance = await tx.$queryRaw<FoundBook["attendance"][number][]>`
    select session_id as "sessionId", member_id as "memberId", state from training_attendance
     where commune_id = ${communeId}`;
  const courses = await tx.trainingCourse.findMany({
    where: { communeId, closedOn: null },
    select: { id: true, topics: true, isMandatory: true, dueOn: true },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
  });
  const certificates = await tx.$queryRaw<FoundBook["certificates"][number][]>`
    select course_id as "courseId", member_id as "memberId", completed_on::text as "completedOn"
      from training_certificate where commune_id = ${communeId} and state = 'confirmed'`;
  return {
    members,
    sessions: sessions.map((session) => ({ ...session, forRoles: session.forRoles as Invited[] })),
    attendance,
    courses: courses.map(
      ({ dueOn, ...course }): Course => ({ ...course, dueOn: dueOn && fromDatabaseDay(dueOn) }),
    ),
    certificates,
  };
}

/** By name as lists are read here. */
export async function findTrainees(
  tx: Tx,
  communeId: number,
  memberId: string | null = null,
): Promise<NamedTrainee[]> {
  type Row = Omit<NamedTrainee, "seats" | "youth"> & {
    readonly seats: NamedTrainee["seats"][number][];
    readonly youth: { from: LocalDate; to: LocalDate | null }[];
  };
  return tx.$queryRaw<Row[]>`
    select m.id as "memberId", m.full_name as "fullName", m.account_id as "accountId",
           json_agg(json_build_object('teamId', s.team_id, 'villageId', t.village_id, 'role', s.role, 'from', s.valid_from, 'to', s.valid_to)
                    order by s.valid_from, s.team_id) as seats,
           coalesce((select json_agg(json_build_object('from', a.valid_from, 'to', a.valid_to))
              from affiliation a
             where a.commune_id = m.commune_id and a.member_id = m.id and a.kind = 'youth_union'), '[]') as youth
      from member m
      join membership s on s.commune_id = m.commune_id and s.member_id = m.id
      join team t on t.commune_id = s.commune_id and t.id = s.team_id
     where m.commune_id = ${communeId} and m.erased_at is null
       and (${memberId}::uuid is null or m.id = ${memberId}::uuid)
     group by m.commune_id, m.id
     order by lower(m.full_name) collate "und-x-icu", m.id`;
}
