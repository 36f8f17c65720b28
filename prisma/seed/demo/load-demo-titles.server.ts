import type { Actor, Grant } from "#app/domain/access/actor.ts";
import { addDays, type LocalDate, localDateAt, startOfDay } from "#app/domain/calendar/local-date.ts";
import { type Id, makeId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { checkFamily } from "#app/features/digital-family/check-family.server.ts";
import { declareFamily } from "#app/features/digital-family/declare-family.server.ts";
import { recogniseFamilies } from "#app/features/digital-family/recognise-families.server.ts";
import { writeModel } from "#app/features/market-register/digital-models.server.ts";
import { addMarketPlace, recordMarketProof } from "#app/features/market-register/keep-market.server.ts";
import { confirmTraining } from "#app/features/titles/confirm-training.server.ts";
import { enrolAmbassador, linkMentee } from "#app/features/titles/enrol-ambassador.server.ts";
import { nominate } from "#app/features/titles/nominate.server.ts";
import { sayWord } from "#app/features/titles/say-word.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { phoneOf } from "./log-demo-week.server.ts";

const MORNING_MS = 9 * 60 * 60 * 1000;
const FAMILIES_DECLARED = 26;
const FAMILIES_CONFIRMED = 20;
const FAMILIES_RECOGNISED = 12;
const MENTEES = 6;

/** Titles, families and stalls of the fictional commune, by the same verbs as real ones; a second start adds nothing. */
export async function loadDemoTitles(platform: Platform, communeId: number): Promise<void> {
  const demo = await findDemo(platform, communeId);
  if (demo === null) return;
  const year = localDateAt(platform.clock.now().getTime()).slice(0, 4);
  const today = localDateAt(platform.clock.now().getTime());
  const on = (day: string) => {
    const wanted = `${year}-${day}` as LocalDate;
    return wanted < today ? wanted : today;
  };
  await showTitles(demo, on("02-10"), on("03-05"), today);
  await showFamilies(demo, on("08-15"), addDays(today, -5));
  await showStalls(demo, on("09-10"));
  await showModels(demo, [on("03-15"), on("06-20"), on("09-02")]);
}

interface DemoTitles {
  /** Somebody of the demonstration on a morning of its year. */
  as(accountId: string, day: LocalDate): Caller;
  id(): Id;
  readonly office: string;
  readonly communeLeader: string;
  readonly villageId: number;
  readonly leader: Seat;
  readonly deputy: Seat;
  readonly members: readonly Seat[];
  readonly households: readonly string[];
  readonly mentees: readonly { readonly householdId: string; readonly slot: number }[];
  readonly evidence: readonly { readonly id: string; readonly villageId: number }[];
  readonly villages: readonly number[];
}

interface Seat {
  readonly memberId: string;
  readonly accountId: string;
}

/** One ambassador of record, one on the way, and nominations in each of their states. */
async function showTitles(
  demo: DemoTitles,
  joined: LocalDate,
  trained: LocalDate,
  today: LocalDate,
): Promise<void> {
  const [ambassador, second, third] = demo.members;
  if (!ambassador || !second || !third) return;
  for (const { accountId } of [ambassador, second]) {
    must(await enrolAmbassador(demo.as(accountId, joined), demo.id()));
  }
  for (const [index, mentee] of demo.mentees.entries()) {
    const wish = { id: demo.id(), mentee: { kind: "resident" as const, ...mentee } };
    must(await linkMentee(demo.as(ambassador.accountId, joined), wish, [demo.villageId]));
    if (index < 2) {
      const own = { ...wish, id: demo.id() };
      must(await linkMentee(demo.as(second.accountId, joined), own, [demo.villageId]));
    }
  }
  const source = "Danh sách lớp tập huấn thành viên tổ";
  const training = { id: demo.id(), memberId: ambassador.memberId, trainedOn: trained, source };
  must(await confirmTraining(demo.as(demo.office, trained), training));
  const ready = addDays(today, -20);
  const nominations = [
    { member: ambassador, title: "digital-ambassador", words: 2, day: ready },
    { member: third, title: "exemplary-member", words: 2, day: ready },
    { member: demo.deputy, title: "exemplary-member", words: 1, day: addDays(today, -3) },
  ] as const;
  for (const { member, title, words, day } of nominations) {
    const id = demo.id();
    const reason = "Đi đầu trong việc chung, bà con tin và làm theo.";
    const made = await nominate(demo.as(demo.leader.accountId, day), {
      id,
      memberId: member.memberId,
      title,
      reason,
    });
    // Who is ready follows from the year as it was lived; one who is not stays on the way.
    if (!made.ok) continue;
    const word = { nominationId: id, kind: "approve", reason: null } as const;
    const first = demo.as(demo.communeLeader, day);
    must(await sayWord(first, { ...word, id: demo.id(), recognition: null }));
    if (words < 2) continue;
    const recognition = { number: title === "exemplary-member" ? "41/QĐ-UBND" : "42/QĐ-UBND", date: day };
    must(await sayWord(demo.as(demo.office, day), { ...word, id: demo.id(), recognition }));
  }
}

async function showFamilies(demo: DemoTitles, day: LocalDate, recently: LocalDate): Promise<void> {
  const writer = demo.members[1];
  if (!writer) return;
  const declared = demo.households.slice(0, FAMILIES_DECLARED).map((householdId) => ({
    householdId,
    declarationId: demo.id(),
  }));
  for (const [index, { householdId, declarationId }] of declared.entries()) {
    const isOld = index < FAMILIES_RECOGNISED;
    const items = index % 7 === 6 ? [1, 2, 4, 7] : [1, 2, 3, 4, 6 + (index % 3), 9];
    const caller = demo.as(writer.accountId, isOld ? day : recently);
    must(
      await declareFamily(caller, {
        id: declarationId,
        householdId,
        items,
        channel: "phone",
        declaredOn: caller.today,
      }),
    );
    if (index >= FAMILIES_CONFIRMED) continue;
    const checker = demo.as(demo.leader.accountId, isOld ? day : recently);
    must(await checkFamily(checker, { householdId, declarationId, items, note: null }));
  }
  const isEnough = (_: unknown, index: number) => index % 7 !== 6;
  const declarationIds = declared
    .slice(0, FAMILIES_RECOGNISED)
    .filter(isEnough)
    .map(({ declarationId }) => declarationId);
  const decision = { declarationIds, number: "36/QĐ-UBND", date: day };
  must(await recogniseFamilies(demo.as(demo.office, day), decision));
}

const STALLS = [
  ["market_stall", "Sạp rau cô Mận"],
  ["market_stall", "Sạp vải thổ cẩm Bến Đò"],
  ["shop", "Tạp hóa Hoa Ban"],
  ["shop", "Quán phở Suối Mây"],
  ["cooperative", "Hợp tác xã chè Đồng Sen"],
] as const;

async function showStalls(demo: DemoTitles, day: LocalDate): Promise<void> {
  for (const [index, [kind, name]] of STALLS.entries()) {
    const villageId = demo.villages[index % 3] ?? demo.villageId;
    const placeId = demo.id();
    const caller = demo.as(demo.office, day);
    must(await addMarketPlace(caller, { id: placeId, villageId, kind, name }));
    const claim = demo.evidence.find((each) => each.villageId === villageId);
    if (!claim) continue;
    for (const item of (["cashless", "e_commerce", "trader", "savings"] as const).slice(0, 4 - (index % 4))) {
      const proof = { id: demo.id(), placeId, item, isMet: true, claimId: claim.id, photoId: null };
      must(await recordMarketProof(caller, proof));
    }
  }
}

async function showModels(demo: DemoTitles, days: readonly LocalDate[]): Promise<void> {
  const models = [
    ["Tổ hỗ trợ chữ ký số tại nhà văn hóa", "replicated", "12/BC-UBND"],
    ["Chợ phiên không tiền mặt", "pilot", null],
    ["Một cháu dạy một ông bà", "pilot", null],
  ] as const;
  for (const [index, [name, state, evidence]] of models.entries()) {
    const villageId = demo.villages[index] ?? demo.villageId;
    const startedOn = days[index];
    if (startedOn === undefined) continue;
    const facts = { id: demo.id(), villageId, name, state, evidence, startedOn, isExample: index === 0 };
    must(await writeModel(demo.as(demo.office, startedOn), facts));
  }
}

function must(verdict: { readonly ok: boolean }): void {
  if (!verdict.ok) throw new Error(`a title of the demonstration is refused: ${JSON.stringify(verdict)}`);
}

async function findDemo(platform: Platform, communeId: number): Promise<DemoTitles | null> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  return platform.db.withCommunes(scope, async (tx) => {
    if ((await tx.titleNomination.count({ where: { communeId } })) > 0) return null;
    const grants = await tx.$queryRaw<(Grant & { accountId: string; username: string })[]>`
      select g.account_id as "accountId", a.username, g.role, g.commune_id as "communeId",
             g.village_id as "villageId", g.team_id as "teamId", g.valid_from::text as "validFrom",
             g.valid_to::text as "validTo"
        from role_grant g join account a on a.id = g.account_id
       where g.commune_id = ${communeId} and g.ended_at is null order by a.username`;
    const holder = (role: string) => grants.find((grant) => grant.role === role)?.accountId;
    const [place] = await tx.$queryRaw<{ teamId: number; villageId: number }[]>`
      select g.team_id as "teamId", g.village_id as "villageId" from role_grant g join account a on a.id = g.account_id
       where g.commune_id = ${communeId} and a.username = 'to.truong' and g.team_id is not null limit 1`;
    const office = holder("office");
    const communeLeader = holder("commune_leader");
    if (!place || !office || !communeLeader) return null;
    const seats = await findSeats(tx, communeId, place.teamId);
    const leader = seats.find(({ role }) => role === "leader");
    const deputy = seats.find(({ role }) => role === "deputy");
    const members = seats.filter(({ role }) => role === "member");
    if (!leader || !deputy || !members[0]) return null;
    return {
      as: (accountId, day) => callerOf(platform, communeId, accountId, day, grants),
      id: () => makeId(platform.clock.now().getTime(), platform.random.bytes(10)),
      office,
      communeLeader,
      villageId: place.villageId,
      leader,
      deputy,
      members,
      households: await findHouseholds(tx, communeId, place.villageId),
      mentees: await findMentees(tx, communeId, members[0].memberId, place.villageId),
      evidence: await tx.$queryRaw<{ id: string; villageId: number }[]>`
        select id, village_id as "villageId" from claim
         where commune_id = ${communeId} and state = 'verified' and village_id is not null
           and activity_key in ('payment-account', 'cashless-stall', 'online-shop-step', 'class', 'talk')
         order by work_date, id limit 400`,
      villages: (
        await tx.$queryRaw<{ id: number }[]>`
          select id from village where commune_id = ${communeId} and valid_to is null order by sort_key, id`
      ).map(({ id }) => id),
    };
  });
}

