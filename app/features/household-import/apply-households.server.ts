import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { giveHouseholdCodes } from "#app/domain/households/household-code.ts";
import { type KnownHousehold, mergeHousehold } from "#app/domain/households/plan-household-import.ts";
import { makeSlotLabel } from "#app/domain/households/slot-label.ts";
import type { ImportRefusal } from "#app/domain/people/import-refusals.ts";
import { splitName } from "#app/domain/people/person-name.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import {
  columnsOfHousehold,
  insertHouseholds,
  type NewHousehold,
  openSlots,
} from "#app/features/households/insert-households.server.ts";
import { sealLabel } from "#app/features/households/seal-label.server.ts";
import { type RosterAct, rosterAct } from "#app/features/roster/roster-act.ts";
import { summaryColumn } from "#app/features/roster-import/find-batch.server.ts";
import { mapInTurns, WHOLE_LIST } from "#app/features/roster-import/in-turns.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import type { Platform } from "#app/platform/platform.ts";
import { lockHouseholdBatch } from "./find-batch.server.ts";
import { countFates, type FateCounts, fateOf, type HouseholdRecord } from "./import-record.ts";
import { readRecords, updateRecords } from "./keep-records.server.ts";
import {
  type HouseholdColumns,
  type HouseholdEffect,
  readColumns,
  writeColumns,
  writeEffects,
} from "./line-effects.server.ts";
import { planRecords, readRegisterFacts } from "./plan-records.server.ts";
import { type TellProgress, tellingProgress } from "./tell-progress.server.ts";

type Refusal = Extract<
  ImportRefusal,
  { code: "import_not_open" | "import_not_ready" | "import_changed_meanwhile" }
>;

/**
 * Takes the whole list over, or nothing. What is done is what the person saw: when a village's list has changed
 * since, the lines are planned anew and shown again instead. Sent twice it is done once.
 */
export async function applyHouseholds(
  platform: Pick<Platform, "db" | "clock" | "random" | "keys" | "live" | "log">,
  scope: CommuneScope,
  batchId: string,
): Promise<Verdict<FateCounts, Refusal>> {
  return tellingProgress(platform, scope, (tell) => apply(platform, scope, batchId, tell));
}

async function apply(
  platform: Pick<Platform, "db" | "clock" | "random" | "keys" | "live">,
  scope: CommuneScope,
  batchId: string,
  tell: TellProgress,
): Promise<Verdict<FateCounts, Refusal>> {
  const communeId = onlyCommune(scope);
  const { keys } = platform;
  return platform.db.withCommunes(
    scope,
    async (tx) => {
      // The order of every act on a list: villages first, so that codes are given out one after the other.
      await tx.$executeRaw`select from village where commune_id = ${communeId} order by id for update`;
      const batch = await lockHouseholdBatch(tx, communeId, batchId);
      if (batch?.state === "applied") return allowed(batch.summary.counts);
      if (batch?.state !== "previewed") return refused({ code: "import_not_open" });
      const seen = await readRecords(tx, keys, communeId, batchId);
      const facts = await readRegisterFacts(tx, keys, communeId);
      const planned = await planRecords(seen, facts, tell);
      const counts = countFates(planned);
      const pairs = planned.map((now, index) => ({ now, before: seen[index]?.outcome }));
      const changed = (
        await mapInTurns(pairs, ({ now, before }) =>
          JSON.stringify(now.outcome) === JSON.stringify(before) ? [] : [now],
        )
      ).flat();
      const summary = summaryColumn({ ...batch.summary, counts });
      const where = { communeId_id: { communeId, id: batchId } };
      if (changed.length > 0) {
        await updateRecords(tx, keys, communeId, batchId, changed);
        await tx.importBatch.update({ where, data: { summary }, select: { id: true } });
        return refused({ code: "import_changed_meanwhile" });
      }
      if (counts.problem > 0) return refused({ code: "import_not_ready", count: counts.problem });
      const act = rosterAct(platform, scope);
      const effects = [
        ...(await makeNew(tx, keys, act, planned, batch.effectiveOn, tell)),
        ...(await changeKnown(tx, keys, communeId, planned, facts.known)),
      ];
      await writeEffects(tx, communeId, batchId, effects, tell);
      await tx.importBatch.update({
        where,
        data: { state: "applied", appliedAt: act.now, summary },
        select: { id: true },
      });
      await platform.live.touch(tx, `commune:${communeId}`);
      return allowed(counts);
    },
    WHOLE_LIST,
  );
}

