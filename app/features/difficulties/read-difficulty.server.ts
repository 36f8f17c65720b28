import type { Instant } from "#app/domain/calendar/local-date.ts";
import { type DifficultyEvent, isOverdue, stageStays } from "#app/domain/difficulties/difficulty.ts";
import type { DifficultyView, OneDifficulty } from "#app/domain/difficulties/difficulty-view.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { mayHandle, mayRoute, maySee } from "./difficulty-reach.ts";

type Row = Omit<DifficultyView, "isLate" | "raisedAt"> & { readonly raisedAt: Date };

function findDifficulties(tx: Tx, communeId: number, id: string | null): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    select d.id, d.field, d.content, d.proposal, d.team_id as "teamId", d.village_id as "villageId",
           coalesce(v.name, t.name, d.unit_name) as "raisedIn", d.raised_by as "raisedById",
           a.display_name as "raisedBy", d.raised_at as "raisedAt", p.number as "planNumber", d.stage,
           d.owner_unit as "ownerUnit", d.owner_id as "ownerId", o.display_name as "ownerName",
           d.due_on::text as "dueOn", d.state
      from difficulty d
      join account a on a.id = d.raised_by
      left join account o on o.id = d.owner_id
      left join team t on t.commune_id = d.commune_id and t.id = d.team_id
      left join village v on v.commune_id = d.commune_id and v.id = d.village_id
      left join plan p on p.commune_id = d.commune_id and p.id = d.plan_id
     where d.commune_id = ${communeId} and (${id}::uuid is null or d.id = ${id}::uuid)
     order by d.state desc, case when d.state = 'open' then d.due_on end, d.answered_at desc, d.raised_at desc, d.id
     limit 500`;
}

/** Those the reader may see: open ones by their day, then the answered, newest first. */
export function readDifficultyList(caller: Caller): Promise<DifficultyView[]> {
  const scope = caller.scope("difficulties.read-list");
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const rows = await findDifficulties(tx, onlyCommune(scope), null);
    return rows.filter((row) => maySee(caller, row)).map((row) => viewOf(caller, row));
  });
}

export function readDifficulty(caller: Caller, id: string): Promise<OneDifficulty | null> {
  const scope = caller.scope("difficulties.read");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const [row] = await findDifficulties(tx, communeId, id);
    if (!row || !maySee(caller, row)) return null;
    const events = (await findEvents(tx, communeId, id)).map((event) => ({
      ...event,
      at: event.at.getTime(),
    }));
    const isOpen = row.state === "open";
    const handles = mayHandle(caller, row);
    return {
      ...viewOf(caller, row),
      events,
      stays: stageStays(events, caller.now.getTime()),
      may: {
        handle: isOpen && handles,
        route: isOpen && row.stage !== "team" && mayRoute(caller, row),
        reopen: !isOpen && (handles || row.raisedById === caller.person.accountId),
      },
    };
  });
}

type EventRow = Omit<DifficultyEvent, "at"> & { readonly id: string; readonly at: Date };

function findEvents(tx: Tx, communeId: number, id: string): Promise<EventRow[]> {
  return tx.$queryRaw<EventRow[]>`
    select e.id, e.kind, e.stage, e.owner_unit as "ownerUnit", e.due_on::text as "dueOn", e.note, a.display_name as by, e.at
      from difficulty_event e join account a on a.id = e.by_account
     where e.commune_id = ${communeId} and e.difficulty_id = ${id}::uuid
     order by e.at, e.id`;
}

function viewOf({ today }: Caller, { raisedAt, ...row }: Row): DifficultyView {
  const at: Instant = raisedAt.getTime();
  return { ...row, raisedAt: at, isLate: isOverdue(row, today) };
}
