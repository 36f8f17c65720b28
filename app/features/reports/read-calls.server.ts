import type { CallHead, CallPeriod, OffLine, SheetLine } from "#app/domain/reports/call-view.ts";
import type { ReportSpan } from "#app/domain/reports/report-period.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import {
  CALL_COLUMNS,
  type CallRow,
  isConsolidated,
  REPORT_COLUMNS,
  spanOf,
  standingOf,
} from "./report-rows.ts";

const CALLS_SHOWN = 24;

/** Every period that is reported on, the newest due first. */
export function readCalls(caller: Caller): Promise<CallHead[]> {
  const scope = caller.scope("reports.read-calls");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const calls = await tx.reportCall.findMany({
      where: { communeId },
      orderBy: [{ senderLateFrom: "desc" }, { id: "desc" }],
      take: CALLS_SHOWN,
      select: CALL_COLUMNS,
    });
    const heads: CallHead[] = [];
    for (const call of calls) heads.push(await findHead(tx, communeId, call, caller.now));
    return heads;
  });
}

interface CallBoard {
  readonly call: CallHead;
  readonly lines: readonly SheetLine[];
  readonly off: readonly OffLine[];
  /** Units that could be asked too. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

/** L30: who has sent, who has not, and who was reminded when and by whom. */
export function readCallBoard(caller: Caller, id: string): Promise<CallBoard | null> {
  const scope = caller.scope("reports.read-call");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const call = await tx.reportCall.findUnique({
      where: { communeId_id: { communeId, id } },
      select: CALL_COLUMNS,
    });
    if (!call) return null;
    const lines = await findLines(tx, communeId, call, caller.now);
    const off = await findTakenOff(tx, communeId, id);
    const units = await tx.$queryRaw<{ id: string; name: string }[]>`
      select o.id, o.name from organisation o
       where o.commune_id = ${communeId} and (o.valid_to is null or o.valid_to >= ${caller.today}::date)
         and not exists (select from report r where r.commune_id = o.commune_id and r.call_id = ${id}::uuid
                            and r.organisation_id = o.id and r.is_asked)
       order by lower(o.name) collate "und-x-icu", o.id`;
    return { call: await findHead(tx, communeId, call, caller.now), lines, off, units };
  });
}

async function findHead(tx: Tx, communeId: number, call: CallRow, now: Date): Promise<CallHead> {
  const rows = await tx.report.findMany({
    where: { communeId, callId: call.id, isAsked: true },
    select: REPORT_COLUMNS,
  });
  const asked = rows.filter((row) => !isConsolidated(row));
  const standings = asked.map((row) => standingOf(row, call.senderLateFrom, now.getTime()));
  const own = rows.find(isConsolidated);
  return {
    id: call.id,
    period: periodOf(spanOf(call)),
    title: call.title,
    request: call.request,
    senderLateFrom: call.senderLateFrom.getTime(),
    officeLateFrom: call.officeLateFrom.getTime(),
    asked: asked.length,
    sent: standings.filter(({ sentAt }) => sentAt !== null).length,
    missing: standings.filter(({ isMissing }) => isMissing).length,
    consolidated: own ? { id: own.id, standing: standingOf(own, call.officeLateFrom, now.getTime()) } : null,
  };
}

export function periodOf(span: ReportSpan): CallPeriod {
  return span.kind === "range"
    ? { kind: span.kind, key: span.key, year: null, ordinal: null, from: span.from, to: span.to }
    : { kind: span.kind, key: span.key, year: span.year, ordinal: span.ordinal, from: null, to: null };
}

interface LineRow {
  readonly id: string;
  readonly name: string;
  readonly detail: string | null;
  readonly organisationId: string | null;
  readonly state: string;
  readonly firstSentAt: Date | null;
  readonly reminders: readonly { stage: string; at: number; byName: string | null }[];
}

async function findLines(tx: Tx, communeId: number, call: CallRow, now: Date): Promise<SheetLine[]> {
  const rows = await tx.$queryRaw<LineRow[]>`
    select r.id, coalesce(t.name, o.name) as name, v.name as detail, r.organisation_id as "organisationId", r.state,
           r.first_sent_at as "firstSentAt",
           coalesce((select json_agg(json_build_object('stage', m.stage, 'at', extract(epoch from m.told_at) * 1000,
                                                       'byName', a.display_name) order by m.told_at)
                       from report_reminder m left join account a on a.id = m.told_by
                      where m.commune_id = r.commune_id and m.report_id = r.id), '[]') as reminders
      from report r
      left join team t on t.commune_id = r.commune_id and t.id = r.team_id
      left join village v on v.commune_id = t.commune_id and v.id = t.village_id
      left join organisation o on o.commune_id = r.commune_id and o.id = r.organisation_id
     where r.commune_id = ${communeId} and r.call_id = ${call.id}::uuid and r.is_asked
       and (r.team_id is not null or r.organisation_id is not null)
     order by r.first_sent_at is not null, r.organisation_id is not null, v.sort_key nulls last, 2, r.id`;
  return rows.map(({ id, name, detail, organisationId, reminders, ...row }) => ({
    id,
    name,
    detail,
    organisationId,
    isUnit: organisationId !== null,
    standing: standingOf(row, call.senderLateFrom, now.getTime()),
    reminders: reminders as SheetLine["reminders"],
  }));
}

async function findTakenOff(tx: Tx, communeId: number, callId: string): Promise<OffLine[]> {
  const rows = await tx.$queryRaw<(Omit<OffLine, "at"> & { readonly at: Date })[]>`
    select r.id, o.name, s.reason, s.done_at as at, a.display_name as "byName"
      from report r
      join organisation o on o.commune_id = r.commune_id and o.id = r.organisation_id
      join lateral (select k.reason, k.done_at, k.done_by from report_asking k
                     where k.commune_id = r.commune_id and k.report_id = r.id order by k.number desc limit 1) s on true
      join account a on a.id = s.done_by
     where r.commune_id = ${communeId} and r.call_id = ${callId}::uuid and not r.is_asked
     order by lower(o.name) collate "und-x-icu", r.id`;
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}
