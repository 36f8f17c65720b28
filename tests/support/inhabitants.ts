import type { Fixture } from "#prisma/seed/fixture.schema.ts";

/** Who lives in the house of the journeys: a fictional commune and a person for each way of working in it. */
export const COMMUNE = {
  code: "99001",
  name: "Nậm Mười",
  villages: ["Bản Cuôn", "Bản Lạ", "Thôn 3"],
} as const;
/** Has villages and nobody in them yet: its office brings the list it has. */
export const EMPTY_COMMUNE = {
  code: "99002",
  name: "Suối Trăng",
  villages: Array.from({ length: 12 }, (_, index) => `Thôn ${index + 1}`),
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
/** Comes in at the front door, again and again: guesses and codes are counted per account. */
export const VISITING_OFFICER: Inhabitant = {
  username: "van.phong.ba",
  displayName: "Hà Thị Mây",
  password: PASSWORD,
  totpSecret: "MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK",
};
/** Shows the commune's board to everybody. */
export const PUBLISHER: Inhabitant = {
  username: "van.phong.bon",
  displayName: "Lù Thị Pha",
  password: PASSWORD,
  totpSecret: "ONSWG4TFOQQGM33SORUGKIDUNBUW4ZZA",
};
/** Closes the year, and looks down from its ranking to the work behind it. */
export const REVIEWER: Inhabitant = {
  username: "van.phong.nam",
  displayName: "Lò Thị Nhung",
  password: PASSWORD,
  totpSecret: "NB2W45DFOIZA4ZDFMNZGK5BANNSXSMRQ",
};
/** The second person of the year. */
export const SECOND_REVIEWER: Inhabitant = {
  username: "van.phong.nam.hai",
  displayName: "Tẩn Thị Mẩy",
  password: PASSWORD,
  totpSecret: "OBXXG5DFNZSXG43FOJ3GK4TTMVZXG2LP",
};
/** The office of the commune that is still empty. */
export const CLERK: Inhabitant = {
  username: "can.bo.nhap",
  displayName: "Quàng Thị Xuân",
  password: PASSWORD,
  totpSecret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
};
/** Has no mouse. */
export const TYPING_OFFICER: Inhabitant = {
  username: "van.phong.phim",
  displayName: "Hoàng Thị Say",
  password: PASSWORD,
  totpSecret: "MJQXGZJTGIQGS4ZAONSWG4TFOQQQ2CSA",
};
/** A member of her own for the account pages: guesses and sign-ins are counted per account. */
export const NEIGHBOUR: Inhabitant = { username: "hang.xom", displayName: "Mùa Thị Chở", password: PASSWORD };

export interface VillageTeam {
  readonly village: string;
  readonly leader: Inhabitant;
  readonly member: Inhabitant;
}

/** A village of its own for each journey that leaves work or households behind: none meets what another left. */
function teamOf(village: string, key: string, leader: string, member: string): VillageTeam {
  return {
    village,
    leader: { username: `to.truong.${key}`, displayName: leader, password: PASSWORD },
    member: { username: `thanh.vien.${key}`, displayName: member, password: PASSWORD },
  };
}
export const LOGGERS = teamOf("Bản Sen", "ghi", "Tòng Văn Sơn", "Cà Thị Mai");
export const CHECKERS = teamOf("Bản Mạ", "duyet", "Lường Văn Inh", "Lò Thị Phương");
export const VISITORS = teamOf("Bản Pá", "cua", "Mùa A Sử", "Giàng Thị Dua");
export const LISTERS = teamOf("Bản Nong", "ho", "Quàng Văn Ún", "Vì Thị Xuân");
export const WATCHERS = teamOf("Bản Hin", "xem", "Lò Văn Thoại", "Hà Thị Liên");
export const RACERS = teamOf("Bản Ban", "dua", "Lèo Văn Phong", "Lò Thị Thắm");
export const GATHERERS = teamOf("Bản Phiêng", "diem", "Lò Văn Chiêu", "Vì Thị Ngoan");
export const WANDERERS = teamOf("Bản Khuôi", "xa", "Lò Văn Păn", "Cà Thị Nọi");
export const TYPISTS = teamOf("Bản Chát", "phim", "Lò Văn Muôn", "Tòng Thị Hặc");
export const VILLAGE_TEAMS = [
  LOGGERS,
  CHECKERS,
  VISITORS,
  LISTERS,
  WATCHERS,
  RACERS,
  GATHERERS,
  WANDERERS,
  TYPISTS,
];

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
      villages: [...COMMUNE.villages, ...VILLAGE_TEAMS.map(({ village }) => village)].map((name) => ({
        name,
        kind: "village",
        households: 80,
      })),
      teams: [
        { name: "Tổ công nghệ số Bản Cuôn", village: "Bản Cuôn", members: [leads(LEADER), belongs(MEMBER)] },
        { name: "Tổ công nghệ số Bản Lạ", village: "Bản Lạ", members: [belongs(NEIGHBOUR)] },
        ...VILLAGE_TEAMS.map(({ village, leader, member }) => ({
          name: `Tổ công nghệ số ${village}`,
          village,
          members: [leads(leader), belongs(member)],
        })),
      ],
    },
    {
      code: EMPTY_COMMUNE.code,
      kind: "commune",
      name: EMPTY_COMMUNE.name,
      province: "Tỉnh Thử",
      preset: "dai-son-2026",
      founder: CLERK.username,
      villages: EMPTY_COMMUNE.villages.map((name) => ({ name, kind: "village" })),
      teams: [],
    },
  ],
  accounts: [
    { ...OFFICER, founder: true, roles: [{ commune: COMMUNE.code, role: "office" }] },
    { ...SECOND_OFFICER, founder: true, roles: [{ commune: COMMUNE.code, role: "office" }] },
    { ...VISITING_OFFICER, founder: false, roles: [{ commune: COMMUNE.code, role: "office" }] },
    { ...PUBLISHER, founder: false, roles: [{ commune: COMMUNE.code, role: "office" }] },
    { ...REVIEWER, founder: false, roles: [{ commune: COMMUNE.code, role: "office" }] },
    { ...TYPING_OFFICER, founder: false, roles: [{ commune: COMMUNE.code, role: "office" }] },
    { ...SECOND_REVIEWER, founder: false, roles: [{ commune: COMMUNE.code, role: "office" }] },
    {
      ...ADMINISTRATOR,
      founder: false,
      roles: [{ commune: COMMUNE.code, role: "administrator" }],
    },
    { ...CLERK, founder: false, roles: [{ commune: EMPTY_COMMUNE.code, role: "office" }] },
    ...[LEADER, NEIGHBOUR, MEMBER, ...VILLAGE_TEAMS.flatMap(({ leader, member }) => [leader, member])].map(
      (each) => ({ ...each, founder: false, roles: [] }),
    ),
  ],
};

/** Their rights follow from their time in the team. */
function belongs({ username, displayName }: Inhabitant) {
  return { name: displayName, role: "member" as const, isCore: false, affiliations: [], account: username };
}

function leads(who: Inhabitant) {
  return { ...belongs(who), role: "leader" as const };
}
