import { beforeEach, describe, expect, it } from "vitest";
import * as zalo from "#app/routes/leader/zalo-groups.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";

const office = testOffice();
let team: LoggingTeam;
let leader: TestBrowser;
let desk: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  leader = await team.commune.browser(team.leader.accountId);
  desk = await team.commune.browser();
});

const look = async (by: TestBrowser, query = "") => (await by.get(zalo.loader, `/nhom-zalo${query}`)).body;
const keep = (by: TestBrowser, wish: Record<string, string>) =>
  by.post(zalo.action, "/nhom-zalo", { act: "group", ...wish });
const naming = (wish: Record<string, string> = {}) =>
  desk.post(zalo.action, "/nhom-zalo", {
    act: "naming",
    villageTemplate: "CNCĐ_{thon}_{xa}_{huyen}",
    communeTemplate: "Tổ Chuyển đổi số cộng đồng - {loai-xa} {xa}",
    district: "Sông Mây",
    ...wish,
  });

describe("Zalo groups", () => {
  it("C25: the office sets the form once, and every village's name follows from it", async () => {
    expect((await naming({ villageTemplate: "CNCĐ_{xa}" })).body.problems.villageTemplate.code).toBe(
      "zalo_variable_missing",
    );
    expect((await naming()).status).toBe(303);
    const { groups } = (await look(desk)).desk;
    const names = groups.map(({ rightName }: { rightName: string }) => rightName);
    expect(names).toContainEqual(expect.stringMatching(/^CNCĐ_Thôn Đông_.*_Sông Mây$/));
  });

  it("C26: the commune has one group with a name of its own", async () => {
    await naming();
    const [commune] = (await look(desk)).desk.groups;
    expect(commune.rightName).toMatch(/^Tổ Chuyển đổi số cộng đồng - xã/);
    const wish = { place: "0", status: "new", name: commune.rightName, link: "https://zalo.me/g/chung123" };
    expect((await keep(desk, wish)).status).toBe(303);
    expect((await look(desk)).desk.groups[0]).toMatchObject({ status: "new", faults: [] });
  });

  it("C27: each village says whether a group exists, is new, or is missing; a leader only for the own", async () => {
    const place = String(team.villageId);
    const wish = { place, status: "existing", name: "Bà con thôn Đông", link: "https://zalo.me/g/dong" };
    expect((await keep(leader, wish)).status).toBe(303);
    expect((await keep(leader, { place: "0", status: "none" })).status).toBe(404);
    const far = (await look(desk)).desk.groups.find(
      (group: { village: string }) => group.village === "Thôn Đoài",
    );
    expect((await keep(leader, { place: String(far.place), status: "none" })).status).toBe(404);
    const own = (await look(leader)).desk.groups;
    expect(own).toHaveLength(2);
    expect(own[1]).toMatchObject({ status: "existing", name: "Bà con thôn Đông", mayKeep: true });
    expect(own[1].faults).not.toEqual([]);
    expect((await keep(desk, { place, status: "none" })).status).toBe(303);
    expect((await look(leader)).desk.groups[1]).toMatchObject({ status: "none", name: null, link: null });
  });

  it("L15: takes only Zalo's own invitations, and works without any connection to it", async () => {
    const wish = { place: String(team.villageId), status: "new", name: "Nhóm thôn" };
    const refused = await keep(leader, { ...wish, link: "https://zalo.me.example.vn/g/1" });
    expect(refused.body.problems.link.code).toBe("zalo_link_malformed");
    expect((await keep(leader, wish)).status).toBe(303);
  });

  it("C25: says what is wrong with a pasted name, and asks nothing of the database", async () => {
    await naming();
    const pasted = encodeURIComponent("CNCĐ_Thon Dong");
    const { checked } = await look(leader, `?nhom=${team.villageId}&ten=${pasted}`);
    expect(checked.faults.map(({ kind }: { kind: string }) => kind)).toEqual(["marks", "too_few"]);
    expect((await look(leader, "?nhom=x&ten=")).checked.faults).toEqual([{ kind: "empty" }]);
  });
});
