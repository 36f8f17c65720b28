import { can } from "#app/domain/access/can.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Caller } from "../accounts/allow.server.ts";
import type { MergerState } from "./find-merger.server.ts";

export interface MergerView {
  readonly id: string;
  readonly oldName: string;
  readonly newName: string;
  /** This commune is the one that goes over. */
  readonly isLeaving: boolean;
  readonly effectiveOn: LocalDate;
  readonly decisionNumber: string;
  readonly decisionDate: LocalDate;
  /** One that nobody decided in time is shown as over, whatever its row still says. */
  readonly state: MergerState | "expired";
  readonly askedByName: string;
  readonly decidedByName: string | null;
  readonly expiresAtMs: number;
  readonly note: string | null;
  /** What came over; null until it was done, or on the side that let go. */
  readonly brought: Readonly<Record<"villages" | "teams" | "members" | "households", number>> | null;
  /** What stands here today and would go over. */
  readonly standing: Readonly<Record<"villages" | "teams" | "members" | "households", number>> | null;
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
}

interface Row extends Omit<MergerView, "expiresAtMs" | "state" | "mayDecide" | "mayWithdraw"> {
  readonly state: MergerState;
  readonly expiresAt: Date;
  readonly askedBy: string;
}

/** Of this commune, into it or out of it; those that wait first. `id` null: all of them. */
export async function readMergers(caller: Caller, id: string | null = null): Promise<MergerView[]> {
  const { platform, communeId, person, now, actor, today } = caller;
  const rows = await platform.db.withCommunes(
    caller.scope("commune-merger.read"),
    (tx) => tx.$queryRaw<Row[]>`
      select m.id, m.old_name as "oldName", m.new_name as "newName", m.old_commune_id = ${communeId} as "isLeaving",
             m.effective_on::text as "effectiveOn", m.decision_number as "decisionNumber",
             m.decision_date::text as "decisionDate", m.state, m.asked_by as "askedBy",
             asker.display_name as "askedByName", decider.display_name as "decidedByName",
             m.expires_at as "expiresAt", m.note,
             case when m.state = 'done' and m.new_commune_id = ${communeId} then (
               select jsonb_build_object('villages', count(village_id), 'teams', count(team_id),
                                         'members', count(member_id), 'households', count(household_id))
                 from continued_unit u where u.commune_id = ${communeId} and u.merger_id = m.id) end as brought,
             case when m.state = 'waiting' and m.old_commune_id = ${communeId} then (
               select jsonb_build_object(
                 'villages', (select count(*) from village v where v.commune_id = ${communeId} and v.valid_to is null),
                 'teams', (select count(*) from team t where t.commune_id = ${communeId} and t.valid_to is null),
                 'members', (select count(distinct s.member_id) from membership s
                              where s.commune_id = ${communeId} and (s.valid_to is null or s.valid_to >= m.effective_on)),
                 'households', (select count(*) from household h
                                 where h.commune_id = ${communeId} and h.valid_to is null))) end as standing
        from commune_merger m
        join account asker on asker.id = m.asked_by
        left join account decider on decider.id = m.decided_by
       where ${communeId}::int in (m.old_commune_id, m.new_commune_id) and (${id}::uuid is null or m.id = ${id}::uuid)
       order by m.state <> 'waiting', m.asked_at desc, m.id
       limit 50`,
  );
  const holdsDecision = can(
    { ...actor, provedFreshly: true },
    "commune-merger.decide",
    { communeId: communeId ?? 0 },
    today,
  ).ok;
  return rows.map(({ askedBy, expiresAt, state, ...row }) => {
    const isOpen = state === "waiting" && now < expiresAt;
    return {
      ...row,
      state: state === "waiting" && !isOpen ? "expired" : state,
      expiresAtMs: expiresAt.getTime(),
      mayDecide: isOpen && row.isLeaving && holdsDecision && askedBy !== person.accountId,
      mayWithdraw: isOpen && !row.isLeaving && askedBy === person.accountId,
    };
  });
}
