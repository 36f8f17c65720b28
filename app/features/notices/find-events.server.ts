import type { Instant } from "#app/domain/calendar/local-date.ts";
import { gatherNotices, type Notice, type NoticeEvent } from "#app/domain/notices/notice.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findReportEvents } from "./find-report-events.server.ts";
import { findTaskEvents } from "./find-task-events.server.ts";

type Decision = Extract<NoticeEvent, { is: "decision" }>;
type Answer = Extract<NoticeEvent, { is: "answer" }>;
type Award = Extract<NoticeEvent, { is: "award" }>;
type Thanks = Extract<NoticeEvent, { is: "thanks" }>;
type TrainingEvent = Extract<NoticeEvent, { is: "training" }>;
type MonthEvent = Extract<NoticeEvent, { is: "month" }>;

/** An event as the database answers it. */
type Row<Event extends { is: string; at: Instant }> = Omit<Event, "is" | "at"> & { readonly at: Date };

export interface Reader {
  readonly communeId: number;
  readonly accountId: string;
  /** Null for accounts that are on no roster: officers. */
  readonly memberId: string | null;
}

/** Everything that happened to this person since then, gathered. */
export async function findNotices(tx: Tx, reader: Reader, since: Date): Promise<Notice[]> {
  const events: NoticeEvent[] = [
    ...(await findAnswers(tx, reader, since)).map((row) => ({
      ...row,
      is: "answer" as const,
      at: row.at.getTime(),
    })),
  ];
  events.push(...(await findReportEvents(tx, reader, since)), ...(await findTaskEvents(tx, reader, since)));
  if (reader.memberId !== null) {
    const own = { ...reader, memberId: reader.memberId };
    const decisions = await findDecisions(tx, own, since);
    const awards = await findAwards(tx, own, since);
    const thanks = await findThanks(tx, own, since);
    const months = await findMonths(tx, own, since);
    const training = await findTraining(tx, own, since);
    events.push(
      ...decisions.map((row) => ({ ...row, is: "decision" as const, at: row.at.getTime() })),
      ...awards.map((row) => ({ ...row, is: "award" as const, at: row.at.getTime() })),
      ...thanks.map((row) => ({ ...row, is: "thanks" as const, at: row.at.getTime() })),
      ...training.map((row) => ({ ...row, is: "training" as const, at: row.at.getTime() })),
      ...months.map((row) => ({ ...row, is: "month" as const, at: row.at.getTime() })),
    );
  }
  return gatherNotices(events);
}

interface OwnReader extends Reader {
  readonly memberId: string;
}

/** One's own decisions on others' work are not news to oneself: the four eyes see to it that none is on one's own. */
function findDecisions(tx: Tx, { communeId, memberId }: OwnReader, since: Date): Promise<Row<Decision>[]> {
  return tx.$queryRaw<Row<Decision>[]>`
    select d.decided_at as at, d.claim_id as "claimId", c.activity_key as "activityKey", c.work_date::text as "workDate",
           d.verdict, d.reason, d.reason_code as "reasonCode",
           coalesce((select sum(l.points) from ledger_line l
                      where l.commune_id = d.commune_id and l.decision_id = d.id and l.member_id = p.member_id), 0)::int as points
      from claim_participant p
      join claim c on c.commune_id = p.commune_id and c.id = p.claim_id
      join claim_decision d on d.commune_id = c.commune_id and d.claim_id = c.id
     where p.commune_id = ${communeId} and p.member_id = ${memberId}::uuid and d.decided_at > ${since}`;
}

function findAnswers(tx: Tx, { communeId, accountId }: Reader, since: Date): Promise<Row<Answer>[]> {
  return tx.$queryRaw<Row<Answer>[]>`
    select r.decided_at as at, 'correction' as about, r.verdict = 'accepted' as accepted, r.answer, r.claim_id as "claimId",
           null::integer as "monthId"
      from correction_request r
     where r.commune_id = ${communeId} and r.asked_by = ${accountId}::uuid and r.decided_at > ${since}
    union all
    select a.answered_at, 'objection', a.outcome = 'upheld', a.answer, a.claim_id, a.month_id
      from appeal a
     where a.commune_id = ${communeId} and a.made_by = ${accountId}::uuid and a.answered_at > ${since}`;
}

function findAwards(tx: Tx, { communeId, memberId }: OwnReader, since: Date): Promise<Row<Award>[]> {
  return tx.$queryRaw<Row<Award>[]>`
    select e.at, a.id as "awardId", d.content ->> 'name' as title, e.is_revoked as "isRevoked"
      from badge_award a
      join badge_definition d on d.commune_id = a.commune_id and d.key = a.badge_key and d.version = a.version
      cross join lateral (values (a.granted_at, false), (a.revoked_at, true)) as e (at, is_revoked)
     where a.commune_id = ${communeId} and a.subject = 'member' and a.subject_id = ${memberId}
       and e.at > ${since} and (e.is_revoked or a.revoked_at is null)`;
}

function findThanks(tx: Tx, { communeId, memberId }: OwnReader, since: Date): Promise<Row<Thanks>[]> {
  return tx.$queryRaw<Row<Thanks>[]>`
    select t.given_at as at, t.claim_id as "claimId", g.display_name as "from"
      from thanks t
      join claim_participant p on p.commune_id = t.commune_id and p.claim_id = t.claim_id
      join account g on g.id = t.given_by
     where t.commune_id = ${communeId} and p.member_id = ${memberId}::uuid and t.withdrawn_at is null
       and t.given_at > ${since}`;
}

/** Reminders as they were sent, once each, and answers to one's certificates. */
function findTraining(
  tx: Tx,
  { communeId, memberId }: OwnReader,
  since: Date,
): Promise<Row<TrainingEvent>[]> {
  return tx.$queryRaw<Row<TrainingEvent>[]>`
    select r.sent_at as at, r.subject as about, r.subject_id as "subjectId", r.step, null::text as reason,
           coalesce(s.title, k.title) as title, coalesce(s.held_on, k.due_on)::text as day
      from training_reminder r
      left join training_session s on s.commune_id = r.commune_id and s.id = r.subject_id and r.subject = 'session'
      left join training_course k on k.commune_id = r.commune_id and k.id = r.subject_id and r.subject = 'course'
     where r.commune_id = ${communeId} and r.member_id = ${memberId}::uuid and r.sent_at > ${since}
       and s.cancelled_at is null and k.closed_on is null
    union all
    select c.decided_at, 'certificate', c.id, c.state, c.reason, k.title, c.completed_on::text
      from training_certificate c
      join training_course k on k.commune_id = c.commune_id and k.id = c.course_id
     where c.commune_id = ${communeId} and c.member_id = ${memberId}::uuid and c.decided_at > ${since}`;
}

/** Months in which one has points: the others are no news. */
function findMonths(tx: Tx, { communeId, memberId }: OwnReader, since: Date): Promise<Row<MonthEvent>[]> {
  return tx.$queryRaw<Row<MonthEvent>[]>`
    select e.at, m.id as "monthId", e.state, s.points::int as points
      from month m
      join standing s on s.commune_id = m.commune_id and s.month_id = m.id and s.subject = 'member'
                     and s.subject_id = ${memberId}
      cross join lateral (values (m.frozen_at, 'provisional'), (m.sealed_at, 'sealed')) as e (at, state)
     where m.commune_id = ${communeId} and e.at > ${since}`;
}
