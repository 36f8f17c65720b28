import type { Grant } from "#app/domain/access/actor.ts";
import { addDays, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { AdultAnswers, HouseholdAnswers } from "#app/domain/survey/answers.ts";
import { formOf } from "#app/domain/survey/questions.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { makeWalk } from "#app/features/gap-walks/make-walk.server.ts";
import { addProduct, recordListing } from "#app/features/products/keep-product.server.ts";
import { linkHouseholds, markLead } from "#app/features/products/lead-households.server.ts";
import { makeCodes } from "#app/features/satisfaction/keep-satisfaction.server.ts";
import { openRound } from "#app/features/survey/open-round.server.ts";
import { sendSurveyWork } from "#app/features/survey/send-work.server.ts";
import { takeAnswers } from "#app/features/survey/take-answers.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type Dice, makeDice } from "../invent/random.ts";
import { callerOf } from "./load-demo-titles.server.ts";

const DOORS_BEFORE = 22;
const DOORS_NOW = 16;
const WORK_SENT = 3;

type Odds = readonly [choice: string, weight: number];

/** One round that is over and one that runs, in the village of the printed sign-ins; a second start adds nothing. */
export async function loadDemoSurvey(platform: Platform, communeId: number): Promise<void> {
  const demo = await findDemo(platform, communeId);
  if (demo === null) return;
  const today = localDateAt(platform.clock.now().getTime());
  const earlier = addDays(today, -150);
  const dice = makeDice(20_261_230);
  const before = await openOne(demo, 1, "Khảo sát thử một thôn", earlier, addDays(earlier, 20));
  for (const household of demo.households.slice(0, DOORS_BEFORE)) {
    const given = inventDoor(dice, 1, household.adults);
    must(await takeAnswers(demo.member(addDays(earlier, 5)), sending(demo, before, household.id, given)));
  }
  const now = await openOne(demo, 2, "Khảo sát kỹ năng số quý này", addDays(today, -8), addDays(today, 25));
  for (const [index, household] of demo.households.slice(0, DOORS_NOW).entries()) {
    const caller = demo.member(index < WORK_SENT ? today : addDays(today, -2));
    const given = inventDoor(dice, 2, household.adults);
    const taken = await takeAnswers(caller, sending(demo, now, household.id, given));
    if (!taken.ok) throw new Error(`a door of the demonstration is refused: ${taken.code}`);
    const { isWorkToSend, adultsAnswered } = taken.value;
    if (isWorkToSend && index < WORK_SENT)
      await sendSurveyWork(caller, { roundId: now, householdId: household.id, adultsAnswered });
  }
  const walk = { id: demo.id(), villageId: demo.villageId, gap: "eid", memberId: null, lane: null } as const;
  must(await makeWalk(demo.member(today), walk));
  await showProducts(demo, addDays(today, -40));
  await showLeads(demo, addDays(today, -60));
  await showSatisfaction(platform, demo, communeId);
}

/** By the order of villages; null for the village of the printed sign-ins. */
const PRODUCTS = [
  [
    null,
    "Gạo nếp nương Thôn Đông",
    "Tổ hợp tác lúa nếp Thôn Đông",
    "ocop",
    3,
    "voso",
    "https://voso.example/gao-nep-nuong",
  ],
  [null, "Tinh dầu sả", "Hộ bà Mến", "farm", null, "shopee", "https://shopee.example/tinh-dau-sa"],
  [null, "Gà đồi", "Hộ ông Khoa", "farm", null, null, null],
  [
    6,
    "Chè xanh Suối Mây",
    "Hợp tác xã Chè Suối Mây",
    "ocop",
    4,
    "postmart",
    "https://postmart.example/che-suoi-may",
  ],
  [0, "Mật ong hoa rừng", "Tổ nuôi ong Nà Hoa", "ocop", 3, "voso", "https://voso.example/mat-ong-hoa-rung"],
  [2, "Miến dong Suối Lĩnh", "Cơ sở miến Suối Lĩnh", "ocop", 3, null, null],
  [1, "Măng khô", "Hộ bà Lả", "farm", null, "shopee", "https://shopee.example/mang-kho"],
  [7, "Bưởi da xanh", "Hộ ông Thào", "farm", null, null, null],
] as const;

/** OCOP and farm products, some of them on a floor. */
async function showProducts(demo: Demo, day: LocalDate): Promise<void> {
  const office = demo.office(day);
  for (const [place, name, producer, kind, stars, floor, link] of PRODUCTS) {
    const id = demo.id();
    const villageId = (place === null ? null : demo.villages[place]) ?? demo.villageId;
    must(await addProduct(office, { id, villageId, name, producer, kind, stars }));
    if (floor === null) continue;
    const listing = { id: demo.id(), productId: id, floor, isListed: true, link, claimId: null };
    must(await recordListing(office, listing));
  }
}

/** A household that goes before, and three that follow it. */
async function showLeads(demo: Demo, day: LocalDate): Promise<void> {
  const [lead, ...led] = demo.households.slice(0, 4);
  if (!lead) return;
  const office = demo.office(day);
  must(await markLead(office, lead.id));
  for (const { id } of led) must(await linkHouseholds(office, { id: demo.id(), leadId: lead.id, ledId: id }));
}

/** Words of residents as they come in: the village's line would allow no dozen in a minute. */
async function showSatisfaction(platform: Platform, demo: Demo, communeId: number): Promise<void> {
  const today = localDateAt(platform.clock.now().getTime());
  must(await makeCodes(demo.office(today)));
  const month = Number(today.slice(0, 7).replace("-", ""));
  const sums = [
    [0, "eid", 14, 2, 1],
    [0, "payment", 9, 1, 0],
    [0, "health", 5, 2, 0],
    [1, "public_service", 7, 1, 1],
    [2, "phone", 3, 0, 0],
  ] as const;
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  await platform.db.withCommunes(scope, async (tx) => {
    for (const [place, subject, pleased, neutral, displeased] of sums)
      await tx.$executeRaw`
        insert into satisfaction_sum (commune_id, village_id, month, subject, pleased, neutral, displeased)
        values (${communeId}, ${demo.villages[place] ?? demo.villageId}, ${month}, ${subject}, ${pleased}, ${neutral},
                ${displeased})`;
  });
}

interface Demo {
  readonly villageId: number;
  readonly villages: readonly number[];
  readonly households: readonly { readonly id: string; readonly adults: number }[];
  id(): string;
  office(day: LocalDate): Caller;
  member(day: LocalDate): Caller;
}

async function openOne(
  demo: Demo,
  formVersion: number,
  name: string,
  firstDay: LocalDate,
  lastDay: LocalDate,
): Promise<string> {
  const id = demo.id();
  const villageIds = formVersion === 1 ? [demo.villageId] : demo.villages;
  must(await openRound(demo.office(firstDay), { id, name, firstDay, lastDay, villageIds, formVersion }));
  return id;
}

function sending(demo: Demo, roundId: string, householdId: string, given: HouseholdAnswers) {
  return { id: demo.id(), roundId, householdId, basedOn: 0, given };
}

/** A door in ten stays shut, one in twenty does not wish to answer; the rest answer as a village does. */
function inventDoor(dice: Dice, version: number, adults: number): HouseholdAnswers {
  const nothing = { answers: {}, groups: {}, note: null, adults: [] };
  const fate = dice.between(1, 20);
  if (fate === 1) return { ...nothing, outcome: "refused" };
  if (fate <= 3) return { ...nothing, outcome: "absent" };
  const form = formOf(version);
  const pick = (...odds: readonly [Odds, ...Odds[]]) => [dice.pickWeighted(odds)];
  const household = {
    network: pick(["fixed", 60], ["mobile", 30], ["none", 10]),
    devices: pick(["television", 50], ["none", 25], ["computer", 15], ["camera", 10]),
    produces: pick(["crops", 45], ["livestock", 15], ["shop", 15], ["none", 20], ["craft", 5]),
    sells_online: pick(["no", 70], ["social", 25], ["floor", 5]),
    young_helper: pick(["yes", 65], ["no", 35]),
  };
  const only = (keys: readonly string[], answers: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => keys.includes(key)));
  return {
    outcome: null,
    note: null,
    groups: version === 1 ? {} : { elderly: Math.min(adults, dice.between(0, 2)) },
    answers: only(form.household, household),
    adults: Array.from({ length: Math.max(adults, 1) }, (_, index): AdultAnswers => {
      const slot = index + 1;
      if (dice.between(1, 8) === 1) return { slot, outcome: "absent", answers: {} };
      const isSmart = dice.between(1, 10) <= 7;
      const adult = {
        phone: [isSmart ? "smart" : "basic"],
        sim: isSmart ? ["4g"] : pick(["2g", 60], ["4g", 40]),
        eid: isSmart
          ? pick(["level_2", 75], ["level_1", 15], ["none", 10])
          : pick(["level_2", 30], ["none", 70]),
        payment: isSmart ? pick(["yes", 65], ["no", 35]) : ["no"],
        health_book: isSmart ? pick(["yes", 35], ["no", 65]) : ["no"],
        signature: pick(["no", 92], ["yes", 8]),
        apps: isSmart ? pick(["zalo", 70], ["public_service", 20], ["local_app", 10]) : ["none"],
        skill: isSmart ? pick(["1", 35], ["2", 45], ["3", 20]) : pick(["0", 70], ["1", 30]),
        help: pick(["none", 35], ["eid", 20], ["payment", 15], ["safety", 20], ["selling", 10]),
      };
      return { slot, outcome: null, answers: only(form.adult, adult) };
    }),
  };
}

