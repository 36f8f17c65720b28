import type { Mode } from "#app/domain/activity/scheme.ts";
import {
  FLOOD_HOURS,
  isFlood,
  judgePace,
  PHONE_CLOCK_TOLERANCE_MS,
  type SignalKind,
} from "#app/domain/activity/signals.ts";
import { daysBetween, type LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { LogAct } from "./log-act.ts";

interface PaceRow {
  readonly id: string;
  readonly mode: Mode;
  readonly workDate: LocalDate;
  readonly visits: number;
  readonly minutes: number | null;
  readonly isLate: boolean;
  readonly participants: number;
  readonly visitsOfDay: number;
  /** Of this member's records of the month: those sent in its last two days, and all; null earlier in the month. */
  readonly inLastHours: number | null;
  readonly inMonth: number;
}

interface Signal {
  readonly id: string;
  readonly kind: SignalKind;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Signals that follow from figures and clocks: read at once, judged by the domain, written at once. */
export async function raisePaceSignals(
  tx: Tx,
  act: LogAct,
  ids: readonly string[],
  clockOffsets: ReadonlyMap<string, number>,
): Promise<void> {
  const signals = (await readPace(tx, act, ids)).flatMap((row) =>
    judgeRow(row, act, clockOffsets.get(row.id) ?? 0),
  );
  if (signals.length === 0) return;
  await tx.$executeRaw`
    insert into claim_signal (commune_id, claim_id, kind, facts, raised_at)
    select ${act.communeId}, id, kind, facts, ${act.now}
      from jsonb_to_recordset(${JSON.stringify(signals)}::jsonb) as s (id uuid, kind text, facts jsonb)
    on conflict do nothing`;
}

function judgeRow(row: PaceRow, act: LogAct, offsetMs: number): Signal[] {
  const { id } = row;
  const signals: Signal[] = [];
  const pace = judgePace(row);
  if (pace) signals.push({ id, kind: "impossible_count", facts: pace });
  if (row.isLate) signals.push({ id, kind: "late", facts: { days: daysBetween(row.workDate, act.today) } });
  if (Math.abs(offsetMs) > PHONE_CLOCK_TOLERANCE_MS)
    signals.push({ id, kind: "phone_clock", facts: { offsetSeconds: Math.round(offsetMs / 1000) } });
  const { inLastHours, inMonth } = row;
  if (inLastHours !== null && isFlood(inLastHours, inMonth))
    signals.push({ id, kind: "deadline_flood", facts: { inLastHours, inMonth } });
  return signals;
}

function readPace(tx: Tx, { communeId, now }: LogAct, ids: readonly string[]): Promise<PaceRow[]> {
  return tx.$queryRaw<PaceRow[]>`/* activity-log.read-pace */
    with asked as (
      select c.*, m.grace_ends_at, m.first_day, m.last_day from claim c
        left join month m on m.commune_id = c.commune_id and c.work_date between m.first_day and m.last_day
       where c.commune_id = ${communeId} and c.id = any(${[...ids]}::uuid[])
    ), of_day as (
      select c.member_id, c.work_date, sum(c.visits)::int as visits from claim c
       where c.commune_id = ${communeId} and c.state in ('submitted', 'returned', 'verified')
         and c.mode in ('home_visit', 'hands_on', 'mobile_point', 'one_stop_counter')
         and (c.member_id, c.work_date) in (select member_id, work_date from asked)
       group by c.member_id, c.work_date
    ), flood as (
      select a.member_id, a.grace_ends_at, count(*)::int as in_month,
             (count(*) filter (where c.received_at >= a.grace_ends_at - make_interval(hours => ${FLOOD_HOURS}::int)))::int
               as in_last_hours
        from (select distinct member_id, first_day, last_day, grace_ends_at from asked
               where ${now}::timestamptz >= grace_ends_at - make_interval(hours => ${FLOOD_HOURS}::int)) a
        join claim c on c.commune_id = ${communeId} and c.member_id = a.member_id
                    and c.work_date between a.first_day and a.last_day and c.state <> 'withdrawn'
       group by a.member_id, a.grace_ends_at
    )
    select a.id, a.mode, a.work_date::text as "workDate", a.visits, a.minutes, 'late' = any(a.marks) as "isLate",
           (select count(*)::int from claim_participant p
             where p.commune_id = a.commune_id and p.claim_id = a.id) as participants,
           coalesce(d.visits, a.visits) as "visitsOfDay", f.in_last_hours as "inLastHours",
           coalesce(f.in_month, 0) as "inMonth"
      from asked a
      left join of_day d on d.member_id = a.member_id and d.work_date = a.work_date
      left join flood f on f.member_id = a.member_id and f.grace_ends_at = a.grace_ends_at`;
}
