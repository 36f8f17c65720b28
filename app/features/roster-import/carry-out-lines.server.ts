import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { ChangedField } from "#app/domain/people/plan-roster-import.ts";
import type { RosterPerson } from "#app/domain/people/roster-sheet.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import { findSetting } from "#app/features/communes/read-settings.server.ts";
import type { NewMember } from "#app/features/roster/add-member.server.ts";
import { addMemberships, type NewMembership } from "#app/features/roster/add-membership.server.ts";
import { addTeam } from "#app/features/roster/add-team.server.ts";
import { changeMembershipRole } from "#app/features/roster/change-membership-role.server.ts";
import { keepMemberPhone } from "#app/features/roster/member-phone.server.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import type { ImportRecord } from "./import-record.ts";
import { inBatches } from "./in-turns.server.ts";
import type { LineEffect, MemberBefore, RoleBefore } from "./line-effects.server.ts";
import type { RosterFacts } from "./read-import-facts.server.ts";
import {
  insertFirstMemberships,
  insertMembers,
  readMemberColumns,
  writeMemberColumns,
} from "./write-members.server.ts";

const BATCH = 200;
const LONGEST_TEAM_NAME = 160;

interface Work {
  readonly records: readonly ImportRecord[];
  readonly facts: RosterFacts;
  readonly effectiveOn: LocalDate;
}

export interface LinesDone {
  readonly effects: readonly LineEffect[];
  readonly teamsMade: readonly number[];
}

/** The lines of a settled import, through the same verbs that the roster's own pages use. */
export async function carryOutLines(tx: Tx, keys: KeyRing, act: RosterAct, work: Work): Promise<LinesDone> {
  const teams = await haveTeams(tx, act, work);
  const members = nameMembers(act, work.records);
  const before = await mendMembers(tx, keys, act, work.records);
  await makeMembers(tx, keys, act, work.records, members);
  const memberships = await makeMemberships(tx, act, work, members, teams.idOf);
  const roles = await changeRoles(tx, act, work);
  const effects = work.records.flatMap(({ line, outcome }): LineEffect[] => {
    const memberId = members.get(line);
    const made = memberships.get(line);
    const role = roles.get(line);
    const changed = before.get(line) ?? null;
    if (!memberId || (!made && !role && !changed)) return [];
    return [
      {
        line,
        memberId,
        isMade: outcome.fate === "create",
        membershipIds: [made, role?.newId].filter((id) => id !== undefined),
        role: role?.before ?? null,
        before: changed,
      },
    ];
  });
  return { effects, teamsMade: teams.made };
}

/** The team of each village the file puts somebody in; made where there is none. */
async function haveTeams(tx: Tx, act: RosterAct, { records, facts, effectiveOn }: Work) {
  const idOf = new Map<number, number>();
  const made: number[] = [];
  const needed = new Set(
    records.flatMap(({ outcome }) =>
      outcome.fate === "create" || outcome.fate === "join" ? [outcome.villageId] : [],
    ),
  );
  const words = await findSetting(tx, act.communeId, "words");
  for (const { id: villageId, name, teams } of facts.villages) {
    if (!needed.has(villageId)) continue;
    const first = teams[0];
    if (first) {
      idOf.set(villageId, first.id);
      continue;
    }
    const verdict = await addTeam(tx, act, {
      clientId: act.newId(),
      kind: "village",
      villageId,
      organisationId: null,
      name: [...`${words.value.team} ${name}`].slice(0, LONGEST_TEAM_NAME).join(""),
      decisionNumber: null,
      decisionDate: null,
      zaloGroup: null,
      validFrom: effectiveOn,
    });
    if (!verdict.ok) throw new Error(`the team of village ${villageId} was refused: ${verdict.code}`);
    idOf.set(villageId, verdict.value.teamId);
    made.push(verdict.value.teamId);
  }
  return { idOf, made };
}

/** Whom each line is about; people the file brings get their names here, before anything is written. */
function nameMembers(act: RosterAct, records: readonly ImportRecord[]): Map<number, string> {
  const members = new Map<number, string>();
  for (const { line, outcome } of records) {
    if (outcome.fate === "create") members.set(line, act.newId());
    else if ("memberId" in outcome && outcome.memberId !== null) members.set(line, outcome.memberId);
  }
  for (const { line, outcome } of records) {
    if (outcome.fate !== "join" || outcome.ofLine === null) continue;
    const memberId = members.get(outcome.ofLine);
    if (!memberId) throw new Error(`line ${line} joins a person whom line ${outcome.ofLine} does not make`);
    members.set(line, memberId);
  }
  return members;
}

async function makeMembers(
  tx: Tx,
  keys: KeyRing,
  act: RosterAct,
  records: readonly ImportRecord[],
  members: ReadonlyMap<number, string>,
): Promise<void> {
  const made = records.flatMap(({ line, person, outcome }): NewMember[] =>
    outcome.fate === "create" ? [newMember(members.get(line) ?? "", person)] : [],
  );
  await insertMembers(tx, keys, act, made);
}

