import { allowed } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";

/** E05: which villages are town. Every village of the commune is told apart by one sending; a strange number is nothing. */
export async function setAreas(caller: Caller, fields: FormData): Promise<void> {
  const urban = new Set(fields.getAll("urban").map(String));
  await inRoster(caller, "targets.set-areas", async (tx, { communeId, actorId, now }) => {
    for (const { id } of await findVillages(tx, communeId)) {
      const isUrban = urban.has(String(id));
      await tx.$executeRaw`
        insert into village_area (commune_id, village_id, is_urban, changed_by, changed_at)
        values (${communeId}, ${id}, ${isUrban}, ${actorId}::uuid, ${now})
        on conflict (commune_id, village_id) do update
          set is_urban = excluded.is_urban, changed_by = excluded.changed_by, changed_at = excluded.changed_at
          where village_area.is_urban <> excluded.is_urban`;
    }
    return allowed(null);
  });
}
