import type { TeamRole } from "#app/domain/people/membership.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { inBatches, mapInTurns } from "./in-turns.server.ts";

const BATCH = 1_000;

/** A member's columns as they were, for the way back. */
export interface MemberBefore {
  readonly id: string;
  readonly name: string;
  readonly birthYear: number | null;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly place: string | null;
  readonly phoneCipher: string | null;
  readonly phoneFingerprint: string | null;
}

export interface RoleBefore {
  readonly membershipId: string;
  readonly role: TeamRole;
  readonly validTo: string | null;
}

/** What a line did to the roster. */
export interface LineEffect {
  readonly line: number;
  readonly memberId: string;
  readonly isMade: boolean;
  /** Times in a team that began with this line. */
  readonly membershipIds: readonly string[];
  readonly role: RoleBefore | null;
  readonly before: MemberBefore | null;
}

export async function writeEffects(
  tx: Tx,
  keys: KeyRing,
  communeId: number,
  batchId: string,
  effects: readonly LineEffect[],
): Promise<void> {
  const rows = await mapInTurns(effects, ({ line, before, ...effect }) => ({
    line,
    effect: { ...effect, before: before && sealBefore(keys, communeId, before) },
  }));
  for (const batch of inBatches(rows, BATCH)) {
    await tx.$executeRaw`
      update import_line set effect = given.effect, member_id = (given.effect->>'memberId')::uuid
        from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as given (line int, effect jsonb)
       where commune_id = ${communeId} and batch_id = ${batchId}::uuid and import_line.line = given.line`;
  }
}

/** A digest of every touched person as the import left him: whoever changes him later stands in the way of undoing. */
export async function stampEffects(tx: Tx, communeId: number, batchId: string): Promise<void> {
  await tx.$executeRaw`
    update import_line
       set effect = effect || jsonb_build_object('after', md5(m::text || coalesce(s.times, '')))
      from member m
      left join (
        select x.member_id, string_agg(x::text, '|' order by x.id) as times from membership x
         where x.commune_id = ${communeId} group by x.member_id) s on s.member_id = m.id
     where import_line.commune_id = ${communeId} and batch_id = ${batchId}::uuid and effect is not null
       and m.commune_id = ${communeId} and m.id = (effect->>'memberId')::uuid`;
}

/** People of the import whom somebody changed since, or on whom something hangs by now. */
export async function findBlockers(
  tx: Tx,
  communeId: number,
  batchId: string,
): Promise<{ names: string[]; count: number }> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    select distinct m.full_name as name, m.id
      from import_line l
      join member m on m.commune_id = l.commune_id and m.id = (l.effect->>'memberId')::uuid
      left join (
        select x.member_id, string_agg(x::text, '|' order by x.id) as times from membership x
         where x.commune_id = ${communeId} group by x.member_id) s on s.member_id = m.id
     where l.commune_id = ${communeId} and l.batch_id = ${batchId}::uuid and l.effect is not null
       and (l.effect->>'after' <> md5(m::text || coalesce(s.times, ''))
         or ((l.effect->>'isMade')::boolean and (
              exists (select from affiliation a where a.commune_id = m.commune_id and a.member_id = m.id)
           or exists (select from consent c where c.commune_id = m.commune_id and c.member_id = m.id)
           or exists (select from phone_reveal p where p.commune_id = m.commune_id and p.member_id = m.id)
           or exists (select from delegation d where d.commune_id = m.commune_id
                       and m.id in (d.from_member, d.to_member)))))
     order by m.full_name`;
  return { names: rows.slice(0, 5).map(({ name }) => name), count: rows.length };
}

export async function readEffects(
  tx: Tx,
  keys: KeyRing,
  communeId: number,
  batchId: string,
): Promise<LineEffect[]> {
  const rows = await tx.$queryRaw<
    { line: number; effect: Omit<LineEffect, "line" | "before"> & { before: string | null } }[]
  >`select line, effect from import_line
     where commune_id = ${communeId} and batch_id = ${batchId}::uuid and effect is not null order by line`;
  return mapInTurns(rows, ({ line, effect }) => ({
    ...effect,
    line,
    before: effect.before === null ? null : openBefore(keys, communeId, effect.before),
  }));
}

function sealBefore(keys: KeyRing, communeId: number, before: MemberBefore): string {
  return Buffer.from(keys.seal(purposeOf(communeId), JSON.stringify(before))).toString("base64");
}

function openBefore(keys: KeyRing, communeId: number, sealed: string): MemberBefore {
  return JSON.parse(keys.open(purposeOf(communeId), Buffer.from(sealed, "base64"))) as MemberBefore;
}

function purposeOf(communeId: number): string {
  return `commune:${communeId}:import-effect`;
}
