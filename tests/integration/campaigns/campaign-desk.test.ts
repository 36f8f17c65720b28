import { beforeEach, describe, expect, it } from "vitest";
import * as boards from "#app/routes/member/boards.tsx";
import * as mine from "#app/routes/member/campaign.tsx";
import * as list from "#app/routes/member/campaigns.tsx";
import * as desk from "#app/routes/office/campaign.tsx";
import * as draft from "#app/routes/office/campaign-new.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { officerOf } from "../titles/titled-team.ts";
import { announce } from "./campaigns.ts";

const office = testOffice();
let team: LoggingTeam;
let clerk: TestBrowser;
let chief: TestBrowser;
let youth: TestBrowser;
let second: Awaited<ReturnType<typeof officerOf>>;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  second = await officerOf(office, team, "commune_leader");
  const union = await officerOf(office, team, "youth_union");
  clerk = await team.commune.browser();
  chief = await team.commune.browser(second.accountId);
  youth = await team.commune.browser(union.accountId);
});

const form = (wish: Record<string, string> = {}) => ({
  act: "save",
  id: freshId(),
  revision: "0",
  kind: "movement",
  owner: "commune",
  name: "Cả nước thi đua đổi mới sáng tạo, chuyển đổi số",
  purpose: "Mỗi tổ hướng dẫn được người cao tuổi trong thôn.",
  documentNumber: "08/PĐ-UBND",
  documentDay: "2026-11-10",
  documentBody: "Ủy ban nhân dân xã",
  startsOn: "2026-11-21",
  endsOn: "2026-12-20",
  factor: "120",
  people: "200",
  ...wish,
});
const at = (id: string) => ({ campaignId: id });
const stored = (id: string) =>
  rowsOf(
    office,
    team,
    "select owner, factor, published_at is not null as is_published from campaign where id = $1::uuid",
    id,
  );

