import type { ActivityKind } from "#app/domain/activity/scheme.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findHouseholdsForLogging } from "#app/features/households/read-households-for-logging.server.ts";
import { readServices } from "#app/features/services/read-services.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findOpenFrom } from "./find-open-from.server.ts";
import { type LogAct, logAct } from "./log-act.ts";
import { findSchemeToday } from "./read-log-kinds.server.ts";

export interface PaperTeam {
  readonly id: number;
  readonly name: string;
  readonly villageId: number | null;
  readonly villageName: string | null;
}

/** Everything the typist of one member's sheet chooses from. */
export interface PaperDesk {
  readonly team: PaperTeam;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly kinds: readonly ActivityKind[];
  readonly services: readonly { readonly key: string; readonly name: string }[];
  /** "012/1" and whom it means. */
  readonly people: readonly { readonly mark: string; readonly who: string }[];
  /** Earlier days are the office's alone, as a marked adjustment. */
  readonly openFrom: LocalDate;
  readonly mayReachBack: boolean;
}

/** The teams somebody may type for: the office for all, a deputy for their own. */
export function readPaperTeams(caller: Caller): Promise<PaperTeam[]> {
  const act = logAct(caller);
  return caller.platform.db.withCommunes(caller.scope("activity-log.read-paper-teams"), (tx) =>
    findPaperTeams(tx, act, caller),
  );
}

export async function findPaperTeams(tx: Tx, act: LogAct, { permission }: Caller): Promise<PaperTeam[]> {
  const own = permission.grants.flatMap(({ teamId }) => (teamId === null ? [] : [teamId]));
  return tx.$queryRaw<PaperTeam[]>`
    select t.id, t.name, t.village_id as "villageId", v.name as "villageName"
      from team t left join village v on v.commune_id = t.commune_id and v.id = t.village_id
     where t.commune_id = ${act.communeId} and t.valid_to is null
       and (${mayReachBack(act, permission)}::boolean or t.id = any(${own}::int[]))
     order by v.sort_key nulls last, t.name, t.id`;
}

/** Whose right is the whole commune's: the office. */
export function mayReachBack({ communeId }: LogAct, { grants }: Caller["permission"]): boolean {
  return grants.some(
    (grant) => grant.communeId === communeId && grant.teamId === null && grant.villageId === null,
  );
}

/** Null where there is no such team, or none for this typist. */
export async function readPaperDesk(caller: Caller, teamId: number): Promise<PaperDesk | null> {
  const act = logAct(caller);
  const { platform, permission } = caller;
  const scope = caller.scope("activity-log.read-paper-desk");
  return platform.db.withCommunes(scope, async (tx) => {
    const team = (await findPaperTeams(tx, act, caller)).find(({ id }) => id === teamId);
    if (!team) return null;
    const { activities } = await findSchemeToday(tx, act);
    const households =
      team.villageId === null
        ? []
        : await findHouseholdsForLogging(tx, platform.keys, scope, team.villageId, {
            on: act.today,
            sight: "all",
          });
    return {
      team,
      members: await findMembers(tx, act, teamId),
      kinds: activities.filter(({ retiredOn }) => retiredOn === null || retiredOn > act.today),
      services: (await readServices(tx, act.communeId, act.today)).map(({ key, name }) => ({ key, name })),
      people: households.flatMap(({ code, head, slots }) =>
        slots.map(({ slot, label }) => ({
          mark: `${code}/${slot}`,
          who: label === null ? head : `${head}: ${label}`,
        })),
      ),
      openFrom: await findOpenFrom(tx, act),
      mayReachBack: mayReachBack(act, permission),
    };
  });
}

/** Whoever was in the team this year: a sheet may come late. Nobody types their own. */
async function findMembers(tx: Tx, { communeId, accountId, today }: LogAct, teamId: number) {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    select distinct m.id, m.full_name as name
      from membership ms join member m on m.commune_id = ms.commune_id and m.id = ms.member_id
     where ms.commune_id = ${communeId} and ms.team_id = ${teamId} and m.erased_at is null
       and m.account_id is distinct from ${accountId}::uuid
       and ms.valid_from <= ${today}::date
       and (ms.valid_to is null or ms.valid_to >= date_trunc('year', ${today}::date))
     order by name, m.id`;
}
