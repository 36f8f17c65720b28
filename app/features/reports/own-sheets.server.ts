import { can } from "#app/domain/access/can.ts";
import { isId } from "#app/domain/ids.ts";
import type { OwnSheet } from "#app/domain/reports/call-view.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { periodOf } from "./read-calls.server.ts";
import { spanOf, standingOf } from "./report-rows.ts";

interface SheetRow {
  readonly id: string;
  readonly name: string;
  readonly periodKey: string;
  readonly title: string | null;
  readonly lateFrom: Date;
  readonly state: string;
  readonly firstSentAt: Date | null;
  readonly teamId: number | null;
  readonly villageId: number | null;
}

const SHEETS_SHOWN = 30;

/** The reports a person has a part in: those of the own teams, and of the unit one stands for. Open ones first. */
export function readOwnSheets(caller: Caller): Promise<OwnSheet[]> {
  const scope = caller.scope("reports.read-own");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, (tx) => findOwnSheets(tx, communeId, caller, null));
}

/** One of them, without its figures: what an action asks before it writes. */
export function readOwnSheet(caller: Caller, id: string): Promise<OwnSheet | null> {
  const scope = caller.scope("reports.read-own");
  const communeId = onlyCommune(scope);
  if (!isId(id)) return Promise.resolve(null);
  return caller.platform.db.withCommunes(scope, (tx) => findOwnSheet(tx, communeId, caller, id));
}

/** One of them; null for everybody else's. */
export async function findOwnSheet(
  tx: Tx,
  communeId: number,
  caller: Caller,
  id: string,
): Promise<OwnSheet | null> {
  return (await findOwnSheets(tx, communeId, caller, id))[0] ?? null;
}

async function findOwnSheets(
  tx: Tx,
  communeId: number,
  caller: Caller,
  id: string | null,
): Promise<OwnSheet[]> {
  const { actor, today, now, person } = caller;
  const held = actor.grants.filter(
    (grant) =>
      grant.communeId === communeId && can({ ...actor, grants: [grant] }, "report.read-own", null, today).ok,
  );
  const teams = held.flatMap(({ teamId }) => (teamId === null ? [] : [teamId]));
  const isYouth = held.some(({ role }) => role === "youth_union");
  const isSector = held.some(({ role }) => role === "sector_office");
  const rows = await tx.$queryRaw<SheetRow[]>`
    select r.id, coalesce(t.name, o.name) as name, c.period_key as "periodKey", c.title,
           c.sender_late_from as "lateFrom", r.state, r.first_sent_at as "firstSentAt", r.team_id as "teamId",
           t.village_id as "villageId"
      from report r
      join report_call c on c.commune_id = r.commune_id and c.id = r.call_id
      left join team t on t.commune_id = r.commune_id and t.id = r.team_id
      left join organisation o on o.commune_id = r.commune_id and o.id = r.organisation_id
     where r.commune_id = ${communeId} and r.is_asked and (${id}::uuid is null or r.id = ${id}::uuid)
       and (r.team_id = any(${teams}::int[])
         or (${isYouth}::boolean and o.kind = 'youth_union')
         or (${isSector}::boolean and exists (
              select from affiliation a join member m on m.commune_id = a.commune_id and m.id = a.member_id
               where a.commune_id = r.commune_id and a.organisation_id = r.organisation_id
                 and m.account_id = ${person.accountId}::uuid and a.valid_from <= ${today}::date
                 and (a.valid_to is null or a.valid_to >= ${today}::date))))
     order by r.state not in ('draft', 'returned'), c.sender_late_from desc, 2, r.id
     limit ${SHEETS_SHOWN}`;
  return rows.map(({ id: sheetId, name, title, lateFrom, teamId, villageId, ...row }) => ({
    id: sheetId,
    name,
    period: periodOf(spanOf(row)),
    title,
    lateFrom: lateFrom.getTime(),
    standing: standingOf(row, lateFrom, now.getTime()),
    mayWrite: can(
      actor,
      "report.write",
      { communeId, ...(teamId === null ? {} : { teamId, villageId }) },
      today,
    ).ok,
  }));
}