describe("a campaign from draft to announcement", () => {
  it("D15, D17: is written with its document, proposed by one person and published by another", async () => {
    const sent = form();
    expect((await clerk.post(draft.action, "/", sent)).status).toBe(303);
    expect((await team.lan.caller()).communeId).toBe(team.commune.communeId);
    const lan = await team.commune.browser(team.lan.accountId);
    expect((await lan.get(mine.loader, "/", at(sent.id))).status).toBe(404);
    expect((await clerk.post(desk.action, "/", { act: "propose", revision: "1" }, at(sent.id))).status).toBe(
      303,
    );
    const own = await clerk.post(desk.action, "/", { act: "publish", revision: "2" }, at(sent.id));
    expect(own.body.problems.form).toMatchObject({ code: "campaign_needs_another_person" });
    const old = await chief.post(desk.action, "/", { act: "publish", revision: "1" }, at(sent.id));
    expect(old.body.problems.form).toMatchObject({ code: "campaign_changed_meanwhile" });
    expect((await chief.post(desk.action, "/", { act: "publish", revision: "2" }, at(sent.id))).status).toBe(
      303,
    );
    expect(await stored(sent.id)).toEqual([{ owner: "commune", factor: 120, is_published: true }]);
    const again = await clerk.post(desk.action, "/", form({ id: sent.id, factor: "150" }), at(sent.id));
    expect(again.body.problems.form).toMatchObject({ code: "campaign_stands" });
    const { body } = await lan.get(list.loader, "/");
    expect(body.campaigns).toMatchObject([{ id: sent.id, phase: "coming", factor: 120 }]);
  });

  it("D17: the first day is too late, in words and in the database; what was published is never changed", async () => {
    const late = form({ startsOn: "2026-11-20" });
    expect((await clerk.post(draft.action, "/", late)).status).toBe(303);
    const answer = await clerk.post(desk.action, "/", { act: "propose", revision: "1" }, at(late.id));
    expect(answer.status).toBe(422);
    expect(answer.body.problems.form).toMatchObject({
      code: "campaign_not_before_start",
      startsOn: "2026-11-20",
    });
    const id = await announce(team.officer, second);
    const write = (sql: string) =>
      office.platform.db.withCommunes(team.commune.scope, (tx) => tx.$executeRawUnsafe(sql));
    for (const change of [
      `update campaign set factor = 110 where id = '${id}'`,
      `update campaign set ends_on = ends_on + 1 where id = '${id}'`,
      `delete from campaign where id = '${id}'`,
      `insert into campaign_team (commune_id, campaign_id, team_id) values (${team.commune.communeId}, '${id}', ${team.teamId})`,
    ]) {
      await expect(write(change)).rejects.toThrow(/stand/);
    }
    await expect(
      write(`update campaign set withdrawn_by = '${second.accountId}', withdrawn_at = '2026-11-21T00:00:00Z',
               withdraw_reason = 'muộn' where id = '${id}'`),
    ).rejects.toThrow(/campaign_called_off_before/);
    await expect(
      write(`update campaign set proposed_by = '${team.officer.accountId}', proposed_at = now(),
               published_by = '${second.accountId}', published_at = '2026-11-20T01:00:00Z' where id = '${late.id}'`),
    ).rejects.toThrow(/campaign_declared_before/);
  });

  it("D17: a factor above what the rules allow is refused beside its field, and nothing typed is lost", async () => {
    const answer = await clerk.post(draft.action, "/", form({ factor: "160" }));
    expect(answer.status).toBe(422);
    expect(answer.body.problems.factor).toMatchObject({ code: "too_large", maximum: 150 });
    expect(answer.body.values.name).toContain("thi đua");
  });

  it("D05: the Youth Union writes its own and nobody else's; the commune publishes it", async () => {
    const own = form({
      owner: "youth_union",
      kind: "youth",
      name: "Thanh niên chung tay phổ cập kỹ năng số",
    });
    expect((await youth.post(draft.action, "/", form())).status).toBe(404);
    expect((await youth.post(draft.action, "/", own)).status).toBe(303);
    expect((await youth.post(desk.action, "/", { act: "propose", revision: "1" }, at(own.id))).status).toBe(
      303,
    );
    expect((await youth.post(desk.action, "/", { act: "publish", revision: "2" }, at(own.id))).status).toBe(
      404,
    );
    expect((await clerk.post(desk.action, "/", { act: "publish", revision: "2" }, at(own.id))).status).toBe(
      303,
    );
    expect(await stored(own.id)).toMatchObject([{ owner: "youth_union", is_published: true }]);
  });

  it("D18, L26: members join regularly or for the peak, the owner lists others, names come off again", async () => {
    const id = await announce(team.officer, second);
    const lan = await team.commune.browser(team.lan.accountId);
    expect((await lan.post(mine.action, "/", { act: "join", participation: "regular" }, at(id))).status).toBe(
      303,
    );
    const wish = { act: "list", memberId: team.minh.memberId, participation: "peak" };
    expect((await clerk.post(desk.action, "/", wish, at(id))).status).toBe(303);
    const { body } = await lan.get(mine.loader, "/", at(id));
    expect(body.mayJoin).toBe(true);
    expect(body.campaign).toMatchObject({ own: "regular" });
    expect(
      body.campaign.roster.map(({ name, participation }: { name: string; participation: string }) => [
        name,
        participation,
      ]),
    ).toEqual([
      ["Quàng Văn Minh", "peak"],
      ["Vì Thị Lan", "regular"],
    ]);
    expect((await lan.post(mine.action, "/", { act: "leave" }, at(id))).status).toBe(303);
    expect((await lan.get(mine.loader, "/", at(id))).body.campaign.own).toBeNull();
    office.setNow(new Date("2026-11-26T02:00:00Z"));
    const over = await (await team.commune.browser(team.lan.accountId)).post(
      mine.action,
      "/",
      { act: "join", participation: "peak" },
      at(id),
    );
    expect(over.body.problems.form).toMatchObject({ code: "campaign_ended" });
  });

  it("A43, A44: a guest who joins for a campaign by its name is bound to it and stands on its list", async () => {
    const id = await announce(team.officer, second, { name: "Mùa hè xanh 2026", kind: "volunteer" });
    const memberId = await team.commune.member({ fullName: "Triệu Khánh Vy" });
    await team.commune.join(memberId, team.teamId, {
      source: "campaign",
      campaign: "mùa hè xanh 2026",
      from: day("2026-11-20"),
      until: day("2026-11-25"),
    });
    expect(
      await rowsOf(
        office,
        team,
        "select campaign_name as name, campaign_id::text as id from membership where member_id = $1::uuid",
        memberId,
      ),
    ).toEqual([{ name: "mùa hè xanh 2026", id }]);
    const lan = await team.commune.browser(team.lan.accountId);
    const { body } = await lan.get(mine.loader, "/", at(id));
    expect(body.campaign.roster).toMatchObject([{ memberId, participation: "peak", isGuest: true }]);
  });

  it("D17: a board offers the campaigns of its year by name", async () => {
    const id = await announce(team.officer, second);
    office.setNow(new Date("2026-11-22T02:00:00Z"));
    const lan = await team.commune.browser(team.lan.accountId);
    const { body } = await lan.get(boards.loader, `/bang?dot=${id}&ky=2026`);
    expect(body.page.campaigns).toEqual([{ id, name: "Cao điểm cài đặt ứng dụng số" }]);
    expect(body.page.board.definition.campaign).toBe(id);
  });
});
