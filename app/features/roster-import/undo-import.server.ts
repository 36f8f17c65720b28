import { type ImportRefusal, UNDO_HOURS } from "#app/domain/people/import-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { withdrawMemberships } from "#app/features/roster/end-membership.server.ts";
import { followMemberships } from "#app/features/roster/follow-memberships.server.ts";
import { rosterAct } from "#app/features/roster/roster-act.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { lockRosterBatch } from "./find-batch.server.ts";
import { inBatches, joinWholeLists, WHOLE_LIST } from "./in-turns.server.ts";
import { findBlockers, type LineEffect, readEffects } from "./line-effects.server.ts";
import { writeMemberColumns } from "./write-members.server.ts";

type Refusal = Extract<
  ImportRefusal,
  { code: "import_not_open" | "import_undo_too_late" | "import_undo_blocked" }
>;

const BATCH = 500;
const MANY = 2_000;
const UNDO_MS = UNDO_HOURS * 60 * 60 * 1000;

/** Takes a whole import back within a day, as long as nobody has changed its people since. */
export async function undoImport(
  platform: Pick<Platform, "db" | "clock" | "random" | "keys" | "live">,
  scope: CommuneScope,
  batchId: string,
): Promise<Verdict<null, Refusal>> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(
    scope,
    async (tx) => {
      await joinWholeLists(tx);
      await tx.$executeRaw`select from commune where id = ${communeId} for update`;
      const batch = await lockRosterBatch(tx, communeId, batchId);
      if (batch?.state === "undone") return allowed(null);
      if (batch?.state !== "applied" || batch.appliedAt === null) return refused({ code: "import_not_open" });
      const act = rosterAct(platform, scope);
      if (act.now.getTime() - batch.appliedAt.getTime() > UNDO_MS) {
        return refused({ code: "import_undo_too_late", hours: UNDO_HOURS });
      }
      const blockers = await findBlockers(tx, communeId, batchId);
      if (blockers.count > 0) return refused({ code: "import_undo_blocked", ...blockers });

      const effects = await readEffects(tx, platform.keys, communeId, batchId);
      // What nobody wanted is kept of nobody: the names and phones of the file go with it.
      await tx.$executeRaw`delete from import_line where commune_id = ${communeId} and batch_id = ${batchId}::uuid`;
      const isNew = (effect: LineEffect) => effect.isMade;
      const ofOthers = effects.filter((effect) => !isNew(effect));
      for (const ids of inBatches(idsOf(ofOthers), BATCH)) await withdrawMemberships(tx, act, ids);
      // People of the import who never had an account carry no rights that would have to follow.
      for (const ids of inBatches(idsOf(effects.filter(isNew)), MANY)) {
        await tx.$executeRaw`delete from membership where commune_id = ${communeId} and id = any(${ids}::uuid[])`;
      }
      const roles = effects.flatMap(({ role }) => role ?? []);
      for (const part of inBatches(roles, BATCH)) {
        await tx.$executeRaw`
        update membership set role = given.role, valid_to = given."validTo"
          from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
            as given ("membershipId" uuid, role text, "validTo" date)
         where membership.commune_id = ${communeId} and membership.id = given."membershipId"`;
      }
      await writeMemberColumns(
        tx,
        communeId,
        effects.flatMap(({ before }) => before ?? []),
      );
      const made = effects.filter(({ isMade }) => isMade).map(({ memberId }) => memberId);
      for (const ids of inBatches(made, MANY)) {
        await tx.$executeRaw`delete from member where commune_id = ${communeId} and id = any(${ids}::uuid[])`;
      }
      const stayed = effects.filter(({ isMade }) => !isMade).map(({ memberId }) => memberId);
      for (const ids of inBatches(stayed, BATCH)) await followMemberships(tx, act, ids);
      // A team that meanwhile was used otherwise, or that a right once named, stays.
      await tx.$executeRaw`
      delete from team t
       where t.commune_id = ${communeId} and t.id = any(${[...batch.summary.teamsMade]}::int[])
         and not exists (select from membership s where s.commune_id = t.commune_id and s.team_id = t.id)
         and not exists (select from role_grant g where g.commune_id = t.commune_id and g.team_id = t.id)
         and not exists (select from delegation d where d.commune_id = t.commune_id and d.team_id = t.id)`;
      await tx.importBatch.update({
        where: { communeId_id: { communeId, id: batchId } },
        data: { state: "undone", undoneAt: act.now },
        select: { id: true },
      });
      await platform.live.touch(tx, `commune:${communeId}`);
      return allowed(null);
    },
    WHOLE_LIST,
  );
}

function idsOf(effects: readonly LineEffect[]): string[] {
  return effects.flatMap(({ membershipIds }) => membershipIds);
}
