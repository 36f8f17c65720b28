import type { Grant } from "#app/domain/access/actor.ts";
import { addDays, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { CampaignContent } from "#app/domain/campaigns/campaign.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { joinCampaign } from "#app/features/campaigns/enrol-in-campaign.server.ts";
import { proposeCampaign, publishCampaign } from "#app/features/campaigns/publish-campaign.server.ts";
import { writeCampaign } from "#app/features/campaigns/write-campaign.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { callerOf } from "./load-demo-titles.server.ts";

interface DemoCampaign {
  /** Days from today. */
  readonly first: number;
  readonly last: number;
  readonly by: string;
  readonly content: Omit<CampaignContent, "startsOn" | "endsOn" | "documentDay" | "serviceKeys" | "teamIds">;
}

const ANNOUNCED_BEFORE = 4;
const JOINED = 24;

const CAMPAIGNS: readonly DemoCampaign[] = [
  {
    first: -75,
    last: -55,
    by: "van.phong",
    content: {
      kind: "peak",
      owner: "commune",
      name: "Cao điểm 20 ngày định danh điện tử mức 2",
      purpose: "Mỗi thôn rà từng hộ, giúp người chưa có định danh mức 2 kích hoạt và dùng được.",
      documentNumber: "31/KH-UBND",
      documentBody: "Ủy ban nhân dân xã Suối Mây",
      factor: 130,
      activityKeys: ["eid-level-2", "local-app", "document-integration"],
      movement: null,
      goals: [
        { metric: "people", number: 60 },
        { metric: "households", number: 50 },
      ],
    },
  },
  {
    first: -9,
    last: 20,
    by: "doan.thanh.nien",
    content: {
      kind: "youth",
      owner: "youth_union",
      name: "Thanh niên chung tay phổ cập kỹ năng số",
      purpose: "Đoàn viên các chi đoàn về từng thôn, mở điểm lưu động, cầm tay chỉ việc.",
      documentNumber: "12-KH/ĐTN",
      documentBody: "Đoàn Thanh niên xã Suối Mây",
      factor: 120,
      activityKeys: ["online-public-service", "online-safety", "smartphone-start", "help-point-shift"],
      movement: null,
      goals: [
        { metric: "people", number: 250 },
        { metric: "visits", number: 400 },
      ],
    },
  },
  {
    first: 14,
    last: 28,
    by: "van.phong",
    content: {
      kind: "movement",
      owner: "commune",
      name: "Cả xã thi đua học tập số",
      purpose: "Mỗi tuần một buổi học số ở nhà văn hóa; thành viên ghi rõ phong trào trong việc.",
      documentNumber: "44/PĐ-UBND",
      documentBody: "Ủy ban nhân dân xã Suối Mây",
      factor: 150,
      activityKeys: [],
      movement: "Học tập số toàn dân",
      goals: [{ metric: "people", number: 400 }],
    },
  },
];

/** The callers of the demonstration, by user name and day. */
export interface DemoCallers {
  as(username: string, day: LocalDate): Caller | null;
  readonly members: readonly string[];
}

/**
 * Announced before the year is lived, as they must be: work of their days is counted with them from the first. A second
 * start adds nothing.
 */
export async function announceDemoCampaigns(platform: Platform, communeId: number): Promise<void> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  const isKnown = await platform.db.withCommunes(scope, async (tx) => {
    const known = await tx.campaign.count({ where: { communeId } });
    return known > 0 || (await tx.claim.count({ where: { communeId }, take: 1 })) > 0;
  });
  if (isKnown) return;
  const callers = await findDemoCallers(platform, communeId);
  const today = localDateAt(platform.clock.now().getTime());
  for (const { first, last, by, content } of CAMPAIGNS) {
    const startsOn = addDays(today, first);
    const announcedOn = addDays(today, Math.min(0, first - ANNOUNCED_BEFORE));
    const [writer, second] = [callers.as(by, announcedOn), callers.as("lanh.dao", announcedOn)];
    if (!writer || !second) continue;
    const id = makeId(platform.clock.now().getTime(), platform.random.bytes(10));
    const documentDay = addDays(announcedOn, -2);
    const wish = {
      ...content,
      startsOn,
      endsOn: addDays(today, last),
      documentDay,
      serviceKeys: [],
      teamIds: [],
    };
    // A year that is young has no autumn to show.
    const draft = await writeCampaign(writer, { id, revision: 0, content: wish });
    if (!draft.ok) continue;
    must(await proposeCampaign(writer, { id, revision: 1 }));
    must(await publishCampaign(second, { id, revision: 2 }));
    if (content.owner !== "youth_union") continue;
    for (const [index, username] of callers.members.slice(0, JOINED).entries()) {
      const member = callers.as(username, startsOn);
      if (member) must(await joinCampaign(member, id, index % 4 === 0 ? "regular" : "peak"));
    }
  }
}

export function findDemoCallers(platform: Platform, communeId: number): Promise<DemoCallers> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  return platform.db.withCommunes(scope, async (tx) => {
    const grants = await tx.$queryRaw<(Grant & { accountId: string; username: string })[]>`
      select g.account_id as "accountId", a.username, g.role, g.commune_id as "communeId",
             g.village_id as "villageId", g.team_id as "teamId", g.valid_from::text as "validFrom",
             g.valid_to::text as "validTo"
        from role_grant g join account a on a.id = g.account_id
       where g.commune_id = ${communeId} and g.ended_at is null order by a.username`;
    const members = await tx.$queryRaw<{ username: string }[]>`
      select a.username from affiliation y
        join member m on m.commune_id = y.commune_id and m.id = y.member_id
        join account a on a.id = m.account_id
       where y.commune_id = ${communeId} and y.kind = 'youth_union'
       group by a.username order by a.username`;
    return {
      as(username, day) {
        const accountId = grants.find((grant) => grant.username === username)?.accountId;
        return accountId ? callerOf(platform, communeId, accountId, day, grants) : null;
      },
      members: members.map(({ username }) => username),
    };
  });
}

function must(verdict: { readonly ok: boolean }): void {
  if (!verdict.ok) throw new Error(`a campaign of the demonstration is refused: ${JSON.stringify(verdict)}`);
}