/** New households, each under its own code or the next free one of its village. */
async function makeNew(
  tx: Tx,
  keys: KeyRing,
  act: RosterAct,
  records: readonly HouseholdRecord[],
  validFrom: LocalDate,
  tell: TellProgress,
): Promise<HouseholdEffect[]> {
  const fresh = records.flatMap((record) =>
    fateOf(record) === "create" && record.outcome.fate === "create"
      ? [{ ...record, villageId: record.outcome.villageId, id: act.newId() }]
      : [],
  );
  const codes = await readCodes(tx, act.communeId);
  for (const { villageId, household } of fresh) {
    if (household.code === null) continue;
    const known = codes.get(villageId);
    if (known) known.push(household.code);
    else codes.set(villageId, [household.code]);
  }
  const nextOf = new Map<number, () => string>();
  const nextCode = (villageId: number) => {
    const next = nextOf.get(villageId) ?? giveHouseholdCodes(codes.get(villageId) ?? []);
    nextOf.set(villageId, next);
    return next();
  };
  const rows = await mapInTurns(
    fresh,
    ({ id, villageId, household, given }): NewHousehold => ({
      ...household,
      id,
      villageId,
      code: household.code ?? nextCode(villageId),
      validFrom,
      people: labelOfHead(household.head, given.phoneEnd),
    }),
  );
  await insertHouseholds(tx, keys, act, rows, (done) => tell("write", done, rows.length));
  return fresh.map(({ line, id }) => ({ line, householdId: id, isMade: true, before: null }));
}

async function readCodes(tx: Tx, communeId: number): Promise<Map<number, string[]>> {
  const rows = await tx.$queryRaw<{ villageId: number; codes: string[] }[]>`
    select village_id as "villageId", array_agg(code) as codes
      from household where commune_id = ${communeId} group by village_id`;
  return new Map(rows.map(({ villageId, codes }) => [villageId, codes]));
}

/** With the end of a phone the head is a person to recognise: "Hùng ...678". */
function labelOfHead(head: string, phoneEnd: string): string[] {
  if (phoneEnd === "") return [];
  const label = makeSlotLabel(splitName(head).given, phoneEnd);
  return label.ok ? [label.value] : [];
}

async function changeKnown(
  tx: Tx,
  keys: KeyRing,
  communeId: number,
  records: readonly HouseholdRecord[],
  known: readonly KnownHousehold[],
): Promise<HouseholdEffect[]> {
  const byId = new Map(known.map((each) => [each.id, each]));
  const updates = records.flatMap((record) =>
    fateOf(record) === "update" && record.outcome.fate === "update"
      ? [{ ...record, id: record.outcome.householdId, changes: record.outcome.changes }]
      : [],
  );
  const before = await readColumns(
    tx,
    communeId,
    updates.map(({ id }) => id),
  );
  const after: HouseholdColumns[] = [];
  const effects = updates.map(({ line, id, household, changes }): HouseholdEffect => {
    const stored = byId.get(id);
    const columns = before.get(id);
    if (!stored || !columns) throw new Error(`household ${id} of line ${line} is gone`);
    const { code: _, ...merged } = columnsOfHousehold({
      code: stored.code,
      ...mergeHousehold(stored, household),
    });
    const headLabel = changes.includes("head")
      ? Buffer.from(sealLabel(keys, communeId, household.head)).toString("base64")
      : columns.headLabel;
    after.push({ id, ...merged, headLabel, slots: columns.slots });
    return { line, householdId: id, isMade: false, before: columns };
  });
  await writeColumns(tx, communeId, after);
  await openSlots(
    tx,
    communeId,
    updates.map(({ id }) => id),
  );
  return effects;
}
