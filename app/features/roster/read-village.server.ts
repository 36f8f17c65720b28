import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findVillages, type VillageView } from "#app/features/communes/read-villages.server.ts";
import { linesOf, type RosterLine, readSeenRoster, sortByName } from "./read-roster.server.ts";
import { groupByTeam, type TeamReview } from "./review-roster.ts";

export interface VillageOnRoster {
  readonly village: VillageView;
  readonly missingTeams: number;
  readonly teams: readonly (TeamReview & { readonly members: readonly RosterLine[] })[];
  /** L07: who of the commune's officials looks after this village. */
  readonly officials: readonly { readonly accountId: string; readonly name: string }[];
}

/** A01, A03: one village, its teams and their people. Null where there is none, or none for the caller's eyes. */
export async function readVillage(caller: Caller, villageId: number): Promise<VillageOnRoster | null> {
  const { roster, review } = await readSeenRoster(caller, "roster.read-village");
  const seen = review.villages.find(({ village }) => village.id === villageId);
  if (!seen) return null;
  const byTeam = groupByTeam(roster.members);
  const scope = caller.scope("roster.read-village");
  const communeId = scope.communes[0] ?? 0;
  const { village, officials } = await caller.platform.db.withCommunes(scope, async (tx) => ({
    village: (await findVillages(tx, communeId)).find(({ id }) => id === villageId),
    officials: await tx.$queryRaw<{ accountId: string; name: string }[]>`
      select distinct a.id as "accountId", a.display_name as name
        from role_grant g join account a on a.id = g.account_id
       where g.commune_id = ${communeId} and g.role = 'sector_office' and g.village_id = ${villageId}
         and g.valid_from <= ${caller.today}::date and (g.valid_to is null or g.valid_to >= ${caller.today}::date)
       order by a.display_name`,
  }));
  if (!village) return null;
  return {
    village,
    officials,
    missingTeams: seen.missingTeams,
    teams: review.teams
      .filter(({ team }) => team.villageId === villageId)
      .map((each) => ({
        ...each,
        members: linesOf(caller, roster, sortByName(byTeam.get(each.team.id) ?? [])),
      })),
  };
}
