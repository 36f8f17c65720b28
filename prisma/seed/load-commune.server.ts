import { localDateAt, parseLocalDate } from "#app/domain/calendar/local-date.ts";
import { judgeRegulation } from "#app/domain/roster/commune.ts";
import { NEEDED_STEPS } from "#app/domain/roster/setup.ts";
import { villageNameKey } from "#app/domain/roster/village.ts";
import { makeSortKey } from "#app/domain/text/sort-key.ts";
import type { CommuneSettings } from "#app/features/communes/commune-settings.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { settingsOfPlan } from "#app/features/communes/plan-settings.ts";
import { peoplesCommitteeOf } from "#app/messages/official-names.ts";
import type { Stamp, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import type { CommuneInFixture } from "./fixture.schema.ts";
import { FixtureRefused } from "./fixture-refused.ts";

export interface CommunePlace {
  readonly platform: Platform;
  readonly stamp: Stamp;
  readonly number: number;
  readonly founderId: string;
}

/** A commune that has finished its set-up, with its plan's own settings; villages it lacks are added. */
export async function loadCommune(
  tx: Tx,
  place: CommunePlace,
  given: CommuneInFixture,
  report: { communes: number; villages: number },
): Promise<void> {
  const known = await tx.commune.findUnique({ where: { id: place.number }, select: { id: true } });
  if (!known) {
    await insertCommune(tx, place, given);
    report.communes += 1;
  }
  report.villages += await insertVillages(tx, place, given);
}

async function insertCommune(
  tx: Tx,
  { platform, number, founderId }: CommunePlace,
  given: CommuneInFixture,
): Promise<void> {
  const now = platform.clock.now();
  const regulation = readRegulation(given, now);
  await tx.commune.create({
    data: {
      id: number,
      kind: given.kind,
      name: given.name,
      province: given.province,
      code: given.code,
      presetId: given.preset,
      regulationNumber: regulation?.number ?? null,
      regulationDate: regulation ? toDatabaseDay(regulation.date) : null,
      foundedBy: founderId,
      foundedAt: now,
      setUpAt: now,
    },
    select: { id: true },
  });
  const { document_header: header, ...settings } = settingsOfPlan(PRESETS[given.preset]);
  const issuingBody = peoplesCommitteeOf(given.kind, given.name);
  const sections: CommuneSettings = {
    ...settings,
    document_header: { ...header, issuingBody, place: given.name },
  };
  await tx.communeSetting.createMany({
    data: Object.entries(sections).map(([section, value]) => ({
      communeId: number,
      section,
      value: { ...value },
      changedBy: founderId,
      changedAt: now,
    })),
  });
  await tx.setupStep.createMany({
    // Its plan brought its words.
    data: [...NEEDED_STEPS, "words"].map((step) => ({
      communeId: number,
      step,
      doneBy: founderId,
      doneAt: now,
    })),
  });
}

function readRegulation({ name, regulation }: CommuneInFixture, now: Date) {
  const date = regulation ? parseLocalDate(regulation.date) : null;
  if (!regulation || !date) return null;
  const verdict = judgeRegulation({ number: regulation.number, date }, localDateAt(now.getTime()));
  if (!verdict.ok) throw new FixtureRefused(`The regulation of ${name} is refused (${verdict.code}).`);
  return verdict.value;
}

async function insertVillages(
  tx: Tx,
  { platform, number, founderId }: CommunePlace,
  given: CommuneInFixture,
): Promise<number> {
  const now = platform.clock.now();
  const rows = await tx.village.findMany({ where: { communeId: number }, select: { nameKey: true } });
  const known = new Set(rows.map(({ nameKey }) => nameKey));
  const fresh = given.villages.filter(({ name }) => !known.has(villageNameKey(name)));
  if (new Set(given.villages.map(({ name }) => villageNameKey(name))).size < given.villages.length) {
    throw new FixtureRefused(`${given.name} names a village twice.`);
  }
  const made = await tx.village.createManyAndReturn({
    data: fresh.map(({ name, kind }) => ({
      communeId: number,
      kind,
      name,
      nameKey: villageNameKey(name),
      sortKey: makeSortKey(name),
      createdBy: founderId,
      createdAt: now,
    })),
    select: { id: true, name: true },
  });
  const counts = new Map(fresh.map((village) => [village.name, village]));
  await tx.villageCount.createMany({
    data: made.flatMap(({ id, name }) => {
      const { households, adults } = counts.get(name) ?? {};
      if (households === undefined && adults === undefined) return [];
      const count = { households: households ?? null, adults: adults ?? null };
      const countedOn = toDatabaseDay(localDateAt(now.getTime()));
      return [
        { communeId: number, villageId: id, countedOn, ...count, recordedBy: founderId, recordedAt: now },
      ];
    }),
  });
  return made.length;
}
