import type { Role } from "#app/domain/access/roles.ts";
import type { Fixture } from "../fixture.schema.ts";
import { inventPerson } from "../invent/people.ts";
import { makeDice } from "../invent/random.ts";
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
];

/** No commune of the national list has this code, and none is called so. */
const COMMUNE_CODE = "99001";

const VILLAGES: readonly (readonly [name: string, households: number, adults: number])[] = [
  ["Thôn Đông", 212, 534],
  ["Thôn Đoài", 187, 471],
  ["Thôn Bến Đò", 164, 402],
  ["Thôn Chợ Mây", 243, 640],
  ["Thôn 1", 98, 241],
  ["Thôn 2", 121, 300],
  ["Thôn 10", 76, 178],
  ["Bản Nà Hoa", 54, 139],
  ["Bản Suối Lĩnh", 61, 150],
  ["Bản Suối Linh", 47, 118],
  ["Làng Đồng Sen", 205, 515],
  ["Xóm Mới", 33, 80],
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
  return {
    format: 1,
    accounts,
    communes: [
      {
        code: COMMUNE_CODE,
        kind: "commune",
        name: "Suối Mây",
        province: "Tỉnh Sông Ngàn",
        preset: "dai-son-2026",
        founder: "van.phong",
        villages: VILLAGES.map(([name, households, adults]) => ({
          name,
          kind: "village",
          households,
          adults,
        })),
        teams: inventTeams(
          VILLAGES.map(([name]) => name),
          accounts.filter((_, index) => isTeamRole(signIns[index]?.role)),
          year,
        ),
      },
    ],
  };
}
