import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findHome, type HomeView } from "./find-resident.server.ts";

/** Where one member lives, for whoever keeps the roster. */
export function readHome(caller: Caller, memberId: string): Promise<HomeView | null> {
  const { platform, communeId } = caller;
  return platform.db.withCommunes(caller.scope("member-household.read-home"), (tx) =>
    findHome(tx, platform.keys, communeId ?? 0, memberId),
  );
}

/** The numbers of the households of a team's people, by member: for the team's leader. */
export function readHomesOfTeam(caller: Caller, teamId: number): Promise<Readonly<Record<string, string>>> {
  const { platform, communeId, today } = caller;
  return platform.db.withCommunes(caller.scope("member-household.read-homes"), async (tx) => {
    const rows = await tx.$queryRaw<{ memberId: string; code: string }[]>`
      select distinct m.id as "memberId", h.code
        from membership s
        join member m on m.commune_id = s.commune_id and m.id = s.member_id
        join household h on h.commune_id = m.commune_id and h.id = m.household_id
       where s.commune_id = ${communeId ?? 0} and s.team_id = ${teamId}
         and (s.valid_to is null or s.valid_to >= ${today}::date)`;
    return Object.fromEntries(rows.map(({ memberId, code }) => [memberId, code]));
  });
}
