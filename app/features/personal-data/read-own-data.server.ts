import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { ClassifyingUnion } from "#app/domain/certificates/union-export.ts";
import { formatPhone } from "#app/domain/people/phone.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { openMemberPhone } from "#app/features/roster/member-phone.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findDataRequests } from "./read-data-requests.server.ts";
import { findReveals } from "./read-reveals.server.ts";

/** All the house keeps of one person, in plain words and plain values: the page shows it, the file is it. */
export type MemberData = NonNullable<Awaited<ReturnType<typeof findMemberData>>>;

export function readMemberData(
  platform: Pick<Platform, "db" | "clock" | "keys">,
  scope: CommuneScope,
  memberId: string,
): Promise<MemberData | null> {
  return platform.db.withCommunes(scope, (tx) => findMemberData(tx, platform, onlyCommune(scope), memberId));
}

async function findMemberData(
  tx: Tx,
  { clock, keys }: Pick<Platform, "clock" | "keys">,
  communeId: number,
  memberId: string,
) {
  const member = await tx.member.findUnique({ where: { communeId_id: { communeId, id: memberId } } });
  if (!member) return null;
  const today = localDateAt(clock.now().getTime());
  return {
    memberId,
    fullName: member.fullName,
    birthYear: member.birthYear,
    sex: member.sex,
    ethnicity: member.ethnicity,
    position: member.position,
    hasItSkill: member.hasItSkill,
    phone: member.phoneCipher && formatPhone(openMemberPhone(keys, communeId, member.phoneCipher)),
    enteredAt: member.createdAt.toISOString(),
    erasedAt: member.erasedAt?.toISOString() ?? null,
    household: await findHousehold(tx, communeId, member.householdId),
    account: await findAccount(tx, member.accountId),
    ...(await findTimes(tx, communeId, memberId)),
    consents: await findConsents(tx, communeId, memberId),
    phoneReveals: (await findReveals(tx, communeId, memberId)).map(({ revealedAt, revealedTo, reason }) => ({
      revealedAt,
      revealedTo,
      reason,
    })),
    unionExports: await findUnionExports(tx, communeId, memberId),
    requests: await findDataRequests(tx, communeId, memberId, today),
  };
}

function findAccount(tx: Tx, accountId: string | null) {
  if (accountId === null) return null;
  return tx.account.findUnique({
    where: { id: accountId },
    select: { username: true, displayName: true, status: true },
  });
}

/** Where the person lives, by the number of the village's list; the list itself is not about them alone. */
async function findHousehold(tx: Tx, communeId: number, householdId: string | null) {
  const [home] = await tx.$queryRaw<{ village: string; code: string }[]>`
    select v.name as village, h.code
      from household h join village v on v.commune_id = h.commune_id and v.id = h.village_id
     where h.commune_id = ${communeId} and h.id = ${householdId}::uuid`;
  return home ?? null;
}

async function findTimes(tx: Tx, communeId: number, memberId: string) {
  const memberships = await tx.$queryRaw<
    {
      team: string;
      village: string | null;
      role: string;
      source: string;
      campaign: string | null;
      from: string;
      until: string | null;
    }[]
  >`
    select t.name as team, v.name as village, s.role, s.source, s.campaign_name as campaign, s.valid_from::text as "from", s.valid_to::text as "until"
      from membership s
      join team t on t.commune_id = s.commune_id and t.id = s.team_id
      left join village v on v.commune_id = t.commune_id and v.id = t.village_id
     where s.commune_id = ${communeId} and s.member_id = ${memberId}::uuid
     order by s.valid_from, s.id`;
  const affiliations = await tx.$queryRaw<
    { kind: string; organisation: string | null; note: string | null; from: string; until: string | null }[]
  >`
    select f.kind, o.name as organisation, f.note, f.valid_from::text as "from", f.valid_to::text as "until"
      from affiliation f
      left join organisation o on o.commune_id = f.commune_id and o.id = f.organisation_id
     where f.commune_id = ${communeId} and f.member_id = ${memberId}::uuid
     order by f.valid_from, f.kind`;
  return { memberships, affiliations };
}

async function findConsents(tx: Tx, communeId: number, memberId: string) {
  const rows = await tx.consent.findMany({
    where: { communeId, memberId },
    orderBy: [{ givenAt: "desc" }, { id: "desc" }],
  });
  const recorders = await tx.account.findMany({
    where: { id: { in: rows.map(({ recordedBy }) => recordedBy) } },
    select: { id: true, displayName: true },
  });
  const nameOf = new Map(recorders.map(({ id, displayName }) => [id, displayName]));
  return rows.map((row) => ({
    purpose: row.purpose as "public_full_name" | "public_photo" | "union_export",
    textVersion: row.textVersion,
    channel: row.channel as "screen" | "paper" | "spoken",
    givenAt: row.givenAt.toISOString(),
    recordedBy: nameOf.get(row.recordedBy) ?? "",
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  }));
}

/** A37: which results went to which union. Who has a right to it sees it beside the consent. */
function findUnionExports(tx: Tx, communeId: number, memberId: string) {
  return tx.$queryRaw<{ union: ClassifyingUnion; from: LocalDate; to: LocalDate; sentOn: LocalDate }[]>`
    select e.union_kind as union, e.first_day::text as "from", e.last_day::text as "to",
           (e.made_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "sentOn"
      from union_export_member p join union_export e on e.commune_id = p.commune_id and e.id = p.export_id
     where p.commune_id = ${communeId} and p.member_id = ${memberId}::uuid
     order by e.made_at desc, e.id desc`;
}
