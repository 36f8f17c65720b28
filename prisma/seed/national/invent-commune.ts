import type { Id } from "#app/domain/ids.ts";
import { makeId } from "#app/domain/ids.ts";
import { type InventedPerson, inventPerson } from "../invent/people.ts";
import type { Dice } from "../invent/random.ts";
import { communeCode, communeName, provinceName, villageName } from "./invent-places.ts";
import { diceOfCommune, type NationWish, provinceOf, villagesOf } from "./nation-size.ts";

export interface NationMember {
  readonly id: Id;
  readonly accountId: Id;
  readonly seatId: Id;
  readonly grantId: Id;
  readonly username: string;
  readonly person: InventedPerson;
  readonly role: "leader" | "deputy" | "member";
  /** Index of the village and of its one team. */
  readonly village: number;
  /** How much of the team's work is this member's, beside the others'. */
  readonly zeal: number;
}

export interface NationHousehold {
  readonly id: Id;
  readonly village: number;
  readonly code: string;
  readonly head: string;
  readonly adults: number;
  readonly isLongAbsent: boolean;
  readonly isElderly: boolean;
  readonly isPoor: boolean;
  readonly isMinority: boolean;
}

interface NationOfficer {
  readonly accountId: Id;
  readonly grantId: Id;
  readonly username: string;
  readonly role: "office" | "commune_leader";
  readonly person: InventedPerson;
}

export interface NationCommune {
  readonly index: number;
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly provinceIndex: number;
  readonly villages: readonly string[];
  readonly teamClientIds: readonly Id[];
  readonly members: readonly NationMember[];
  readonly households: readonly NationHousehold[];
  readonly officers: readonly NationOfficer[];
  /** Goes on after the people: the year is invented from here. */
  readonly dice: Dice;
}

const AGES = { youngest: 19, oldest: 61 };
const TEAM_SIZES = [
  [4, 3],
  [5, 4],
  [6, 2],
  [7, 1],
] as const;
/** No commune has more members than this, so phones of different communes stay apart. */
const PHONES_A_COMMUNE = 2_000;
const OFFICERS = ["office", "office", "commune_leader"] as const;

export function inventCommune(wish: NationWish, index: number, bornMs: number): NationCommune {
  const dice = diceOfCommune(wish, index);
  const newId = () => idFrom(dice, bornMs);
  const year = new Date(bornMs).getUTCFullYear();
  const provinceIndex = provinceOf(wish, index);
  const villages = Array.from({ length: villagesOf(wish, dice) }, (_, at) => villageName(at));
  let serial = index * PHONES_A_COMMUNE;
  const person = () => inventPerson(dice, serial++, year, AGES);
  const username = (part: string) => `q${wish.seed}.${index + 1}.${part}`;
  const officers = OFFICERS.map((role, at) => ({
    accountId: newId(),
    grantId: newId(),
    username: username(role === "office" ? `vp${at + 1}` : "ld"),
    role,
    person: person(),
  }));
  let count = 0;
  const members = villages.flatMap((_, village) =>
    Array.from({ length: dice.pickWeighted(TEAM_SIZES) }, (_, seat): NationMember => {
      count += 1;
      return {
        id: newId(),
        accountId: newId(),
        seatId: newId(),
        grantId: newId(),
        username: username(`tv${count}`),
        person: person(),
        role: seat === 0 ? "leader" : seat === 1 ? "deputy" : "member",
        village,
        zeal: skewed(dice),
      };
    }),
  );
  return {
    index,
    code: communeCode(index),
    name: communeName(Math.floor(index / wish.provinces)),
    province: provinceName(provinceIndex),
    provinceIndex,
    villages,
    teamClientIds: villages.map(() => newId()),
    members,
    households: villages.flatMap((_, village) => inventHouseholds(dice, newId, village, wish.households)),
    officers,
    dice,
  };
}

function inventHouseholds(dice: Dice, newId: () => Id, village: number, count: number): NationHousehold[] {
  return Array.from({ length: count }, (_, at) => {
    const { name, sex } = inventPerson(dice, 0, 2026, { youngest: 28, oldest: 82 });
    return {
      id: newId(),
      village,
      code: String(at + 1).padStart(3, "0"),
      head: `${sex === "female" ? "Bà" : "Ông"} ${name}`,
      adults: dice.between(1, 4),
      // On every list at least one, so that there is somebody whom nobody can have met.
      isLongAbsent: dice.next() < 0.05 || at === count - 1,
      isElderly: dice.next() < 0.18,
      isPoor: dice.next() < 0.08,
      isMinority: dice.next() < 0.12,
    };
  });
}

/** Around one, with few who do much more: an exponential with a floor. */
export function skewed(dice: Dice): number {
  return 0.25 - 0.75 * Math.log(1 - dice.next());
}

export function idFrom(dice: Dice, ms: number): Id {
  const bytes = new Uint8Array(10);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Math.floor(dice.next() * 256);
  return makeId(ms, bytes);
}