function must(verdict: { readonly ok: boolean }): void {
  if (!verdict.ok) throw new Error(`a survey of the demonstration is refused: ${JSON.stringify(verdict)}`);
}

async function findDemo(platform: Platform, communeId: number): Promise<Demo | null> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  return platform.db.withCommunes(scope, async (tx) => {
    if ((await tx.surveyRound.count({ where: { communeId } })) > 0) return null;
    const grants = await tx.$queryRaw<(Grant & { accountId: string; username: string })[]>`
      select g.account_id as "accountId", a.username, g.role, g.commune_id as "communeId",
             g.village_id as "villageId", g.team_id as "teamId", g.valid_from::text as "validFrom",
             g.valid_to::text as "validTo"
        from role_grant g join account a on a.id = g.account_id
       where g.commune_id = ${communeId} and g.ended_at is null order by a.username`;
    const office = grants.find(({ role }) => role === "office");
    const member = grants.find(({ username, villageId }) => username === "thanh.vien" && villageId !== null);
    const villageId = member?.villageId ?? null;
    if (!office || !member || villageId === null) return null;
    const households = await tx.$queryRaw<{ id: string; adults: number }[]>`
      select h.id, h.adults::int as adults from household h
       where h.commune_id = ${communeId} and h.village_id = ${villageId} and h.valid_to is null and not h.is_long_absent
         and not exists (select from person_slot s where s.commune_id = h.commune_id and s.household_id = h.id
                            and s.slot > greatest(h.adults, 1))
       order by h.code limit ${DOORS_BEFORE}`;
    const villages = await tx.$queryRaw<{ id: number }[]>`
      select id from village where commune_id = ${communeId} and valid_to is null order by sort_key, id`;
    const as = (accountId: string) => (day: LocalDate) =>
      callerOf(platform, communeId, accountId, day, grants);
    return {
      villageId,
      villages: villages.map(({ id }) => id),
      households,
      id: () => makeId(platform.clock.now().getTime(), platform.random.bytes(10)),
      office: as(office.accountId),
      member: as(member.accountId),
    };
  });
}
