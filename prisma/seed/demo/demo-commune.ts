import type { Role } from "#app/domain/access/roles.ts";
import { suggestUsername } from "#app/domain/accounts/login-name.ts";
import type { Fixture, HouseholdInFixture, TeamInFixture } from "../fixture.schema.ts";
import { inventPerson } from "../invent/people.ts";
import { makeDice } from "../invent/random.ts";
import { inventHouseholds } from "./demo-households.ts";
import { DEMO_ACTORS, inventContacts, inventVenues } from "./demo-places.ts";
import type { DemoRole, DemoSignIns } from "./demo-sign-ins.server.ts";
import { inventTeams } from "./demo-teams.ts";

export const DEMO_ROLES: readonly DemoRole[] = [
  { username: "van.phong", role: "office", needsSecondFactor: true },
  { username: "van.phong.hai", role: "office", needsSecondFactor: true },
  { username: "lanh.dao", role: "commune_leader", needsSecondFactor: true },
  { username: "doan.thanh.nien", role: "youth_union", needsSecondFactor: false },
  { username: "to.truong", role: "leader", needsSecondFactor: false },
  { username: "thanh.vien", role: "member", needsSecondFactor: false },
  { username: "thanh.vien.hai", role: "member", needsSecondFactor: false },
  // Last, as names are invented in this order.
  { username: "cap.tren", role: "upper_tier", needsSecondFactor: true },
];

/** No commune of the national list has this code, and none is called so. */
const COMMUNE_CODE = "99001";

const VILLAGES: readonly (readonly [name: string, households: number])[] = [
  ["Thôn Đông", 148],
  ["Thôn Đoài", 131],
  ["Thôn Bến Đò", 117],
  ["Thôn Chợ Mây", 150],
  ["Thôn 1", 92],
  ["Thôn 2", 104],
  ["Thôn 10", 78],
  ["Bản Nà Hoa", 66],
  ["Bản Suối Lĩnh", 71],
  ["Bản Suối Linh", 62],
  ["Làng Đồng Sen", 142],
  ["Xóm Mới", 60],
];

function isTeamRole(role: Role | undefined): boolean {
  return role === "leader" || role === "deputy" || role === "member";
}

/** The same fictional commune on every machine; only its secrets differ. */
export function makeDemoFixture(signIns: DemoSignIns, year: number): Fixture {
  const dice = makeDice(20_261_120);
  const accounts = signIns.map(({ username, role, password, totpSecret }, index) => {
    const { name, phone } = inventPerson(dice, index, year, { youngest: 24, oldest: 52 });
    return {
      username,
      displayName: name,
      phone,
      password,
      totpSecret: totpSecret ?? undefined,
      founder: index === 0,
      // What a person may in a team follows from the membership.
      roles: isTeamRole(role) ? [] : [{ commune: COMMUNE_CODE, role, from: `${year}-01-01` }],
    };
  });
  const { teams, others } = openAccounts(
    inventTeams(
      VILLAGES.map(([name]) => name),
      accounts.filter((_, index) => isTeamRole(signIns[index]?.role)),
      year,
    ),
  );
  const proposer = signIns.find(({ role }) => role === "leader")?.username;
  const households = homeOf(teams, inventHouseholds(VILLAGES, year, proposer));
  return {
    format: 1,
    accounts: [...accounts, ...others],
    communes: [
      {
        code: COMMUNE_CODE,
        kind: "commune",
        name: "Suối Mây",
        province: "Tỉnh Sông Ngàn",
        preset: "dai-son-2026",
        founder: "van.phong",
        regulation: { number: "05/QC-UBND", date: `${year}-01-01` },
        villages: VILLAGES.map(([name]) => ({ name, kind: "village", ...countOf(name, households) })),
        households,
        venues: inventVenues(VILLAGES.map(([name]) => name)),
        contacts: inventContacts(year),
        actors: DEMO_ACTORS,
        teams,
      },
    ],
  };
}

/** The household of a family in the teams is led by its eldest. */
function homeOf(
  teams: readonly TeamInFixture[],
  households: readonly HouseholdInFixture[],
): HouseholdInFixture[] {
  return households.map((household) => {
    const family = teams.flatMap(({ village, members }) =>
      members.filter((each) => village === household.village && each.household === household.code),
    );
    const [eldest] = family.sort((left, right) => (left.birthYear ?? 0) - (right.birthYear ?? 0));
    return eldest ? { ...household, head: eldest.name, longAbsent: false } : household;
  });
}

/** Everybody on the roster has an account to log work with; those without a printed password open it by a slip. */
function openAccounts(teams: readonly TeamInFixture[]): {
  readonly teams: TeamInFixture[];
  readonly others: Fixture["accounts"];
} {
  const others: Fixture["accounts"] = [];
  const opened = teams.map((team) => ({
    ...team,
    members: team.members.map((member) => {
      if (member.account !== undefined) return member;
      const username = `${suggestUsername(member.name) ?? "thanh.vien"}.${100 + others.length}`;
      others.push({ username, displayName: member.name, founder: false, roles: [] });
      return { ...member, account: username };
    }),
  }));
  return { teams: opened, others };
}

/** The declared figures are those of the list: a demonstration that contradicts itself teaches nothing. */
function countOf(village: string, households: readonly HouseholdInFixture[]) {
  const listed = households.filter((household) => household.village === village);
  return { households: listed.length, adults: listed.reduce((sum, { adults }) => sum + adults, 0) };
}
