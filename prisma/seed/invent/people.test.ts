import { describe, expect, it } from "vitest";
import { compareNames, detectLegacyEncoding, splitName } from "#app/domain/people/person-name.ts";
import { parsePhone } from "#app/domain/people/phone.ts";
import { inventPerson } from "./people.ts";
import { makeDice } from "./random.ts";

const many = (seed: number) => {
  const dice = makeDice(seed);
  return Array.from({ length: 2000 }, (_, serial) =>
    inventPerson(dice, serial, 2026, { youngest: 18, oldest: 62 }),
  );
};

describe("invented people", () => {
  it("are the same for the same seed and others for another", () => {
    expect(many(7)).toEqual(many(7));
    expect(many(7)).not.toEqual(many(8));
  });

  it("have phones that are well formed, all different, and in a range that no network holds", () => {
    const phones = many(1).map((person) => person.phone);
    expect(new Set(phones).size).toBe(phones.length);
    for (const phone of phones) {
      expect(parsePhone(phone), phone).not.toBeNull();
      expect(phone).toMatch(/^030/);
    }
  });

  it("have names in the right order, ethnic names among them, in one spelling of Unicode", () => {
    const people = many(3);
    for (const { name } of people) {
      expect(name).toBe(name.normalize("NFC"));
      expect(detectLegacyEncoding(name), name).toBeNull();
      expect(splitName(name).given).not.toBe("");
    }
    expect(new Set(people.map((person) => person.ethnicity)).size).toBe(5);
    expect([...people].sort((a, b) => compareNames(a.name, b.name))).toHaveLength(people.length);
  });
});
