import { openLabel } from "#app/features/households/seal-label.server.ts";
import { inBatches, mapInTurns } from "#app/features/roster-import/in-turns.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import type { TellProgress } from "./tell-progress.server.ts";

const BATCH = 1_000;

/** What a line did: a household it made, or one it changed, with the columns as they were before. */
export interface HouseholdEffect {
  readonly line: number;
  readonly householdId: string;
  readonly isMade: boolean;
  readonly before: HouseholdColumns | null;
}

/** Columns as the database has them; the label stays sealed. */
export interface HouseholdColumns {
  readonly id: string;
  readonly lane: string | null;
  readonly headLabel: string;
  readonly adults: number;
  readonly isElderly: boolean;
  readonly isDisabled: boolean;
  readonly isMinority: boolean;
  readonly isPoor: boolean;
  readonly isRemote: boolean;
  /** The highest place for a person; places that a line opened go with it. */
  readonly slots: number;
}

export async function readColumns(
  tx: Tx,
  communeId: number,
  ids: readonly string[],
): Promise<Map<string, HouseholdColumns>> {
  const rows = await tx.$queryRaw<HouseholdColumns[]>`
    select id, lane, translate(encode(head_label, 'base64'), E'\n', '') as "headLabel", adults::int as adults,
           is_elderly as "isElderly", is_disabled as "isDisabled", is_minority as "isMinority",
           is_poor as "isPoor", is_remote as "isRemote",
           coalesce((select max(s.slot) from person_slot s
                      where s.commune_id = household.commune_id and s.household_id = household.id), 0)::int as slots
      from household where commune_id = ${communeId} and id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

export async function writeColumns(
  tx: Tx,
  communeId: number,
  rows: readonly HouseholdColumns[],
): Promise<void> {
  for (const batch of inBatches(rows, BATCH)) {
    await tx.$executeRaw`
      update household
         set lane = given.lane, head_label = decode(given."headLabel", 'base64'), adults = given.adults,
             is_elderly = given."isElderly", is_disabled = given."isDisabled", is_minority = given."isMinority",
             is_poor = given."isPoor", is_remote = given."isRemote"
        from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
          as given (id uuid, lane text, "headLabel" text, adults smallint, "isElderly" boolean, "isDisabled" boolean,
                    "isMinority" boolean, "isPoor" boolean, "isRemote" boolean)
       where household.commune_id = ${communeId} and household.id = given.id`;
  }
}

/** Places that a changed line opened and nobody took. */
export async function closeSlots(
  tx: Tx,
  communeId: number,
  rows: readonly Pick<HouseholdColumns, "id" | "slots">[],
): Promise<void> {
  for (const batch of inBatches(rows, BATCH)) {
    await tx.$executeRaw`
      delete from person_slot s
       using jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as given (id uuid, slots smallint)
       where s.commune_id = ${communeId} and s.household_id = given.id and s.slot > given.slots and s.label is null
         and not exists (select from claim_unit u where u.commune_id = s.commune_id
                          and u.household_id = s.household_id and u.slot = s.slot)`;
  }
}

/** With a digest of every touched household as the import left it: whoever changes it later stands in the way. */
export async function writeEffects(
  tx: Tx,
  communeId: number,
  batchId: string,
  effects: readonly HouseholdEffect[],
  tell: TellProgress,
): Promise<void> {
  let done = 0;
  const rows = await mapInTurns(effects, ({ line, ...effect }) => ({ line, effect }));
  for (const batch of inBatches(rows, BATCH)) {
    tell("close", done, rows.length);
    done += batch.length;
    await tx.$executeRaw`
      update import_line l
         set effect = given.effect || jsonb_build_object('after', md5(h::text || coalesce(s.slots, '')))
        from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as given (line int, effect jsonb)
        join household h on h.commune_id = ${communeId} and h.id = (given.effect->>'householdId')::uuid
        left join lateral (
          select string_agg(p::text, '|' order by p.slot) as slots from person_slot p
           where p.commune_id = h.commune_id and p.household_id = h.id) s on true
       where l.commune_id = ${communeId} and l.batch_id = ${batchId}::uuid and l.line = given.line`;
  }
}

export async function readEffects(tx: Tx, communeId: number, batchId: string): Promise<HouseholdEffect[]> {
  const rows = await tx.$queryRaw<{ line: number; effect: Omit<HouseholdEffect, "line"> }[]>`
    select line, effect from import_line
     where commune_id = ${communeId} and batch_id = ${batchId}::uuid and effect is not null order by line`;
  return rows.map(({ line, effect }) => ({ ...effect, line }));
}

/** Households of the import that somebody changed since, or on which work or a member hangs by now. */
export async function findBlockers(
  tx: Tx,
  keys: KeyRing,
  communeId: number,
  batchId: string,
): Promise<{ names: string[]; count: number }> {
  const rows = await tx.$queryRaw<{ headLabel: Uint8Array; code: string }[]>`
    select h.head_label as "headLabel", h.code
      from import_line l
      join household h on h.commune_id = l.commune_id and h.id = (l.effect->>'householdId')::uuid
      left join lateral (
        select string_agg(p::text, '|' order by p.slot) as slots from person_slot p
         where p.commune_id = h.commune_id and p.household_id = h.id) s on true
     where l.commune_id = ${communeId} and l.batch_id = ${batchId}::uuid and l.effect is not null
       and (l.effect->>'after' <> md5(h::text || coalesce(s.slots, ''))
         or ((l.effect->>'isMade')::boolean and (
              exists (select from claim_unit u where u.commune_id = h.commune_id and u.household_id = h.id)
           or exists (select from member m where m.commune_id = h.commune_id and m.household_id = h.id)
           or exists (select from household c where c.commune_id = h.commune_id and c.continues_id = h.id))))
     order by h.code`;
  const names = rows
    .slice(0, 5)
    .map(({ headLabel, code }) => `${code} ${openLabel(keys, communeId, headLabel)}`);
  return { names, count: rows.length };
}
