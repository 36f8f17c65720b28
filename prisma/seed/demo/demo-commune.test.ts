import { describe, expect, it } from "vitest";
import { fixtureSchema } from "../fixture.schema.ts";
import { DEMO_ROLES, makeDemoFixture } from "./demo-commune.ts";

const signIns = DEMO_ROLES.map((role) => ({
  ...role,
  password: "trăng khuya leo cây bưởi",
  totpSecret: null,
}));
const make = () => makeDemoFixture(signIns, 2026);
const teams = make().communes[0]?.teams ?? [];

describe("the demonstration", () => {
  it("is a fixture like any other, and the same every time", () => {
    expect(fixtureSchema.parse(make())).toEqual(make());
    expect(make()).toEqual(make());
  });

  it("has teams of three to eight, and the gaps a review of the roster should find", () => {
    for (const { members } of teams) {
      expect(members.length).toBeGreaterThanOrEqual(3);
      expect(members.length).toBeLessThanOrEqual(8);
    }
    const without = (role: string) =>
      teams.filter(({ members }) => !members.some((each) => each.role === role));
    expect(without("leader")).toHaveLength(1);
    expect(without("deputy")).toHaveLength(1);
    expect((make().communes[0]?.villages.length ?? 0) - teams.length).toBe(1);
  });

  it("seats a leader and two members who sign in, in one team", () => {
    const withPassword = new Set(signIns.map(({ username }) => username));
    const seated = teams.map(({ members }) =>
      members.filter(({ account }) => account !== undefined && withPassword.has(account)),
    );
    expect(seated.filter((each) => each.length > 0)).toHaveLength(1);
    expect(seated[0]?.map(({ account, role }) => `${account} ${role}`)).toEqual([
      "to.truong leader",
      "thanh.vien member",
      "thanh.vien.hai member",
    ]);
  });

  it("B13: gives every village a list of 60 to 150 households to pick from, and no code twice", () => {
    const { villages = [], households = [] } = make().communes[0] ?? {};
    for (const { name, households: declared, adults } of villages) {
      const listed = households.filter(({ village }) => village === name);
      expect(listed.length).toBeGreaterThanOrEqual(60);
      expect(listed.length).toBeLessThanOrEqual(150);
      expect(new Set(listed.map(({ code }) => code)).size).toBe(listed.length);
      expect([listed.length, listed.reduce((sum, each) => sum + each.adults, 0)]).toEqual([declared, adults]);
      expect(new Set(listed.map(({ lane }) => lane)).size).toBeGreaterThan(2);
    }
    expect(households.filter(({ absenceProposedBy }) => absenceProposedBy)).toHaveLength(2);
  });

  it("A15: has a leader and a son of one household in the first team, and a deputy of another", () => {
    const [first] = teams;
    const [leader, deputy] = first?.members ?? [];
    const family = first?.members.filter(({ household }) => household !== undefined) ?? [];
    expect(family.map(({ role, household }) => `${role} ${household}`)).toEqual(["leader 007", "member 007"]);
    expect(new Set(family.map(({ name }) => name.split(" ")[0])).size).toBe(1);
    expect([leader?.role, deputy?.role, deputy?.household]).toEqual(["leader", "deputy", undefined]);
    const listed = make().communes[0]?.households?.find(
      (each) => each.village === first?.village && each.code === "007",
    );
    expect(listed).toBeDefined();
  });

  it("A43: has one student of a campaign, in the first team and for some days only", () => {
    const guests = teams.flatMap(({ members }, index) =>
      members.flatMap(({ guest, affiliations }) => (guest ? [{ index, guest, affiliations }] : [])),
    );
    expect(guests).toMatchObject([
      { index: 0, guest: { until: "2026-12-31" }, affiliations: [{ kind: "student" }] },
    ]);
  });

  it("L29, A42: names invented people to call and a place in every village", () => {
    const { venues = [], contacts = [], villages = [] } = make().communes[0] ?? {};
    expect(contacts.map(({ shownTo }) => shownTo)).toEqual(["members", "members", "leaders"]);
    expect(contacts.every(({ phone }) => phone.startsWith("030"))).toBe(true);
    for (const { name } of villages) expect(venues.some(({ village }) => village === name)).toBe(true);
    expect(venues.some(({ kind, village }) => kind === "one_stop" && village === undefined)).toBe(true);
  });

  it("gives no phone twice", () => {
    const phones = [
      ...make()
        .accounts.filter(({ roles }) => roles.length > 0)
        .map(({ phone }) => phone),
      ...teams.flatMap(({ members }) => members.map(({ phone }) => phone)),
      ...(make().communes[0]?.contacts ?? []).map(({ phone }) => phone),
    ];
    expect(new Set(phones).size).toBe(phones.length);
  });
});