function newMember(
  id: string,
  { name, birthYear, sex, ethnicity, position, phone }: RosterPerson,
): NewMember {
  return { id, fullName: name, birthYear, sex, ethnicity, position, hasItSkill: null, phone };
}

async function makeMemberships(
  tx: Tx,
  act: RosterAct,
  { records, effectiveOn }: Work,
  members: ReadonlyMap<number, string>,
  teamOf: ReadonlyMap<number, number>,
): Promise<Map<number, string>> {
  const ids = new Map<number, string>();
  const first: NewMembership[] = [];
  const further: NewMembership[] = [];
  for (const { line, person, outcome } of records) {
    if (outcome.fate !== "create" && outcome.fate !== "join") continue;
    const id = act.newId();
    ids.set(line, id);
    (outcome.fate === "create" ? first : further).push({
      id,
      memberId: members.get(line) ?? "",
      teamId: teamOf.get(outcome.villageId) ?? 0,
      role: person.role,
      from: effectiveOn,
      until: null,
      source: "decision",
    });
  }
  await insertFirstMemberships(tx, act, first);
  for (const batch of inBatches(further, BATCH)) {
    const verdict = await addMemberships(tx, act, batch);
    if (!verdict.ok) throw new Error(`a planned membership was refused: ${verdict.code}`);
  }
  return ids;
}

async function mendMembers(
  tx: Tx,
  keys: KeyRing,
  act: RosterAct,
  records: readonly ImportRecord[],
): Promise<Map<number, MemberBefore>> {
  const mended = records.flatMap(({ line, person, outcome }) =>
    (outcome.fate === "update" || outcome.fate === "join") &&
    outcome.memberId !== null &&
    outcome.changes.some((field) => field !== "role")
      ? [{ line, person, memberId: outcome.memberId, changes: outcome.changes }]
      : [],
  );
  const columns = await readMemberColumns(
    tx,
    act.communeId,
    mended.map(({ memberId }) => memberId),
  );
  const before = new Map<number, MemberBefore>();
  const after: MemberBefore[] = [];
  for (const { line, person, memberId, changes } of mended) {
    const row = columns.get(memberId);
    if (!row) throw new Error(`member ${memberId} of line ${line} is gone`);
    before.set(line, row);
    after.push(changeColumns(row, person, changes, keys, act.communeId));
  }
  await writeMemberColumns(tx, act.communeId, after);
  return before;
}

function changeColumns(
  row: MemberBefore,
  person: RosterPerson,
  changes: readonly ChangedField[],
  keys: KeyRing,
  communeId: number,
): MemberBefore {
  const isChanged = (field: ChangedField) => changes.includes(field);
  const phone =
    isChanged("phone") && person.phone !== null ? keepMemberPhone(keys, communeId, person.phone) : null;
  return {
    id: row.id,
    name: isChanged("name") ? person.name : row.name,
    birthYear: isChanged("birthYear") ? person.birthYear : row.birthYear,
    sex: isChanged("sex") ? person.sex : row.sex,
    ethnicity: isChanged("ethnicity") ? person.ethnicity : row.ethnicity,
    place: isChanged("position") ? person.position : row.place,
    phoneCipher: phone ? Buffer.from(phone.phoneCipher).toString("base64") : row.phoneCipher,
    phoneFingerprint: phone ? phone.phoneFingerprint : row.phoneFingerprint,
  };
}

async function changeRoles(
  tx: Tx,
  act: RosterAct,
  { records, facts, effectiveOn }: Work,
): Promise<Map<number, { newId: string; before: RoleBefore }>> {
  const done = new Map<number, { newId: string; before: RoleBefore }>();
  const changed = records.filter(
    ({ outcome }) => outcome.fate === "update" && outcome.changes.includes("role"),
  );
  if (changed.length === 0) return done;
  const membershipOf = new Map(
    facts.known.map(({ memberId, villageId, membershipId }) => [`${memberId}/${villageId}`, membershipId]),
  );
  for (const { line, person, outcome } of changed) {
    if (outcome.fate !== "update") continue;
    const membershipId = membershipOf.get(`${outcome.memberId}/${outcome.villageId}`);
    if (!membershipId) throw new Error(`line ${line} changes the role of nobody`);
    const found = await tx.membership.findUniqueOrThrow({
      where: { communeId_id: { communeId: act.communeId, id: membershipId } },
      select: { role: true, validFrom: true, validTo: true },
    });
    const starts = fromDatabaseDay(found.validFrom);
    const newId = act.newId();
    const from = effectiveOn < starts ? starts : effectiveOn;
    const verdict = await changeMembershipRole(tx, act, { id: newId, membershipId, role: person.role, from });
    if (!verdict.ok) throw new Error(`a planned change of role was refused: ${verdict.code}`);
    const validTo = found.validTo && fromDatabaseDay(found.validTo);
    done.set(line, { newId, before: { membershipId, role: found.role as RoleBefore["role"], validTo } });
  }
  return done;
}
