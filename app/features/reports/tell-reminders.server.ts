import { type Instant, localDateAt } from "#app/domain/calendar/local-date.ts";
import { dueReminder, type ReminderStage } from "#app/domain/reports/reminder.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface OpenSheet {
  readonly id: string;
  readonly lateFrom: Instant;
  readonly askedAt: Instant;
  readonly told: readonly ReminderStage[];
}

/** What no clock runs back to: a report that old is told by a person. */
const LOOK_BACK_DAYS = 30;

/**
 * J01: whoever has not sent is reminded. The row is the reminder: its key keeps a second one out, whatever the clock
 * and its crashes do, and the notice is read from it.
 */
export async function tellReminders(tx: Tx, communeId: number, now: Date): Promise<number> {
  const sheets = await tx.$queryRaw<OpenSheet[]>`
    select r.id, (extract(epoch from d.late_from) * 1000)::float8 as "lateFrom",
           (extract(epoch from c.opened_at) * 1000)::float8 as "askedAt",
           coalesce((select array_agg(m.stage) from report_reminder m
                      where m.commune_id = r.commune_id and m.report_id = r.id and m.stage <> 'asked'), '{}') as told
      from report r
      join report_call c on c.commune_id = r.commune_id and c.id = r.call_id
      cross join lateral (select case when r.team_id is null and r.organisation_id is null
                                      then c.office_late_from else c.sender_late_from end as late_from) d
     where r.commune_id = ${communeId} and r.state = 'draft' and r.is_asked
       and d.late_from > ${now}::timestamptz - make_interval(days => ${LOOK_BACK_DAYS})
       and d.late_from < ${now}::timestamptz + make_interval(days => ${LOOK_BACK_DAYS})
     order by r.id`;
  const due = sheets.flatMap(({ id, ...facts }) => {
    const stage = dueReminder(facts, now.getTime());
    return stage === null ? [] : [{ reportId: id, stage }];
  });
  const { count } = await tx.reportReminder.createMany({
    data: due.map((each) => ({
      ...each,
      communeId,
      forDay: toDatabaseDay(localDateAt(now.getTime())),
      toldAt: now,
    })),
    skipDuplicates: true,
  });
  return count;
}