function findSeats(tx: Tx, communeId: number, teamId: number): Promise<(Seat & { role: string })[]> {
  return tx.$queryRaw<(Seat & { role: string })[]>`
    select m.id as "memberId", m.account_id as "accountId", s.role
      from membership s
      join member m on m.commune_id = s.commune_id and m.id = s.member_id
      join account a on a.id = m.account_id
     where s.commune_id = ${communeId} and s.team_id = ${teamId} and s.valid_to is null
     order by a.username <> 'thanh.vien', a.username`;
}

async function findHouseholds(tx: Tx, communeId: number, villageId: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select h.id from household h
     where h.commune_id = ${communeId} and h.village_id = ${villageId} and h.valid_to is null
       and not exists (select from member m where m.commune_id = h.commune_id and m.household_id = h.id)
     order by h.code limit ${FAMILIES_DECLARED}`;
  return rows.map(({ id }) => id);
}

/** Those whom the member really brought to proficiency in the year as it was lived. */
function findMentees(
  tx: Tx,
  communeId: number,
  memberId: string,
  villageId: number,
): Promise<{ householdId: string; slot: number }[]> {
  return tx.$queryRaw<{ householdId: string; slot: number }[]>`
    select u.household_id as "householdId", u.slot::int as slot
      from claim_participant p
      join claim c on c.commune_id = p.commune_id and c.id = p.claim_id and c.state = 'verified'
      join claim_unit u on u.commune_id = c.commune_id and u.claim_id = c.id and u.outcome = 'proficient'
       and u.slot is not null
      join household h on h.commune_id = u.commune_id and h.id = u.household_id and h.village_id = ${villageId}
     where p.commune_id = ${communeId} and p.member_id = ${memberId}::uuid
     group by u.household_id, u.slot order by max(c.work_date) desc limit ${MENTEES}`;
}

/** As the guard would let them in on that morning, with a proof of the minute. */
export function callerOf(
  platform: Platform,
  communeId: number,
  accountId: string,
  day: LocalDate,
  grants: readonly (Grant & { readonly accountId: string })[],
): Caller {
  const now = new Date(Math.min(startOfDay(day) + MORNING_MS, platform.clock.now().getTime()));
  const own = grants.filter((grant) => grant.accountId === accountId);
  const actor: Actor = {
    accountId,
    grants: own,
    assurance: "second_factor",
    hasSecondFactor: true,
    mustChangePassword: false,
    isFounder: false,
    provedFreshly: true,
  };
  const stamp = (verb: string) => ({ actorId: accountId, verb, requestId: "demo" });
  const caller: Omit<Caller, "visit"> = {
    platform: { ...platform, clock: { now: () => now } },
    now,
    today: localDateAt(now.getTime()),
    session: { deviceId: phoneOf(accountId) } as Caller["session"],
    person: { accountId } as Caller["person"],
    actor,
    everywhere: actor,
    permission: { grants: own },
    communeId,
    stamp,
    scope: (verb) => ({ ...stamp(verb), communes: [communeId] }),
  };
  return caller as Caller;
}
