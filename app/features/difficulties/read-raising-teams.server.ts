import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { raisesForUnit, teamsOf } from "./difficulty-reach.ts";

/** For whom the reader may speak: their teams, or a unit they name. */
export async function readRaisingTeams(caller: Caller) {
  const scope = caller.scope("difficulties.read-raising-teams");
  const teamIds = teamsOf(caller).map(({ teamId }) => teamId);
  const teams = await caller.platform.db.withCommunes(scope, (tx) =>
    tx.team.findMany({
      where: { communeId: onlyCommune(scope), id: { in: teamIds } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
  );
  return { teams, asksForUnit: teams.length === 0 && raisesForUnit(caller) !== null };
}
