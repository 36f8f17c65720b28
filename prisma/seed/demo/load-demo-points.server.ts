import { addDays, type LocalDate, localDateAt, startOfDay } from "#app/domain/calendar/local-date.ts";
import type { PointKind } from "#app/domain/campaigns/mobile-point.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { submitClaim } from "#app/features/activity-log/submit-claim.server.ts";
import { assignToPoint } from "#app/features/mobile-points/assign-to-point.server.ts";
import { attendPoint, closePoint } from "#app/features/mobile-points/attend-point.server.ts";
import { logShift } from "#app/features/mobile-points/log-shift.server.ts";
import { presenceCode } from "#app/features/mobile-points/presence-code.ts";
import { writePoint } from "#app/features/mobile-points/write-point.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type DemoCallers, findDemoCallers } from "./load-demo-campaigns.server.ts";

const HOST = "doan.thanh.nien";
const MINUTE_MS = 60_000;
const STATIONS = ["Cài và kích hoạt VNeID", "Nộp hồ sơ trực tuyến", "An toàn trên mạng"];

interface Ground {
  readonly campaignId: string | null;
  readonly villageId: number;
  readonly name: string;
  readonly venueId: string | null;
  readonly team: readonly { readonly username: string; readonly memberId: string }[];
  readonly people: readonly { readonly householdId: string; readonly slot: number }[];
}

/** One point that was held yesterday, one that stands open now, one to come; a second start adds nothing. */
export async function loadDemoPoints(platform: Platform, communeId: number): Promise<void> {
  const grounds = await findGrounds(platform, communeId);
  const [first, second, third] = grounds;
  if (!first || !second || !third) return;
  const callers = await findDemoCallers(platform, communeId);
  const now = platform.clock.now().getTime();
  const today = localDateAt(now);
  const minute = Math.floor((now - startOfDay(today)) / MINUTE_MS);
  const yesterday = addDays(today, -1);
  const held = await setUp(platform, callers, yesterday, first, [8 * 60, 11 * 60], "launch_day");
  await hold(platform, callers, held, yesterday, first, startOfDay(yesterday) + 8 * 60 * MINUTE_MS);
  const from = Math.max(0, minute - 90);
  const open = await setUp(platform, callers, today, second, [from, Math.min(24 * 60 - 1, minute + 150)]);
  await come(platform, callers, open, today, second, startOfDay(today) + from * MINUTE_MS);
  await setUp(platform, callers, addDays(today, 6), third, [19 * 60, 21 * 60]);
}

async function setUp(
  platform: Platform,
  callers: DemoCallers,
  day: LocalDate,
  ground: Ground,
  [from, to]: readonly [number, number],
  kind: PointKind = "mobile_point",
): Promise<string> {
  const host = known(
    callers.as(HOST, day <= localDateAt(platform.clock.now().getTime()) ? day : today(platform)),
  );
  const id = makeId(platform.clock.now().getTime(), platform.random.bytes(10));
  must(
    await writePoint(host, {
      id,
      kind,
      name: `Bình dân học vụ số lưu động ${ground.name}`,
      day,
      from,
      to,
      villageId: ground.villageId,
      venueId: ground.venueId,
      place: `Sân sinh hoạt ${ground.name}`,
      campaignId: ground.campaignId,
      stations: STATIONS,
    }),
  );
  for (const [index, { memberId }] of ground.team.entries()) {
    const part = index === 0 ? "host" : "helper";
    must(await assignToPoint(host, id, { memberId, station: (index % STATIONS.length) + 1, part }));
  }
  return id;
}

/** The members come, two log whom they guided, one has a shift behind them, the host closes. */
async function hold(
  platform: Platform,
  callers: DemoCallers,
  id: string,
  day: LocalDate,
  ground: Ground,
  start: number,
): Promise<void> {
  await come(platform, callers, id, day, ground, start);
  const [host] = ground.team;
  const end = start + 3 * 60 * MINUTE_MS;
  if (host) must(await logShift(at(known(callers.as(host.username, day)), end), id));
  must(await closePoint(at(known(callers.as(HOST, day)), end), id));
}

