import { PRIORITIES } from "#app/domain/households/household.ts";
import type { HouseholdInFixture } from "../fixture.schema.ts";
import { type InventedPerson, inventPerson } from "../invent/people.ts";
import { type Dice, makeDice } from "../invent/random.ts";

/** Phones of households begin behind those of the roster. */
const FIRST_SERIAL = 20_000;
const LANES = [
  "Ngõ 1",
  "Ngõ 2",
  "Ngõ 3",
  "Ngõ 10",
  "Ngõ Đình",
  "Ngõ Giếng",
  "Xóm Trên",
  "Xóm Dưới",
  "Xóm Chùa",
  "Xóm Đồi",
  "Đường Bờ Sông",
  "Đường Liên Thôn",
] as const;
/** How often each reason for priority is met, in per cent. */
const PRIORITY_PERCENT = { elderly: 18, disabled: 4, minority: 12, poor: 8, remote: 6 } as const;
const ABSENT_PERCENT = 4;
const UNNAMED_PERCENT = 15;
const PROPOSALS = 2;

/** Every village's list, lane by lane. In the first, two households wait for the office's word. */
export function inventHouseholds(
  villages: readonly (readonly [name: string, households: number])[],
  year: number,
  proposer: string | undefined,
): HouseholdInFixture[] {
  const dice = makeDice(20_261_104);
  let serial = FIRST_SERIAL;
  return villages.flatMap(([village, count], index) => {
    const lanes = pickLanes(dice, Math.ceil(count / 22));
    return Array.from({ length: count }, (_, at): HouseholdInFixture => {
      const isProposed = index === 0 && proposer !== undefined && at > count - 1 - PROPOSALS;
      const lane = lanes[Math.floor((at * lanes.length) / count)];
      const adults = dice.pickWeighted([
        [1, 12],
        [2, 44],
        [3, 24],
        [4, 16],
        [5, 4],
      ]);
      const people = Array.from({ length: adults }, (_, seat) =>
        inventPerson(dice, serial++, year, seat < 2 ? PARENTS : GROWN_CHILDREN),
      );
      const head = people[0];
      return {
        village,
        code: String(at + 1).padStart(3, "0"),
        ...(lane === undefined ? {} : { lane }),
        head: head ? `${titleOf(head, year)} ${head.name}` : village,
        adults,
        priorities: PRIORITIES.filter((kind) => dice.between(1, 100) <= PRIORITY_PERCENT[kind]),
        longAbsent: !isProposed && dice.between(1, 100) <= ABSENT_PERCENT,
        ...(isProposed ? { absenceProposedBy: proposer } : {}),
        from: `${year}-01-01`,
        people: nameSome(dice, people, year),
      };
    });
  });
}

const PARENTS = { youngest: 28, oldest: 82 };
const GROWN_CHILDREN = { youngest: 18, oldest: 32 };

function pickLanes(dice: Dice, count: number): string[] {
  const left: string[] = [...LANES];
  return Array.from({ length: count }, () => left.splice(dice.between(0, left.length - 1), 1)[0] ?? "");
}

/** Some families are not yet known by name, and are named from the first person on. */
function nameSome(dice: Dice, people: readonly InventedPerson[], year: number): string[] {
  if (dice.between(1, 100) <= UNNAMED_PERCENT) return [];
  return people.map((person) => `${calledName(person, year)} ...${person.phone.slice(-3)}`);
}

function calledName(person: InventedPerson, year: number): string {
  return `${titleOf(person, year)} ${person.name.split(" ").at(-1)}`;
}

function titleOf({ sex, birthYear }: InventedPerson, year: number): string {
  const age = year - birthYear;
  if (age >= 45) return sex === "female" ? "Bà" : "Ông";
  return sex === "female" ? "Chị" : "Anh";
}
