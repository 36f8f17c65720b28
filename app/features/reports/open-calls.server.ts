import { cutoffMoments } from "#app/domain/calendar/cutoff.ts";
import { addDays, type LocalDate, startOfDay } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { isPresetId } from "#app/domain/plan/plan-preset.ts";
import { monthSpan, quarterClosedBy, type ReportSpan } from "#app/domain/reports/report-period.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import { findSettingsOn } from "#app/features/plans/find-settings-on.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { PRESETS } from "#prisma/presets/presets.ts";

interface DueMonth {
  readonly id: number;
  readonly firstDay: Date;
  readonly lastDay: Date;
}

/**
 * Every month of the plan that is not sealed is asked for as soon as it runs, or the quarter it closes where the plan
 * reports by quarters; with a sheet for each team of its days, for the office, and for the units asked the last time.
 */
export async function openCalls(
  platform: Pick<Platform, "random">,
  tx: Tx,
  communeId: number,
  now: Date,
): Promise<void> {
  const { presetId, setUpAt } = await tx.commune.findUniqueOrThrow({
    where: { id: communeId },
    select: { presetId: true, setUpAt: true },
  });
  if (setUpAt === null || !isPresetId(presetId)) return;
  const { every } = PRESETS[presetId].report;
  const months = await tx.month.findMany({
    where: { communeId, state: { not: "sealed" } },
    orderBy: { id: "asc" },
    select: { id: true, firstDay: true, lastDay: true },
  });
  for (const month of months) {
    const span = every === "month" ? monthSpan(month.id) : quarterClosedBy(month.id);
    if (span !== null) await keepCall(platform, tx, { communeId, span, month, now });
  }
}

interface CallWish {
  readonly communeId: number;
  readonly span: ReportSpan;
  /** The month whose end the due days count from. */
  readonly month: DueMonth;
  readonly now: Date;
}

async function keepCall(platform: Pick<Platform, "random">, tx: Tx, wish: CallWish): Promise<void> {
  const { communeId, span, month, now } = wish;
  const newId = () => makeId(now.getTime(), platform.random.bytes(10));
  const [firstDay, lastDay] = [fromDatabaseDay(month.firstDay), fromDatabaseDay(month.lastDay)];
  const key = { communeId, periodKey: span.key, isOnRequest: false };
  let call = await tx.reportCall.findFirst({ where: key, select: { id: true } });
  if (!call) {
    const { sender, office } = await findDueMoments(tx, communeId, firstDay, lastDay);
    const moments = { senderLateFrom: new Date(sender), officeLateFrom: new Date(office) };
    await tx.reportCall.createMany({
      data: { ...key, id: newId(), ...moments, openedAt: now },
      skipDuplicates: true,
    });
    call = await tx.reportCall.findFirstOrThrow({ where: key, select: { id: true } });
    await inheritUnits(tx, communeId, call.id, newId, firstDay);
  }
  await keepSheets(tx, communeId, call.id, newId, { firstDay, lastDay });
}

/** J01, J03: by the plan in force on the first day of the month that ends the period, a day for each stage. */
async function findDueMoments(tx: Tx, communeId: number, firstDay: LocalDate, lastDay: LocalDate) {
  const { cutoff } = await findSettingsOn(tx, communeId, firstDay);
  const { lateFrom } = cutoffMoments(cutoff, { kind: "month", year: 0, ordinal: 1, firstDay, lastDay });
  // A month that was cut or drawn out may end after its own due day: nobody is late before it has ended.
  const earliest = startOfDay(addDays(lastDay, 1 + cutoff.graceDays + 1));
  const sender = Math.max(lateFrom.team, earliest);
  return { sender, office: Math.max(lateFrom.office, sender) };
}

/** A team that is founded in the middle of the month owes a report too. */
async function keepSheets(
  tx: Tx,
  communeId: number,
  callId: string,
  newId: () => string,
  { firstDay, lastDay }: { firstDay: LocalDate; lastDay: LocalDate },
): Promise<void> {
  const missing = await tx.$queryRaw<{ teamId: number | null }[]>`
    select t.id as "teamId" from team t
     where t.commune_id = ${communeId} and t.valid_from <= ${lastDay}::date
       and (t.valid_to is null or t.valid_to >= ${lastDay}::date)
       and (t.valid_to is null or t.valid_to >= ${firstDay}::date)
       and not exists (select from report r where r.commune_id = t.commune_id and r.call_id = ${callId}::uuid
                          and r.team_id = t.id)
    union all
    select null where not exists (select from report r where r.commune_id = ${communeId} and r.call_id = ${callId}::uuid
                                     and r.team_id is null and r.organisation_id is null)`;
  await tx.report.createMany({
    data: missing.map(({ teamId }) => ({ communeId, id: newId(), callId, teamId })),
    skipDuplicates: true,
  });
}

async function inheritUnits(
  tx: Tx,
  communeId: number,
  callId: string,
  newId: () => string,
  day: LocalDate,
): Promise<void> {
  const units = await tx.$queryRaw<{ id: string }[]>`
    select r.organisation_id as id from report r
      join organisation o on o.commune_id = r.commune_id and o.id = r.organisation_id
       and (o.valid_to is null or o.valid_to >= ${day}::date)
     where r.commune_id = ${communeId} and r.organisation_id is not null and r.is_asked
       and r.call_id = (select c.id from report_call c
                         where c.commune_id = ${communeId} and not c.is_on_request and c.id <> ${callId}::uuid
                         order by c.sender_late_from desc limit 1)`;
  await tx.report.createMany({
    data: units.map(({ id }) => ({ communeId, id: newId(), callId, organisationId: id })),
    skipDuplicates: true,
  });
}
