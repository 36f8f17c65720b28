import { columnsOfMember, type NewMember } from "#app/features/roster/add-member.server.ts";
import type { NewMembership } from "#app/features/roster/add-membership.server.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { inBatches, mapInTurns } from "./in-turns.server.ts";
import type { MemberBefore } from "./line-effects.server.ts";

const BATCH = 1_000;

export async function readMemberColumns(
  tx: Tx,
  communeId: number,
  ids: readonly string[],
): Promise<Map<string, MemberBefore>> {
  const rows: MemberBefore[] = [];
  for (const batch of inBatches(ids, BATCH)) {
    rows.push(
      ...(await tx.$queryRaw<MemberBefore[]>`
        select id, full_name as name, birth_year as "birthYear", sex, ethnicity, position as place,
               encode(phone_cipher, 'base64') as "phoneCipher", phone_fingerprint as "phoneFingerprint"
          from member where commune_id = ${communeId} and id = any(${batch}::uuid[])`),
    );
  }
  return new Map(rows.map((row) => [row.id, row]));
}

/** Sets the columns a roster speaks of, for many people at once. */
export async function writeMemberColumns(
  tx: Tx,
  communeId: number,
  members: readonly MemberBefore[],
): Promise<void> {
  for (const batch of inBatches(members, BATCH)) {
    await tx.$executeRaw`
      update member
         set full_name = given.name, birth_year = given."birthYear", sex = given.sex,
             ethnicity = given.ethnicity, position = given.place,
             phone_cipher = decode(given."phoneCipher", 'base64'),
             phone_fingerprint = given."phoneFingerprint"
        from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
          as given (id uuid, name text, "birthYear" smallint, sex text, ethnicity text, place text,
                    "phoneCipher" text, "phoneFingerprint" text)
       where member.commune_id = ${communeId} and member.id = given.id`;
  }
}

/**
 * New people in statements of a thousand: one by one through the client, ten thousand would take minutes. The
 * database's own triggers record these rows as they record any other.
 */
export async function insertMembers(
  tx: Tx,
  keys: KeyRing,
  { communeId, now, actorId }: RosterAct,
  members: readonly NewMember[],
): Promise<void> {
  const rows = await mapInTurns(members, (member) => {
    const { phoneCipher, ...columns } = columnsOfMember(keys, communeId, member);
    return {
      ...columns,
      id: member.id,
      phoneCipher: phoneCipher && Buffer.from(phoneCipher).toString("base64"),
    };
  });
  for (const batch of inBatches(rows, BATCH)) {
    await tx.$executeRaw`
      insert into member (commune_id, id, full_name, birth_year, sex, ethnicity, position,
                          phone_cipher, phone_fingerprint, created_at, created_by)
      select ${communeId}, id, "fullName", "birthYear", sex, ethnicity, "position",
             decode("phoneCipher", 'base64'), "phoneFingerprint", ${now}, ${actorId}::uuid
        from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
          as given (id uuid, "fullName" text, "birthYear" smallint, sex text, ethnicity text, "position" text,
                    "phoneCipher" text, "phoneFingerprint" text)`;
  }
}

/** The first times of people who are new to the house: they overlap with nothing and carry no rights yet. */
export async function insertFirstMemberships(
  tx: Tx,
  { communeId, now, actorId }: RosterAct,
  memberships: readonly NewMembership[],
): Promise<void> {
  for (const batch of inBatches(memberships, BATCH)) {
    await tx.$executeRaw`
      insert into membership (commune_id, id, member_id, team_id, role, source, valid_from, entered_by, entered_at)
      select ${communeId}, id, "memberId", "teamId", role, source, "from", ${actorId}::uuid, ${now}
        from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
          as given (id uuid, "memberId" uuid, "teamId" int, role text, source text, "from" date)`;
  }
}
