import { beforeEach, describe, expect, it } from "vitest";
import * as member from "#app/routes/office/member.tsx";
import * as memberEdit from "#app/routes/office/member-edit.tsx";
import * as memberNew from "#app/routes/office/member-new.tsx";
import * as membership from "#app/routes/office/membership.tsx";
import * as roster from "#app/routes/office/roster.tsx";
import * as team from "#app/routes/office/team.tsx";
import * as teamNew from "#app/routes/office/team-new.tsx";
import * as teamReorganise from "#app/routes/office/team-reorganise.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { type Commune, freshId, makeCommune } from "./rosterers.ts";

const office = testOffice();
let commune: Commune;
let desk: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  commune = await makeCommune(office, ["Thôn 10", "Thôn 2", "Thôn Đông"]);
  desk = await commune.browser();
});

const LIST = "/van-phong/doi-ngu";
const _names = (lines: { fullName: string }[]) => lines.map(({ fullName }) => fullName);

describe("forms", () => {
  const person = (wish: Record<string, string> = {}) => ({
    memberId: freshId(),
    membershipId: freshId(),
    fullName: "Hoàng Thị Thuý",
    birthYear: "1995",
    phone: "0912 345 678",
    affiliations: "youth_union",
    cell: "Chi đoàn thôn 2",
    role: "member",
    from: "2026-11-01",
    source: "assigned",
    assignedBy: "Đoàn xã",
    ...wish,
  });

  it("A05, A21: a team by its decision; the same form sent twice makes one", async () => {
    const form = {
      clientId: freshId(),
      kind: "village",
      villageId: String(commune.villages.get("Thôn 2")),
      name: "Tổ Chuyển đổi số thôn 2",
      decisionNumber: "318/QĐ-UBND",
      decisionDate: "20/03/2026",
      validFrom: "2026-03-20",
    };
    const [first, again] = [
      await desk.post(teamNew.action, "/", form),
      await desk.post(teamNew.action, "/", form),
    ];
    expect(first.status).toBe(303);
    expect(again.location).toBe(first.location);
    const teamId = /to\/(\d+)/.exec(first.location ?? "")?.[1] ?? "";
    const { body } = await desk.get(team.loader, "/", { teamId });
    expect(body.view.team).toMatchObject({
      name: "Tổ Chuyển đổi số thôn 2",
      decisionNumber: "318/QĐ-UBND",
      decisionDate: "2026-03-20",
      villageName: "Thôn 2",
    });
  });

  it("refuse beside the field with what was typed, and a refusal leaves nothing behind", async () => {
    const broken = await desk.post(teamNew.action, "/", {
      clientId: freshId(),
      kind: "village",
      name: "Tổ",
      decisionNumber: "12",
      validFrom: "32/13/2026",
    });
    expect(broken.status).toBe(422);
    expect(broken.body).toMatchObject({
      problems: { validFrom: { code: "not_a_date" } },
      values: { decisionNumber: "12" },
    });
    const teamId = await commune.team("Thôn 2");
    const campaign = await desk.post(
      memberNew.action,
      "/",
      person({ teamId: String(teamId), source: "campaign" }),
    );
    expect(campaign.body).toMatchObject({
      problems: { until: { code: "campaign_needs_end" } },
      values: { fullName: "Hoàng Thị Thuý" },
    });
    expect((await desk.get(roster.loader, LIST)).body.roster.found).toBe(0);
  });

  it("L05, L06: a new member sent by a unit, with the cell; a known phone names its owner", async () => {
    const teamId = await commune.team("Thôn 2");
    const form = person({ teamId: String(teamId) });
    expect((await desk.post(memberNew.action, "/", form)).status).toBe(303);
    const { body } = await desk.get(team.loader, "/", { teamId: String(teamId) });
    expect(body.view.members).toMatchObject([
      {
        fullName: "Hoàng Thị Thuý",
        assignedBy: "Đoàn xã",
        source: "assigned",
        affiliations: [{ kind: "youth_union", organisation: "Chi đoàn thôn 2" }],
      },
    ]);
    const twin = await desk.post(
      memberNew.action,
      "/",
      person({ fullName: "Hoàng Thị Thúy", teamId: String(teamId) }),
    );
    expect(twin.body.problems).toEqual({ phone: { code: "member_phone_known", name: "Hoàng Thị Thuý" } });
  });

  it("an empty phone keeps the stored one, and the number itself never reaches the page", async () => {
    const form = person();
    await desk.post(memberNew.action, "/", form);
    const params = { memberId: form.memberId };
    const edited = await desk.post(
      memberEdit.action,
      "/",
      { fullName: "Hoàng Thị Thuý Nga", birthYear: "1995" },
      params,
    );
    expect(edited.status).toBe(303);
    const { body } = await desk.get(memberEdit.loader, "/", params);
    expect(body.member).toMatchObject({
      fullName: "Hoàng Thị Thuý Nga",
      maskedPhone: "•••• ••• 678",
      affiliations: [],
    });
    expect(JSON.stringify(body)).not.toContain("912345");
  });

  it("A25: kiện toàn from one form; the fate of each stands in its own field", async () => {
    const teamId = await commune.team("Thôn 2");
    const [stays, leaves] = [
      await commune.join(await commune.member(), teamId),
      await commune.join(await commune.member({ fullName: "Cầm Văn Tú" }), teamId, {
        from: "2026-12-05" as never,
      }),
    ];
    const params = { teamId: String(teamId) };
    const form = {
      decisionNumber: "402/QĐ-UBND",
      decisionDate: "2026-11-25",
      effectiveOn: "2026-12-01",
      [`fate-${stays}`]: "leader",
    };
    expect((await desk.post(teamReorganise.action, "/", form, params)).status).toBe(303);
    office.setNow(new Date("2026-12-10T02:00:00Z"));
    desk = await commune.browser();
    expect((await desk.get(team.loader, "/", params)).body.view.members).toMatchObject([
      { role: "leader" },
      { role: "member" },
    ]);
    const tooEarly = { ...form, effectiveOn: "2026-12-01", [`fate-${leaves}`]: "leaves" };
    const refused = await desk.post(teamReorganise.action, "/", tooEarly, params);
    expect(refused.status).toBe(422);
    expect(refused.body.problems).toMatchObject({
      [`fate-${leaves}`]: { code: "membership_ends_before_it_starts" },
    });
  });

  it("A13, A14: role, core mark and last day of one time in a team", async () => {
    const teamId = await commune.team("Thôn 2");
    const memberId = await commune.member();
    const membershipId = await commune.join(memberId, teamId);
    const params = { memberId, membershipId };
    const send = (form: Record<string, string>) => desk.post(membership.action, "/", form, params);
    expect((await send({ act: "core", isCore: "yes" })).status).toBe(303);
    expect(
      (
        await send({
          act: "role",
          newId: freshId(),
          role: "leader",
          from: "2026-10-01",
          title: "Trưởng thôn",
        })
      ).status,
    ).toBe(303);
    expect((await desk.get(team.loader, "/", { teamId: String(teamId) })).body.view.members).toMatchObject([
      { role: "leader", isCore: true, title: "Trưởng thôn", validFrom: "2026-10-01" },
    ]);
    const wrong = await send({ act: "end", until: "2025-01-01" });
    expect(wrong.body).toMatchObject({
      problems: { until: { code: "membership_ends_before_it_starts" } },
      values: { act: "end", until: "2025-01-01" },
    });
  });

  it("an account made for a member has no password and opens by slip only; asking twice makes one", async () => {
    const memberId = await commune.member({ fullName: "Giàng Thị Máy" });
    await commune.join(memberId, await commune.team("Thôn 2"));
    const ask = () => desk.post(member.action, "/", { act: "account" }, { memberId });
    expect([(await ask()).status, (await ask()).status]).toEqual([303, 303]);
    const { rows } = await office.db.maintain.query(
      "select a.username, a.password_hash from account a join member m on m.account_id = a.id where m.id = $1",
      [memberId],
    );
    expect(rows).toEqual([{ username: "may.giangthi", password_hash: null }]);
    const twin = await commune.account(await commune.member({ fullName: "Giàng Thị Mây" }));
    const { rows: second } = await office.db.maintain.query("select username from account where id = $1", [
      twin,
    ]);
    expect(second).toEqual([{ username: "may.giangthi2" }]);
  });
});
