import { describe, expect, it } from "vitest";
import { cleanText } from "#app/domain/text/clean-text.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const test = testDatabase();

const columnsLike = async (pattern: string): Promise<string[]> => {
  const { rows } = await test.maintain.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and column_name ~ $1 order by 1`,
    [pattern],
  );
  return rows.map(({ name }) => name);
};

describe("the least data about residents", () => {
  it("F06: no table of the house has a field for a citizen's number, a birthday or a resident's whole phone", async () => {
    expect(
      await columnsLike("cccd|cmnd|citizen|identity_n|id_number|national_id|passport|birth_?(day|date)"),
    ).toEqual([]);
    const ofResidents = await columnsLike("phone|name|address");
    expect(
      ofResidents.filter((name) => /^(household|person_slot|survey_|gap_|claim_unit)/.test(name)),
    ).toEqual(["survey_round.name"]);
  });

  it("F06: a citizen's number is refused in every text people type, however it is spaced", () => {
    const rule = { minimum: 1, maximum: 140, lines: "one", identityNumbers: "refused" } as const;
    for (const text of ["001099012345", "CCCD 001 099 012 345", "số 0010.9901.2345"])
      expect(cleanText(text, rule)).toMatchObject({ ok: false, code: "identity_number" });
    expect(cleanText("12 hộ, 2026", rule).ok).toBe(true);
  });

  it("F06: people are told apart by a keyed hash and recognised by a sealed label, both of the commune alone", async () => {
    const { rows } = await test.maintain.query<{ name: string; type: string }>(
      `select table_name || '.' || column_name as name, data_type as type from information_schema.columns
        where (table_name, column_name) in (('claim_unit', 'person_key'), ('person_slot', 'label'), ('household', 'head_label'))
        order by 1`,
    );
    expect(rows).toEqual([
      { name: "claim_unit.person_key", type: "bytea" },
      { name: "household.head_label", type: "bytea" },
      { name: "person_slot.label", type: "bytea" },
    ]);
  });
});
