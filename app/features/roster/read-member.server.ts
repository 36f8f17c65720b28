import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type TeamRole, teamRoles } from "#app/domain/people/membership.ts";
import type { Sex } from "#app/domain/people/roster-sheet.ts";
import {
  AFFILIATION_KINDS,
  type AffiliationKind,
  MEMBERSHIP_SOURCES,
  type MembershipSource,
} from "#app/domain/people/team.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { known } from "./load-roster.server.ts";
import { maskMemberPhone } from "./member-phone.server.ts";
import { reachOf } from "./roster-reach.ts";

export interface MemberTime {
  readonly membershipId: string;
  readonly teamId: number;
  readonly teamName: string;
  readonly villageId: number | null;
  readonly villageName: string | null;
  readonly role: TeamRole;
  readonly isCore: boolean;
  readonly title: string | null;
  readonly source: MembershipSource;
  readonly assignedBy: string | null;
  readonly campaign: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

export interface MemberView {
  readonly memberId: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly sex: Sex | null;
  readonly ethnicity: string | null;
  readonly position: string | null;
  readonly hasItSkill: boolean | null;
  readonly maskedPhone: string | null;
  readonly accountId: string | null;
  readonly username: string | null;
  readonly isAccountActive: boolean | null;
  readonly lastSeenAt: number | null;
  /** Newest first; ended ones stay (A21, A25). */
  readonly times: readonly MemberTime[];
  readonly affiliations: readonly {
    readonly kind: AffiliationKind;
    readonly organisation: string | null;
    readonly validFrom: LocalDate;
    readonly validTo: LocalDate | null;
  }[];
  /** L07: villages this person looks after as an official of the commune. */
  readonly inChargeOf: readonly { readonly villageId: number; readonly villageName: string }[];
}

/** One person as far as the caller may see; null where there is none, or none for the caller's eyes. */
export async function readMember(caller: Caller, memberId: string): Promise<MemberView | null> {
  const scope = caller.scope("roster.read-member");
  const communeId = scope.communes[0] ?? 0;
  const view = await caller.platform.db.withCommunes(scope, (tx) => findMember(tx, caller, memberId));
  if (!view) return null;
  const today = caller.today;
  const times = view.times.filter(({ validTo }) => validTo === null || validTo >= today);
  const belongs = view.affiliations.filter(({ validTo }) => validTo === null || validTo >= today);
  const isSeen = reachOf(caller.permission.grants, communeId).canSeePerson(
    times,
    belongs.map(({ kind }) => kind),
  );
  return isSeen ? view : null;
}

/** The person whose account this is; null for an account that stands on no roster. */
export async function readOwnMember(caller: Caller): Promise<MemberView | null> {
  if (caller.communeId === null) return null;
  const communeId = caller.communeId;
  return caller.platform.db.withCommunes(caller.scope("roster.read-own"), async (tx) => {
    const own = await tx.member.findFirst({
      where: { communeId, accountId: caller.person.accountId },
      select: { id: true },
    });
    return own && findMember(tx, caller, own.id);
  });
}

interface MemberRow extends Omit<MemberView, "maskedPhone" | "times" | "affiliations" | "inChargeOf"> {
  readonly phoneCipher: Uint8Array | null;
}

async function findMember(tx: Tx, caller: Caller, memberId: string): Promise<MemberView | null> {
  const communeId = caller.communeId ?? 0;
  const [row] = await tx.$queryRaw<MemberRow[]>`
    select m.id as "memberId", m.full_name as "fullName", m.birth_year::int as "birthYear", m.sex, m.ethnicity,
           m.position, m.has_it_skill as "hasItSkill", m.phone_cipher as "phoneCipher", a.id as "accountId",
           a.username, a.status = 'active' as "isAccountActive",
           (select (extract(epoch from max(s.last_seen_at)) * 1000)::float8
              from session s where s.account_id = a.id) as "lastSeenAt"
      from member m left join account a on a.id = m.account_id
     where m.commune_id = ${communeId} and m.id = ${memberId}::uuid and m.erased_at is null`;
  if (!row) return null;
  const { phoneCipher, ...facts } = row;
  return {
    ...facts,
    maskedPhone: maskMemberPhone(caller.platform.keys, communeId, phoneCipher),
    times: await readTimes(tx, communeId, memberId),
    affiliations: await readAffiliations(tx, communeId, memberId),
    inChargeOf: await tx.$queryRaw<MemberView["inChargeOf"][number][]>`
      select v.id as "villageId", v.name as "villageName"
        from role_grant g join village v on v.commune_id = g.commune_id and v.id = g.village_id
       where g.commune_id = ${communeId} and g.account_id = ${facts.accountId}::uuid and g.role = 'sector_office'
         and g.valid_from <= ${caller.today}::date and (g.valid_to is null or g.valid_to >= ${caller.today}::date)
       order by v.sort_key, v.id`,
  };
}

async function readTimes(tx: Tx, communeId: number, memberId: string): Promise<MemberTime[]> {
  const rows = await tx.$queryRaw<MemberTime[]>`
    select ms.id as "membershipId", t.id as "teamId", t.name as "teamName", v.id as "villageId",
           v.name as "villageName", ms.role, ms.is_core as "isCore", ms.title, ms.source, o.name as "assignedBy",
           ms.campaign_name as "campaign",
           ms.valid_from::text as "validFrom", ms.valid_to::text as "validTo"
      from membership ms
      join team t on t.commune_id = ms.commune_id and t.id = ms.team_id
      left join village v on v.commune_id = t.commune_id and v.id = t.village_id
      left join organisation o on o.commune_id = ms.commune_id and o.id = ms.assigned_by
     where ms.commune_id = ${communeId} and ms.member_id = ${memberId}::uuid
     order by ms.valid_from desc, t.name, ms.id`;
  return rows.map((row) => ({
    ...row,
    role: known(teamRoles, row.role),
    source: known(MEMBERSHIP_SOURCES, row.source),
  }));
}

async function readAffiliations(tx: Tx, communeId: number, memberId: string) {
  const rows = await tx.$queryRaw<MemberView["affiliations"][number][]>`
    select a.kind, o.name as organisation, a.valid_from::text as "validFrom", a.valid_to::text as "validTo"
      from affiliation a left join organisation o on o.commune_id = a.commune_id and o.id = a.organisation_id
     where a.commune_id = ${communeId} and a.member_id = ${memberId}::uuid
     order by a.valid_from desc, a.kind`;
  return rows.map((row) => ({ ...row, kind: known(AFFILIATION_KINDS, row.kind) }));
}
