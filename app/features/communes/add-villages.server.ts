import { localDateAt } from "#app/domain/calendar/local-date.ts";
import type { VillageKind } from "#app/domain/roster/commune.ts";
import type { SetupRefusal } from "#app/domain/roster/setup.ts";
import { villageNameKey } from "#app/domain/roster/village.ts";
import type { VillageDraft } from "#app/domain/roster/village-line.ts";
import {
  MOST_VILLAGE_LINES,
  readVillageList,
  refusedText,
  type VillageListLine,
} from "#app/domain/roster/village-list.ts";
import { makeSortKey } from "#app/domain/text/sort-key.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { toDatabaseDay } from "./database-day.ts";
import { markStep } from "./mark-step.server.ts";
import { onlyCommune } from "./only-commune.ts";
import { findVillages } from "./read-villages.server.ts";

export interface PastedVillages {
  readonly lines: readonly VillageListLine[];
  readonly added: number;
  readonly recounted: number;
  /** The lines that could not be read, word for word, to stay in the box. */
  readonly leftOver: string;
}

type Refusal = Extract<SetupRefusal, { code: "villages_none_pasted" | "village_lines_too_many" }>;

/** What would become of each line, without writing anything. */
export async function previewVillages(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  text: string,
): Promise<Verdict<readonly VillageListLine[], Refusal>> {
  const refusal = refuseText(text);
  if (refusal) return refusal;
  const known = await platform.db.withCommunes(scope, (tx) => findVillages(tx, onlyCommune(scope)));
  return allowed(readVillageList(text, known));
}

/**
 * Adds the readable lines and hands the others back. Pasting the same list again, or from two windows at
 * once, adds no village twice.
 */
export async function addVillages(
  platform: Pick<Platform, "db" | "clock" | "live">,
  scope: CommuneScope,
  text: string,
  kind: VillageKind,
): Promise<Verdict<PastedVillages, Refusal>> {
  const refusal = refuseText(text);
  if (refusal) return refusal;
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    // One paste at a time: the fate of a line depends on what the commune has.
    await tx.$executeRaw`select from commune where id = ${communeId} for update`;
    const now = platform.clock.now();
    const lines = readVillageList(text, await findVillages(tx, communeId));
    const added = lines.flatMap(({ outcome }) => (outcome.fate === "add" ? [outcome.village] : []));
    const recounted = lines.flatMap(({ outcome }) => (outcome.fate === "recount" ? [outcome.village] : []));
    await insertVillages(tx, scope, added, kind, now);
    await writeCounts(tx, scope, [...added, ...recounted], now);
    const hasVillages = (await tx.village.count({ where: { communeId } })) > 0;
    if (hasVillages) await markStep(tx, scope, "villages", now);
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed({ lines, added: added.length, recounted: recounted.length, leftOver: refusedText(lines) });
  });
}

function refuseText(text: string): ({ ok: false } & Refusal) | null {
  const lineCount = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "").length;
  if (lineCount === 0) return refused({ code: "villages_none_pasted" });
  if (lineCount > MOST_VILLAGE_LINES) {
    return refused({ code: "village_lines_too_many", maximum: MOST_VILLAGE_LINES });
  }
  return null;
}

async function insertVillages(
  tx: Tx,
  scope: CommuneScope,
  drafts: readonly VillageDraft[],
  kind: VillageKind,
  now: Date,
): Promise<void> {
  await tx.village.createMany({
    data: drafts.map(({ name }) => ({
      communeId: onlyCommune(scope),
      kind,
      name,
      nameKey: villageNameKey(name),
      sortKey: makeSortKey(name),
      createdBy: scope.actorId,
      createdAt: now,
    })),
  });
}

async function writeCounts(
  tx: Tx,
  scope: CommuneScope,
  drafts: readonly VillageDraft[],
  now: Date,
): Promise<void> {
  const counted = drafts.filter(({ households, adults }) => households !== null || adults !== null);
  if (counted.length === 0) return;
  const communeId = onlyCommune(scope);
  const day = toDatabaseDay(localDateAt(now.getTime()));
  await tx.$executeRaw`
    insert into village_count (commune_id, village_id, counted_on, households, adults, recorded_by, recorded_at)
    select ${communeId}, village.id, ${day}::date, given.households, given.adults, ${scope.actorId}::uuid, ${now}
      from unnest(${counted.map(({ name }) => villageNameKey(name))}::text[],
                  ${counted.map(({ households }) => households)}::int[],
                  ${counted.map(({ adults }) => adults)}::int[]) as given (name_key, households, adults)
      join village on village.commune_id = ${communeId} and village.name_key = given.name_key
       and village.valid_to is null
    on conflict (commune_id, village_id, counted_on) do update
      set households = coalesce(excluded.households, village_count.households),
          adults = coalesce(excluded.adults, village_count.adults),
          recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`;
}
