import { randomBytes } from "node:crypto";
import type { Grant } from "#app/domain/access/actor.ts";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { addVillages } from "#app/features/communes/add-villages.server.ts";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import type { ClaimDecision, LedgerCaller } from "#app/features/ledger/decide-claims.server.ts";
import { findMonthHolding } from "#app/features/months/find-month.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

const TEAMS = 40;
const MEMBERS = 5;

/** A leader's session and what waits for it, as decisions ready to be sent. */
export interface Session {
  readonly caller: LedgerCaller;
  readonly waiting: ClaimDecision[];
}

const newId = () => makeId(Date.now(), new Uint8Array(randomBytes(10)));

/** A commune of 40 teams whose members logged this month's work, and a number of sessions of their leaders. */
export async function plantCommune(
  platform: Platform,
  { claims, sessions }: { readonly claims: number; readonly sessions: number },
): Promise<readonly Session[]> {
  const now = platform.clock.now();
  const founder = newId();
  await platform.db.withGlobals({ actorId: null, verb: "bench", requestId: "bench" }, (tx) =>
    tx.account.create({ data: accountOf(founder, now), select: { id: true } }),
  );
  const stamp = { actorId: founder, verb: "bench", requestId: "bench" };
  const communeId = await foundCommune(platform, stamp, "dai-son-2026");
  const scope = { ...stamp, communes: [communeId] };
  const names = Array.from({ length: TEAMS }, (_, index) => `Thôn ${index + 1}`);
  await addVillages(platform, scope, names.join("\n"), "village");
  const today = localDateAt(now.getTime());
  return platform.db.withCommunes(
    scope,
    async (tx) => {
      const month = await findMonthHolding(tx, communeId, today, now.getTime());
      const teams = await plantTeams(tx, communeId, now);
      const ids = await plantClaims(tx, communeId, claims, month.firstDay, now);
      return Array.from({ length: sessions }, (_, index): Session => {
        const team = teams[index % teams.length];
        if (!team) throw new Error("no team was planted");
        return {
          caller: callerOf(platform, communeId, team, today, now),
          waiting: (ids.get(team.teamId) ?? []).filter(
            (_id, at) => at % Math.ceil(sessions / TEAMS) === Math.floor(index / TEAMS),
          ),
        };
      });
    },
    { timeoutMs: 120_000 },
  );
}

interface PlantedTeam {
  readonly teamId: number;
  readonly villageId: number;
  readonly leader: string;
}

async function plantTeams(tx: Tx, communeId: number, now: Date): Promise<PlantedTeam[]> {
  const villages = await tx.village.findMany({ where: { communeId }, select: { id: true, name: true } });
  const teams: PlantedTeam[] = [];
  for (const { id: villageId, name } of villages) {
    const { id: teamId } = await tx.team.create({
      data: { communeId, kind: "village", name: `Tổ ${name}`, villageId, validFrom: new Date("2020-01-01") },
      select: { id: true },
    });
    const leader = newId();
    await tx.account.create({ data: accountOf(leader, now), select: { id: true } });
    const members = Array.from({ length: MEMBERS + 1 }, (_, index) => ({
      id: newId(),
      accountId: index === 0 ? leader : null,
    }));
    await tx.member.createMany({
      data: members.map((each) => ({ ...each, communeId, fullName: "Lò Thị Thử", createdAt: now })),
    });
    await tx.membership.createMany({
      data: members.map(({ id, accountId }) => ({
        id: newId(),
        communeId,
        memberId: id,
        teamId,
        role: accountId === null ? "member" : "leader",
        source: "decision",
        validFrom: new Date("2020-01-01"),
        enteredAt: now,
      })),
    });
    await tx.roleGrant.create({
      data: {
        id: newId(),
        communeId,
        accountId: leader,
        role: "leader",
        teamId,
        villageId,
        validFrom: new Date("2020-01-01"),
        grantedAt: now,
      },
      select: { id: true },
    });
    teams.push({ teamId, villageId, leader });
  }
  return teams;
}

/** Two known people each, nobody twice, spread over the days of the month so far. */
async function plantClaims(
  tx: Tx,
  communeId: number,
  count: number,
  firstDay: LocalDate,
  now: Date,
): Promise<ReadonlyMap<number, ClaimDecision[]>> {
  const typist = newId();
  await tx.account.create({ data: accountOf(typist, now), select: { id: true } });
  await tx.$executeRaw`
    with doer as (
      select m.id, s.team_id, t.village_id, row_number() over (order by m.id) - 1 as place, count(*) over () as many
        from member m
        join membership s on s.commune_id = m.commune_id and s.member_id = m.id and s.role = 'member'
        join team t on t.commune_id = s.commune_id and t.id = s.team_id
       where m.commune_id = ${communeId}
    ), made as (
      insert into claim (commune_id, id, state, member_id, team_id, village_id, activity_key, work_date, mode, visits,
                         entered_by, received_at, submitted_at)
      select ${communeId}, gen_random_uuid(), 'submitted', d.id, d.team_id, d.village_id,
             (array['online-public-service', 'social-service', 'eid-level-2', 'health-book'])[1 + n % 4],
             least(${firstDay}::date + (n / 100) % 25, ${now}::timestamptz::date), 'home_visit', 2,
             ${typist}::uuid, ${now}, ${now}
        from generate_series(1, ${count}::int) n join doer d on d.place = n % d.many
      returning id, member_id, team_id, village_id
    ), people as (
      insert into claim_participant (commune_id, claim_id, member_id, part, team_id, village_id, joined_at)
      select ${communeId}, id, member_id, 'claimant', team_id, village_id, ${now} from made
    )
    insert into claim_unit (commune_id, claim_id, ordinal, village_id, person_key, outcome)
    select ${communeId}, id, n, village_id, sha256(convert_to(id::text || n, 'UTF8')), 'with_help'
      from made, generate_series(1, 2) n`;
  const rows = await tx.claim.findMany({ where: { communeId }, select: { id: true, teamId: true } });
  const byTeam = new Map<number, ClaimDecision[]>();
  for (const { id, teamId } of rows) {
    const plain = { revision: 1, verdict: "approve", reasonCode: null, reason: null } as const;
    byTeam.set(teamId, [...(byTeam.get(teamId) ?? []), { ...plain, decisionId: newId(), claimId: id }]);
  }
  return byTeam;
}

function accountOf(id: string, createdAt: Date) {
  return {
    id,
    username: `b${id.replaceAll("-", "")}`,
    displayName: "Lò Thị Thử",
    createdAt,
    isFounder: false,
  };
}

function callerOf(
  platform: Platform,
  communeId: number,
  { teamId, villageId, leader }: PlantedTeam,
  today: LocalDate,
  now: Date,
): LedgerCaller {
  const grant: Grant = {
    role: "leader",
    communeId,
    villageId,
    teamId,
    validFrom: "2020-01-01" as LocalDate,
    validTo: null,
  };
  const stamp = (verb: string) => ({ actorId: leader, verb, requestId: "bench" });
  return {
    platform,
    communeId,
    today,
    person: { accountId: leader, username: "bench", displayName: "Lò Thị Thử", locale: "vi" },
    session: {
      id: newId(),
      deviceId: newId(),
      assurance: "unlock",
      provedAt: now,
      grantsDigest: "",
      communeId,
      lastSeenAt: now,
    },
    actor: {
      accountId: leader,
      grants: [grant],
      assurance: "unlock",
      hasSecondFactor: false,
      mustChangePassword: false,
      isFounder: false,
      provedFreshly: false,
    },
    stamp,
    scope: (verb) => ({ ...stamp(verb), communes: [communeId] }),
  };
}
