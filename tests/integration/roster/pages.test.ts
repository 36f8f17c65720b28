import { readXlsx } from "hucre/xlsx";
import { beforeEach, describe, expect, it } from "vitest";
import { parsePhone } from "#app/domain/people/phone.ts";
import { putInCharge } from "#app/features/roster/put-in-charge.server.ts";
import * as delegate from "#app/routes/leader/delegate.tsx";
import * as myTeam from "#app/routes/leader/my-team.tsx";
import * as me from "#app/routes/member/me.tsx";
import * as composition from "#app/routes/office/composition.tsx";
import * as member from "#app/routes/office/member.tsx";
import * as memberEdit from "#app/routes/office/member-edit.tsx";
import * as memberJoin from "#app/routes/office/member-join.tsx";
import * as membership from "#app/routes/office/membership.tsx";
import * as roster from "#app/routes/office/roster.tsx";
import * as exportList from "#app/routes/office/roster-export.tsx";
import * as team from "#app/routes/office/team.tsx";
import * as teamEdit from "#app/routes/office/team-edit.tsx";
import * as teamNew from "#app/routes/office/team-new.tsx";
import * as teamReorganise from "#app/routes/office/team-reorganise.tsx";
import * as village from "#app/routes/office/village.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { publishPlan } from "../plans/publish-plan.ts";
import { type Commune, freshId, makeCommune } from "./rosterers.ts";

const office = testOffice();
let commune: Commune;
let desk: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  commune = await makeCommune(office, ["Thôn 10", "Thôn 2", "Thôn Đông"]);
  desk = await commune.browser();
});

const PHONE = parsePhone("0301000777");
const LIST = "/van-phong/doi-ngu";
const names = (lines: { fullName: string }[]) => lines.map(({ fullName }) => fullName);