async function come(
  platform: Platform,
  callers: DemoCallers,
  id: string,
  day: LocalDate,
  ground: Ground,
  start: number,
): Promise<void> {
  const moment = Math.min(start + 5 * MINUTE_MS, platform.clock.now().getTime());
  for (const [index, { username }] of ground.team.slice(0, 3).entries()) {
    const member = at(known(callers.as(username, day)), moment);
    const code = presenceCode(platform.keys, member.communeId ?? 0, id, moment);
    must(await attendPoint(member, id, { code, station: null }));
    const guided = ground.people.slice(index * 3, index * 3 + 3);
    if (guided.length === 0 || index === 2) continue;
    const claim = {
      activityKey: "online-safety",
      workDate: day,
      mode: "mobile_point",
      audience: "residents",
      place: ground.venueId === null ? `Sân sinh hoạt ${ground.name}` : `Nhà văn hóa ${ground.name}`,
      note: null,
      link: null,
      visits: guided.length + 1,
      minutes: null,
      counters: {},
      movements: [],
      units: guided.map((person) => ({
        ...person,
        serviceKey: null,
        outcome: "proficient" as const,
        stage: null,
        groups: [],
        bonuses: {},
        quantity: 1,
      })),
      helpers: [],
      photos: [],
    } as const;
    must(await submitClaim(member, { id: makeId(moment, platform.random.bytes(10)), content: claim }));
  }
}

function at(caller: Caller, moment: number): Caller {
  const now = new Date(moment);
  return {
    ...caller,
    now,
    today: localDateAt(moment),
    platform: { ...caller.platform, clock: { now: () => now } },
  };
}

function today(platform: Platform): LocalDate {
  return localDateAt(platform.clock.now().getTime());
}

/** Three villages beside the one of the printed sign-ins, each with some of its team and some of its residents. */
function findGrounds(platform: Platform, communeId: number): Promise<Ground[]> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  return platform.db.withCommunes(scope, async (tx) => {
    if ((await tx.mobilePoint.count({ where: { communeId } })) > 0) return [];
    return tx.$queryRaw<Ground[]>`
      select v.id as "villageId", v.name,
             (select g.id::text from campaign g where g.commune_id = v.commune_id and g.kind = 'youth'
               and g.published_at is not null order by g.starts_on desc limit 1) as "campaignId",
             (select e.id::text from venue e where e.commune_id = v.commune_id and e.village_id = v.id
               and e.kind = 'culture_house' limit 1) as "venueId",
             (select json_agg(x) from (
                select a.username, m.id as "memberId" from membership s
                  join team t on t.commune_id = s.commune_id and t.id = s.team_id and t.village_id = v.id
                  join member m on m.commune_id = s.commune_id and m.id = s.member_id
                  join account a on a.id = m.account_id
                 where s.commune_id = v.commune_id and s.valid_to is null and s.role = 'member'
                 order by a.username limit 4) x) as team,
             coalesce((select json_agg(x) from (
                select h.id as "householdId", 1 as slot from household h
                 where h.commune_id = v.commune_id and h.village_id = v.id and h.valid_to is null
                   and not h.is_long_absent
                   and not exists (select from member m where m.commune_id = h.commune_id and m.household_id = h.id)
                 order by h.code desc limit 9) x), '[]') as people
        from village v
       where v.commune_id = ${communeId} and v.valid_to is null
         and (select count(*) from membership s join team t on t.commune_id = s.commune_id and t.id = s.team_id
               where s.commune_id = v.commune_id and t.village_id = v.id and s.valid_to is null and s.role = 'member') >= 3
         and not exists (select from role_grant g join account a on a.id = g.account_id
               where g.commune_id = v.commune_id and g.village_id = v.id and a.username = 'to.truong')
       order by v.sort_key, v.id limit 3`;
  });
}

function known(caller: Caller | null): Caller {
  if (!caller) throw new Error("somebody of the demonstration has no account");
  return caller;
}

function must(verdict: { readonly ok: boolean }): void {
  if (!verdict.ok)
    throw new Error(`a mobile point of the demonstration is refused: ${JSON.stringify(verdict)}`);
}
