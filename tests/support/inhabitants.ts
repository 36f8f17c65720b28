import type { Fixture } from "#prisma/seed/fixture.schema.ts";

/** Who lives in the house of the journeys: a fictional commune and a person for each way of working in it. */
export const COMMUNE = {
  code: "99001",
  name: "Nậm Mười",
  villages: ["Bản Cuôn", "Bản Lạ", "Thôn 3"],
} as const;

const PASSWORD = "trăng khuya leo cây bưởi";
const TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

export interface Inhabitant {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  readonly totpSecret?: string;
}

export const OFFICER: Inhabitant = {
  username: "van.phong",
  displayName: "Lường Thị Thảo",
  password: PASSWORD,
  totpSecret: TOTP_SECRET,
};
export const LEADER: Inhabitant = { username: "to.truong", displayName: "Cầm Văn Tiến", password: PASSWORD };
export const MEMBER: Inhabitant = { username: "thanh.vien", displayName: "Lò Thị Hà", password: PASSWORD };
/** Walks through every page: a code is good once, so her code app is her own. */
export const SECOND_OFFICER: Inhabitant = {
  username: "van.phong.hai",
  displayName: "Nông Thị Yến",
  password: PASSWORD,
  totpSecret: "KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU",
};
/** Has a role that needs a second factor, and none yet. */
export const ADMINISTRATOR: Inhabitant = {
  username: "quan.tri",
  displayName: "Vàng A Sáng",
  password: PASSWORD,
};
/** A member of her own for the account pages: guesses and sign-ins are counted per account. */
export const NEIGHBOUR: Inhabitant = { username: "hang.xom", displayName: "Mùa Thị Chở", password: PASSWORD };

export const INHABITANTS: Fixture = {
  format: 1,
  communes: [
    {
      code: COMMUNE.code,
      kind: "commune",
      name: COMMUNE.name,
      province: "Tỉnh Thử",
      preset: "dai-son-2026",
      founder: OFFICER.username,
      villages: COMMUNE.villages.map((name) => ({ name, kind: "village", households: 80 })),
      teams: [],
    },
  ],
  accounts: [
    { ...OFFICER, founder: true, roles: [{ commune: COMMUNE.code, role: "office" }] },
    { ...SECOND_OFFICER, founder: true, roles: [{ commune: COMMUNE.code, role: "office" }] },
    {
      ...ADMINISTRATOR,
      founder: false,
      roles: [{ commune: COMMUNE.code, role: "administrator" }],
    },
    {
      ...LEADER,
      founder: false,
      roles: [{ commune: COMMUNE.code, role: "leader", village: "Bản Cuôn", team: 1 }],
    },
    {
      ...NEIGHBOUR,
      founder: false,
      roles: [{ commune: COMMUNE.code, role: "member", village: "Bản Lạ", team: 2 }],
    },
    {
      ...MEMBER,
      founder: false,
      roles: [{ commune: COMMUNE.code, role: "member", village: "Bản Cuôn", team: 1 }],
    },
  ],
};
