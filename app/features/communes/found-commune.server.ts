import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { PresetId } from "#app/domain/plan/plan-preset.ts";
import type { Stamp, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import { toDatabaseDay } from "./database-day.ts";
import { markStep } from "./mark-step.server.ts";
import { settingsOfPlan } from "./plan-settings.ts";

type Founder = Stamp & { readonly actorId: string };

/**
 * A new commune with a plan to edit, its founder as its first officer. A founder has one commune in the making
 * at a time: sending the form twice, or from two windows, leads to that one.
 */
export async function foundCommune(
  platform: Pick<Platform, "db" | "clock" | "random" | "live">,
  founder: Founder,
  presetId: PresetId,
): Promise<number> {
  const [number] = await platform.db.prisma.$queryRaw<
    { id: number }[]
  >`select nextval('commune_number')::int as id`;
  if (!number) throw new Error("the database gave no number for a commune");
  const isFounded = await platform.db.withCommunes({ ...founder, communes: [number.id] }, (tx) =>
    insertCommune(platform, tx, founder, number.id, presetId),
  );
  return isFounded ? number.id : await findCommuneInTheMaking(platform, founder);
}

async function insertCommune(
  platform: Pick<Platform, "clock" | "random" | "live">,
  tx: Tx,
  founder: Founder,
  communeId: number,
  presetId: PresetId,
): Promise<boolean> {
  const now = platform.clock.now();
  const plan = PRESETS[presetId];
  const inserted = await tx.$executeRaw`
    insert into commune (id, kind, preset_id, founded_by, founded_at)
    values (${communeId}, ${plan.communeKind}, ${presetId}, ${founder.actorId}::uuid, ${now})
    on conflict (founded_by) where set_up_at is null do nothing`;
  if (inserted === 0) return false;
  await tx.communeSetting.createMany({
    data: Object.entries(settingsOfPlan(plan)).map(([section, value]) => ({
      communeId,
      section,
      value: { ...value },
      changedBy: founder.actorId,
      changedAt: now,
    })),
  });
  await tx.roleGrant.create({
    data: {
      id: makeId(now.getTime(), platform.random.bytes(10)),
      communeId,
      accountId: founder.actorId,
      role: "office",
      validFrom: toDatabaseDay(localDateAt(now.getTime())),
      grantedBy: founder.actorId,
      grantedAt: now,
    },
  });
  await markStep(tx, { ...founder, communes: [communeId] }, "plan", now);
  await platform.live.touch(tx, `account:${founder.actorId}`);
  return true;
}

/** The founder's own roles lead to it; no other commune can be seen on the way. */
async function findCommuneInTheMaking(platform: Pick<Platform, "db">, founder: Founder): Promise<number> {
  const roles = await platform.db.withGlobals(founder, (tx) =>
    tx.roleGrant.findMany({
      where: { accountId: founder.actorId, role: "office" },
      select: { communeId: true },
    }),
  );
  const communes = [...new Set(roles.map(({ communeId }) => communeId))];
  const found = await platform.db.withCommunes({ ...founder, communes }, (tx) =>
    tx.commune.findFirst({
      where: { id: { in: communes }, foundedBy: founder.actorId, setUpAt: null },
      select: { id: true },
    }),
  );
  if (!found) throw new Error("the commune in the making belongs to nobody's office");
  return found.id;
}
