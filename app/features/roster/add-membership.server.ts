import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Id } from "#app/domain/ids.ts";
import { checkGuest } from "#app/domain/people/guest.ts";
import { checkMembership, type Interval, type TeamRole } from "#app/domain/people/membership.ts";
import type { RosterRefusal } from "#app/domain/people/roster-refusals.ts";
import type { MembershipSource } from "#app/domain/people/team.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { followMemberships } from "./follow-memberships.server.ts";
import { lockMembers } from "./lock-members.server.ts";
import type { RosterAct } from "./roster-act.ts";

export interface NewMembership {
  /** Made by whoever asks: asking twice is asking once. */
  readonly id: Id;
  readonly memberId: string;
  readonly teamId: number;
  readonly role: TeamRole;
  readonly from: LocalDate;
  /** The last day, itself included; null while nobody knows it. */
  readonly until: LocalDate | null;
  readonly source: MembershipSource;
  readonly isCore?: boolean;
  readonly title?: string | null;
  /** The unit that sent the person (L05). */
  readonly assignedBy?: string | null;
  /** For whoever joins for a campaign: which one (A43). */
  readonly campaign?: string | null;
}

export type NewMembershipRefusal =
  | Extract<
      RosterRefusal,
      {
        code:
          | "membership_ends_before_it_starts"
          | "membership_overlaps"
          | "campaign_needs_end"
          | "campaign_needs_name"
          | "guest_only_member"
          | "team_ended";
      }
    >
  | { code: "not_permitted" };

export function addMembership(tx: Tx, act: RosterAct, wanted: NewMembership) {
  return addMemberships(tx, act, [wanted]);
}

/** All of them or none. The refusal says which one it concerns, by its place in the list. */
export async function addMemberships(
  tx: Tx,
  act: RosterAct,
  wanted: readonly NewMembership[],
): Promise<Verdict<{ added: number }, NewMembershipRefusal & { index: number }>> {
  const { communeId } = act;
  const memberIds = [...new Set(wanted.map(({ memberId }) => memberId))];
  const locked = await lockMembers(tx, act, memberIds);
  const teamEnds = await readTeamEnds(tx, communeId, wanted);
  const intervals = await readIntervals(tx, communeId, memberIds);
  const fresh: NewMembership[] = [];
  for (const [index, membership] of wanted.entries()) {
    const key = `${membership.memberId}/${membership.teamId}`;
    const others = intervals.get(key) ?? [];
    if (others.some(({ id }) => id === membership.id)) continue;
    const end = teamEnds.get(membership.teamId);
    if (end === undefined || !locked.has(membership.memberId))
      return refused({ code: "not_permitted", index });
    const verdict = judge(membership, others, end);
    if (!verdict.ok) return { ...verdict, index };
    intervals.set(key, [...others, membership]);
    fresh.push(membership);
  }
  const campaigns = await findCampaignsNamed(tx, communeId, fresh);
  await tx.membership.createMany({ data: fresh.map((membership) => rowOf(act, membership, campaigns)) });
  await followMemberships(tx, act, memberIds);
  return allowed({ added: fresh.length });
}

function judge(
  wanted: NewMembership,
  others: readonly Interval[],
  teamEnd: LocalDate | null,
): Verdict<null, NewMembershipRefusal> {
  const guest = checkGuest({ ...wanted, campaign: wanted.campaign ?? null });
  if (!guest.ok) return guest;
  if (teamEnd !== null && wanted.from > teamEnd) return refused({ code: "team_ended", until: teamEnd });
  const verdict = checkMembership(wanted, others);
  return verdict.ok ? allowed(null) : verdict;
}

async function readTeamEnds(
  tx: Tx,
  communeId: number,
  wanted: readonly NewMembership[],
): Promise<Map<number, LocalDate | null>> {
  const teams = await tx.team.findMany({
    where: { communeId, id: { in: [...new Set(wanted.map(({ teamId }) => teamId))] } },
    select: { id: true, validTo: true },
  });
  return new Map(teams.map(({ id, validTo }) => [id, validTo && fromDatabaseDay(validTo)]));
}

/** Every time of these people in any team, under "member/team". */
async function readIntervals(
  tx: Tx,
  communeId: number,
  memberIds: readonly string[],
): Promise<Map<string, (Interval & { readonly id: string })[]>> {
  const rows = await tx.membership.findMany({
    where: { communeId, memberId: { in: [...memberIds] } },
    select: { id: true, memberId: true, teamId: true, validFrom: true, validTo: true },
  });
  const intervals = new Map<string, (Interval & { readonly id: string })[]>();
  for (const { id, memberId, teamId, validFrom, validTo } of rows) {
    const key = `${memberId}/${teamId}`;
    const interval = { id, from: fromDatabaseDay(validFrom), until: validTo && fromDatabaseDay(validTo) };
    intervals.set(key, [...(intervals.get(key) ?? []), interval]);
  }
  return intervals;
}

/** A43, A44: a guest is bound to the campaign of that name where the commune has one; what was typed stays as it is. */
async function findCampaignsNamed(
  tx: Tx,
  communeId: number,
  wanted: readonly NewMembership[],
): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(wanted.flatMap(({ campaign }) => campaign?.toLocaleLowerCase("vi") ?? []))];
  if (names.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select id::text as id, name from campaign where commune_id = ${communeId} and withdrawn_at is null order by starts_on, id`;
  return new Map(
    rows
      .map(({ id, name }) => [name.toLocaleLowerCase("vi"), id] as const)
      .filter(([name]) => names.includes(name)),
  );
}

function rowOf(
  { communeId, actorId, now }: RosterAct,
  wanted: NewMembership,
  campaigns: ReadonlyMap<string, string>,
) {
  const { id, memberId, teamId, role, source, isCore = false, title = null, assignedBy = null } = wanted;
  const campaignName = source === "campaign" ? (wanted.campaign ?? null) : null;
  return {
    communeId,
    id,
    memberId,
    teamId,
    role,
    source,
    isCore,
    title,
    assignedBy,
    campaignName,
    campaignId: campaigns.get(campaignName?.toLocaleLowerCase("vi") ?? "") ?? null,
    validFrom: toDatabaseDay(wanted.from),
    validTo: wanted.until && toDatabaseDay(wanted.until),
    enteredBy: actorId,
    enteredAt: now,
  };
}