describe("the office's overview", () => {
  it("A01, A03: villages in natural order with their teams, and how many have none", async () => {
    await commune.team("Thôn 2");
    await commune.team("Thôn 2", { name: "Tổ thứ hai" });
    const { body } = await desk.get(roster.loader, LIST);
    expect(
      body.roster.villageTeams.map((each: { name: string; teams: unknown[] }) => [
        each.name,
        each.teams.length,
      ]),
    ).toEqual([
      ["Thôn 2", 2],
      ["Thôn 10", 0],
      ["Thôn Đông", 0],
    ]);
    expect(body.roster.overview).toMatchObject({ teams: 2, villages: 3, coveredVillages: 1 });
  });

  it("A06, A08, A45: teams of the commune, of a school and for response stand beside the villages'", async () => {
    await commune.team(null, { name: "Tổ xã" });
    await commune.team(null, { kind: "school", school: "Trường THCS", name: "Tổ trường" });
    await commune.team(null, { kind: "response", name: "Tổ ứng cứu" });
    const { body } = await desk.get(roster.loader, LIST);
    expect(body.roster.otherTeams.map((each: { kind: string }) => each.kind)).toEqual([
      "commune",
      "school",
      "response",
    ]);
  });

  it("lists people by given name, finds them with or without marks and with either place of the tone", async () => {
    for (const fullName of ["Vàng A Páo", "Nông Thị Hoà", "Trần Văn An", "Lê Văn Hòa", "Đỗ Thị Ánh"])
      await commune.member({ fullName });
    expect(names((await desk.get(roster.loader, LIST)).body.roster.lines)).toEqual([
      "Trần Văn An",
      "Đỗ Thị Ánh",
      "Nông Thị Hoà",
      "Lê Văn Hòa",
      "Vàng A Páo",
    ]);
    for (const search of ["hoa", "Hòa", "hoà", "HOÀ"]) {
      const { body } = await desk.get(roster.loader, `${LIST}?tim=${encodeURIComponent(search)}`);
      expect(names(body.roster.lines), search).toEqual(["Nông Thị Hoà", "Lê Văn Hòa"]);
    }
  });

  it("tells namesakes apart by year, place and the end of the phone, and shows no whole number", async () => {
    const teamId = await commune.team("Thôn 2");
    for (const [birthYear, phone] of [
      [1999, "0912345678"],
      [1980, "0912345999"],
    ] as const) {
      await commune.join(
        await commune.member({ fullName: "Lò Thị Hà", birthYear, phone: parsePhone(phone) }),
        teamId,
      );
    }
    const { body } = await desk.get(roster.loader, LIST);
    expect(body.roster.lines).toMatchObject([
      { birthYear: 1980, maskedPhone: "•••• ••• 999", places: [{ villageName: "Thôn 2" }] },
      { birthYear: 1999, maskedPhone: "•••• ••• 678" },
    ]);
    expect(JSON.stringify(body)).not.toContain("912345");
  });

  it("A18, A36: counts each affiliation, filters by it, and a union sees its own people only", async () => {
    const teamId = await commune.team("Thôn 2");
    const young = await commune.member({ fullName: "Lò Văn Đạt" }, ["youth_union", "teacher"]);
    const old = await commune.member({ fullName: "Cầm Thị Mai" }, ["womens_union"]);
    for (const each of [young, old]) await commune.join(each, teamId);
    const { body } = await desk.get(roster.loader, `${LIST}?luc-luong=teacher`);
    expect(names(body.roster.lines)).toEqual(["Lò Văn Đạt"]);
    expect(body.roster.overview.affiliations).toContainEqual({ kind: "womens_union", members: 1 });
    const officer = await office.makeAccount();
    await office.grant(officer, commune.communeId, "youth_union");
    const union = await commune.browser(officer);
    expect(names((await union.get(roster.loader, LIST)).body.roster.lines)).toEqual(["Lò Văn Đạt"]);
    expect(names((await union.get(team.loader, "/", { teamId: String(teamId) })).body.view.members)).toEqual([
      "Lò Văn Đạt",
    ]);
    expect((await union.get(member.loader, "/", { memberId: old })).status).toBe(404);
    expect((await union.get(member.loader, "/", { memberId: young })).status).toBe(200);
  });

  it("A27, A33: leaders of the commune and its sector offices read the roster and change nothing", async () => {
    const teamId = await commune.team("Thôn 2");
    for (const role of ["commune_leader", "sector_office"] as const) {
      const accountId = await office.makeAccount();
      await office.grant(accountId, commune.communeId, role);
      const reader = await commune.browser(accountId);
      expect((await reader.get(roster.loader, LIST)).body).toMatchObject({
        mayManage: false,
        roster: { overview: { teams: 1 } },
      });
      expect((await reader.get(teamEdit.loader, "/", { teamId: String(teamId) })).status).toBe(404);
      expect((await reader.post(teamNew.action, "/van-phong/to-moi", { name: "Tổ lậu" })).status).toBe(404);
    }
    const { rows } = await office.db.maintain.query(
      "select count(*)::int as count from team where commune_id = $1",
      [commune.communeId],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  it("L07: an official in charge sees the villages given to him and no other", async () => {
    const [mine, other] = [await commune.team("Thôn 2"), await commune.team("Thôn 10")];
    const memberId = await commune.member({}, ["official"]);
    const accountId = await commune.account(memberId);
    await commune.act((tx, act) =>
      putInCharge(tx, act, { memberId, villageIds: [commune.villages.get("Thôn 2") ?? 0] }),
    );
    const official = await commune.browser(accountId);
    expect((await official.get(roster.loader, LIST)).body.roster.villageTeams).toMatchObject([
      { name: "Thôn 2" },
    ]);
    expect((await official.get(team.loader, "/", { teamId: String(mine) })).status).toBe(200);
    expect((await official.get(team.loader, "/", { teamId: String(other) })).status).toBe(404);
    expect(
      (await official.get(village.loader, "/", { villageId: String(commune.villages.get("Thôn 10")) }))
        .status,
    ).toBe(404);
  });
});

describe("the list as a file", () => {
  async function paper(who: TestBrowser, file: string) {
    const answer = await who.get(exportList.loader, `${LIST}/xuat/${file}`, { file });
    if (answer.status !== 200 || !answer.bytes) return { status: answer.status, cells: [] };
    const { sheets } = await readXlsx(answer.bytes);
    return { status: 200, cells: (sheets[0]?.rows ?? []).flat().map(String) };
  }
  const inRole = async (role: "youth_union" | "commune_leader" | "sector_office", villageId?: number) => {
    const accountId = await office.makeAccount();
    await office.grant(accountId, commune.communeId, role);
    if (villageId !== undefined) {
      await office.db.superuser.query("update role_grant set village_id = $2 where account_id = $1", [
        accountId,
        villageId,
      ]);
    }
    return commune.browser(accountId);
  };

  it("A36, L07: holds whom the reader may see, and phone numbers for the office alone", async () => {
    const [two, ten] = [await commune.team("Thôn 2"), await commune.team("Thôn 10")];
    const young = await commune.member({ fullName: "Lò Thị Đoàn Viên", phone: PHONE }, ["youth_union"]);
    const old = await commune.member({ fullName: "Cà Văn Cựu Binh" }, ["veterans_union"]);
    await commune.join(young, two);
    await commune.join(old, two);
    const far = await commune.member({ fullName: "Vì Văn Xa" }, ["youth_union"]);
    await commune.join(far, ten);

    const seen = async (who: TestBrowser) => {
      const { cells } = await paper(who, "danh-sach.xlsx");
      return ["Lò Thị Đoàn Viên", "Cà Văn Cựu Binh", "Vì Văn Xa", "0301 000 777"].map((text) =>
        cells.includes(text),
      );
    };
    expect(await seen(desk)).toEqual([true, true, true, true]);
    expect(await seen(await inRole("commune_leader"))).toEqual([true, true, true, false]);
    const union = await inRole("youth_union");
    expect(await seen(union)).toEqual([true, false, true, false]);
    const official = await inRole("sector_office", commune.villages.get("Thôn 2"));
    expect(await seen(official)).toEqual([true, true, false, false]);

    expect((await paper(desk, "phu-luc.xlsx")).status).toBe(200);
    for (const who of [union, official]) expect((await paper(who, "phu-luc.xlsx")).status).toBe(404);
    const leader = await commune.browser(await commune.account(young));
    expect((await paper(leader, "danh-sach.xlsx")).status).toBe(404);
  });
});

describe("the review of composition", () => {
  const codes = (body: { teams: { composition: { warnings: { code: string }[] } }[] }) =>
    body.teams.map(({ composition: { warnings } }) => warnings.map(({ code }) => code).sort());

  it("A10, A14, A15: warns of a team below five, without leader or deputy, and blocks nothing", async () => {
    const teamId = await commune.team("Thôn 2");
    await commune.join(await commune.member(), teamId);
    const { body } = await desk.get(composition.loader, `${LIST}/ra-soat`);
    expect(codes(body)).toEqual([["team_too_small", "team_without_deputy", "team_without_leader"]]);
    expect(body.villages.map((each: { village: { name: string } }) => each.village.name)).toEqual([
      "Thôn 10",
      "Thôn Đông",
    ]);
    await commune.join(await commune.member(), teamId, { role: "leader" });
    await commune.join(await commune.member(), teamId, { role: "deputy" });
    for (const _ of [4, 5]) await commune.join(await commune.member(), teamId);
    expect(codes((await desk.get(composition.loader, `${LIST}/ra-soat`)).body)).toEqual([]);
  });

  it("A09, A12: by a plan of three to five that prefers the young, the sixth and the old are said", async () => {
    const ninhThuan = await makeCommune(office, ["Thôn 1"], "ninh-thuan-2022");
    const teamId = await ninhThuan.team("Thôn 1");
    for (const role of ["leader", "deputy", "member", "member", "member", "member"] as const) {
      await ninhThuan.join(await ninhThuan.member({ birthYear: 1960 }), teamId, { role });
    }
    const { body } = await (await ninhThuan.browser()).get(composition.loader, `${LIST}/ra-soat`);
    expect(codes(body)[0]).toContain("team_too_large");
    const [{ composition: found }] = body.teams;
    expect(found.youngShareBasisPoints).toBe(0);
  });

  it("A03, A09, A10, J24: asks what the version in force on the day asks, and not what the plan began with", async () => {
    const teamId = await commune.team("Thôn 2");
    for (const role of ["leader", "deputy", "member"] as const) {
      await commune.join(await commune.member(), teamId, { role });
    }
    await publishPlan(office, commune.scope, "2026-12-15", { minimum: 2, maximum: 2, teamsPerVillage: 2 });
    const before = (await desk.get(composition.loader, `${LIST}/ra-soat`)).body;
    expect(codes(before)).toEqual([["team_too_small"]]);
    expect(before.villages).toHaveLength(2);
    office.setNow(new Date("2026-12-15T02:00:00Z"));
    const later = await commune.browser();
    const after = (await later.get(composition.loader, `${LIST}/ra-soat`)).body;
    expect(codes(after)).toEqual([["team_too_large"]]);
    expect(after.villages.map((each: { missingTeams: number }) => each.missingTeams)).toEqual([1, 2, 2]);
    const sheet = (await later.get(team.loader, "/", { teamId: String(teamId) })).body.view.review;
    expect(sheet.composition.warnings).toEqual([{ code: "team_too_large", members: 3, maximum: 2 }]);
  });

  it("A11: a team's page counts who knows information technology, and the core", async () => {
    const teamId = await commune.team("Thôn 2");
    await commune.join(await commune.member({ hasItSkill: true }), teamId, { isCore: true });
    await commune.join(await commune.member({ hasItSkill: null }), teamId);
    const { body } = await desk.get(team.loader, "/", { teamId: String(teamId) });
    expect(body.view.review).toMatchObject({
      skilledMembers: 1,
      coreMembers: 1,
      // A10: nobody's work is verified yet, so nobody is called idle.
      composition: { members: 2, activeMembers: null },
    });
  });
});

describe("a team's own people", () => {
  it("A14: a leader sees and hands on the own team, a member sees it, and no other team is there", async () => {
    const [mine, other] = [await commune.team("Thôn 2"), await commune.team("Thôn 10")];
    const [leader, plain] = [
      await commune.member({ fullName: "Cầm Văn Tiến" }),
      await commune.member({ fullName: "Lò Thị Hà" }),
    ];
    await commune.join(leader, mine, { role: "leader" });
    await commune.join(plain, mine);
    const lead = await commune.browser(await commune.account(leader));
    const own = await commune.browser(await commune.account(plain));
    expect((await lead.get(myTeam.loader, "/to-cua-toi")).body.views).toMatchObject([
      { mayDelegate: true, members: [{ fullName: "Cầm Văn Tiến" }, { fullName: "Lò Thị Hà" }] },
    ]);
    expect((await own.get(myTeam.loader, "/to-cua-toi")).body.views).toMatchObject([{ mayDelegate: false }]);
    expect((await own.get(me.loader, "/ho-so-cua-toi")).body.member).toMatchObject({
      fullName: "Lò Thị Hà",
      times: [{ role: "member" }],
    });
    expect((await lead.get(team.loader, "/", { teamId: String(mine) })).status).toBe(200);
    expect((await lead.get(team.loader, "/", { teamId: String(other) })).status).toBe(404);
    expect((await lead.get(delegate.loader, "/", { teamId: String(other) })).status).toBe(404);
    expect((await own.get(delegate.loader, "/", { teamId: String(mine) })).status).toBe(404);
    expect((await lead.get(roster.loader, LIST)).status).toBe(404);
    const form = {
      id: freshId(),
      toMember: plain,
      from: "2026-11-20",
      until: "2026-11-25",
      reason: "Đi học",
    };
    expect((await lead.post(delegate.action, "/", form, { teamId: String(mine) })).status).toBe(303);
    // New rights bring a new token, and the page is asked for again.
    expect((await own.get(myTeam.loader, "/to-cua-toi")).status).toBe(302);
    expect((await own.get(myTeam.loader, "/to-cua-toi")).body.views).toMatchObject([
      { mayDelegate: true, standIns: [{ to: "Lò Thị Hà" }] },
    ]);
  });
});

describe("another commune", () => {
  it("answers alike for what is not yours and what is not there, on every page", async () => {
    const neighbour = await makeCommune(office, ["Thôn Khác"]);
    const memberId = await neighbour.member({ fullName: "Canary Thị Lộ" });
    const teamId = await neighbour.team("Thôn Khác");
    const membershipId = await neighbour.join(memberId, teamId);
    const theirs = {
      memberId,
      membershipId,
      teamId: String(teamId),
      villageId: String(neighbour.villages.get("Thôn Khác")),
    };
    const nothing = { memberId: freshId(), membershipId: freshId(), teamId: "999999", villageId: "999999" };
    for (const page of [
      team,
      teamEdit,
      teamReorganise,
      delegate,
      member,
      memberEdit,
      memberJoin,
      membership,
      village,
    ]) {
      const answers = [await desk.get(page.loader, "/", theirs), await desk.get(page.loader, "/", nothing)];
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
      expect(answers[0]?.body).toEqual(answers[1]?.body);
    }
    const post = {
      act: "end",
      until: "2026-11-20",
      name: "Tổ bị chiếm",
      fullName: "Bị chiếm",
      newId: freshId(),
    };
    for (const page of [teamEdit, memberEdit, membership, member]) {
      expect((await desk.post(page.action, "/", post, theirs)).status).toBe(404);
    }
    expect(JSON.stringify((await desk.get(roster.loader, `${LIST}?tim=canary`)).body)).not.toContain(
      "Canary",
    );
    const { rows } = await office.db.maintain.query(
      "select name, (select full_name from member where id = $2) as person, (select valid_to from membership where id = $3) as until from team where id = $1",
      [teamId, memberId, membershipId],
    );
    expect(rows).toEqual([{ name: "Tổ Thôn Khác", person: "Canary Thị Lộ", until: null }]);
  });
});
