import type { AccountInFixture, TeamInFixture } from "../fixture.schema.ts";
import { type InventedPerson, inventPerson } from "../invent/people.ts";
import { type Dice, makeDice } from "../invent/random.ts";

type MemberInFixture = TeamInFixture["members"][number];
type Affiliations = MemberInFixture["affiliations"];

/** Phones of the roster begin behind those of the accounts, so that no two people share one. */
const FIRST_SERIAL = 1_000;
const SIZES = [6, 5, 8, 7, 3, 5, 4, 6, 5, 3, 8, 4] as const;
/** So that the review of the roster has something to say: no leader, no deputy, nobody at all. */
const WITHOUT_LEADER = 4;
const WITHOUT_DEPUTY = 6;
const WITHOUT_TEAM = 11;
/** The first team's leader has a son in it: their work goes past each other to the deputy. */
const SON = { seat: 4, age: 24 };
const FAMILY_HOUSEHOLD = "007";
/** A student who is here for the campaign, in the first team: counted apart. */
const GUEST_SERIAL = 900;
const SCHOOL = "Trường Đại học Suối Xanh";

/** A team for every village but one; the first team holds those who sign in. */
export function inventTeams(
  villages: readonly string[],
  accounts: readonly Pick<AccountInFixture, "username" | "displayName" | "phone">[],
  year: number,
): TeamInFixture[] {
  const dice = makeDice(20_260_320);
  let serial = FIRST_SERIAL;
  return villages.flatMap((village, index) => {
    if (index === WITHOUT_TEAM) return [];
    const members = Array.from({ length: SIZES[index % SIZES.length] ?? 5 }, (_, seat) => {
      const person = inventPerson(dice, serial++, year, AGES[seat] ?? { youngest: 18, oldest: 45 });
      return memberOf(dice, person, roleAt(seat, index), village);
    });
    return [
      {
        name: `Tổ công nghệ số cộng đồng ${village}`,
        village,
        decision: { number: "27/QĐ-UBND", date: `${year}-03-20` },
        from: `${year}-01-01`,
        members:
          index === 0 ? [...makeFamily(seatAccounts(members, accounts), year), inventGuest(year)] : members,
      },
    ];
  });
}

/** Heads of villages are older than those who know computers. */
const AGES: readonly { youngest: number; oldest: number }[] = [
  { youngest: 38, oldest: 60 },
  { youngest: 22, oldest: 34 },
];

function roleAt(seat: number, team: number): MemberInFixture["role"] {
  if (seat === 0 && team !== WITHOUT_LEADER) return "leader";
  if (seat === 1 && team !== WITHOUT_DEPUTY) return "deputy";
  return "member";
}

function memberOf(
  dice: Dice,
  { name, sex, birthYear, ethnicity, phone }: InventedPerson,
  role: MemberInFixture["role"],
  village: string,
): MemberInFixture {
  const position =
    role === "leader"
      ? dice.pick(["Trưởng thôn", "Bí thư Chi bộ"])
      : role === "deputy"
        ? "Bí thư Chi đoàn"
        : undefined;
  return {
    name,
    role,
    birthYear,
    sex,
    ethnicity,
    phone,
    hasItSkill: dice.next() < 0.4,
    isCore: role !== "member" || dice.next() < 0.2,
    affiliations: affiliationsOf(dice, role, village),
    ...(position === undefined ? {} : { position }),
  };
}

function affiliationsOf(dice: Dice, role: MemberInFixture["role"], village: string): Affiliations {
  if (role === "leader") return [{ kind: "party", organisation: `Chi bộ ${village}` }];
  const cell = { kind: "youth_union" as const, organisation: `Chi đoàn ${village}` };
  if (role === "deputy") return [cell];
  return dice.pickWeighted<Affiliations>([
    [[cell], 5],
    [[{ kind: "womens_union", organisation: `Chi hội Phụ nữ ${village}` }], 3],
    [[{ kind: "teacher", organisation: "Trường Tiểu học Suối Mây" }, cell], 2],
    [[{ kind: "police" }], 1],
    [[{ kind: "enterprise", organisation: "Bưu điện Suối Mây" }], 1],
    [[{ kind: "influencer" }], 1],
    [[], 2],
  ]);
}

/** The leader's account in the leader's seat, the members' in those behind the deputy. */
function seatAccounts(
  members: readonly MemberInFixture[],
  accounts: readonly Pick<AccountInFixture, "username" | "displayName" | "phone">[],
): MemberInFixture[] {
  const [leader, ...others] = accounts;
  const seats = new Map([[0, leader], ...others.map((account, index) => [index + 2, account] as const)]);
  return members.map((member, seat) => {
    const account = seats.get(seat);
    if (!account) return member;
    const { username, displayName, phone } = account;
    // The account's person was invented on their own, with a sex and a name that go together.
    const { sex: _, ...seated } = member;
    return { ...seated, name: displayName, account: username, ...(phone === undefined ? {} : { phone }) };
  });
}

function makeFamily(members: readonly MemberInFixture[], year: number): MemberInFixture[] {
  const [familyName = ""] = members[0]?.name.split(" ") ?? [];
  return members.map((member, seat) => {
    if (seat === 0) return { ...member, household: FAMILY_HOUSEHOLD };
    if (seat !== SON.seat) return member;
    const [, ...rest] = member.name.replace(/ Thị(?= |$)/, " Văn").split(" ");
    const name = [familyName, ...rest].join(" ");
    return { ...member, name, sex: "male", birthYear: year - SON.age, household: FAMILY_HOUSEHOLD };
  });
}

function inventGuest(year: number): MemberInFixture {
  const { name, sex, birthYear, ethnicity, phone } = inventPerson(makeDice(20_261_117), GUEST_SERIAL, year, {
    youngest: 19,
    oldest: 22,
  });
  return {
    name,
    role: "member",
    birthYear,
    sex,
    ethnicity,
    phone,
    hasItSkill: true,
    isCore: false,
    affiliations: [{ kind: "student", organisation: SCHOOL }],
    guest: { campaign: `Tình nguyện phổ cập kỹ năng số ${year}`, until: `${year}-12-31` },
  };
}
