import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { type KnownVillage, readVillageList, refusedText, type VillageLineFate } from "./village-list.ts";

function fates(text: string, known: readonly KnownVillage[] = []): VillageLineFate[] {
  return readVillageList(text, known).map(({ outcome }) => outcome);
}

function added(text: string): (string | number | null)[][] {
  return fates(text).map((outcome) =>
    outcome.fate === "add"
      ? [outcome.village.name, outcome.village.households, outcome.village.adults]
      : [outcome.fate],
  );
}

const village = (name: string, households: number | null = null, adults: number | null = null) => ({
  name,
  households,
  adults,
});

describe("villages pasted from a spreadsheet", () => {
  it("are read under their heading, in whatever order the columns stand", () => {
    const text = [
      "STT\tSố người trưởng thành\tTên thôn\tSố hộ",
      "1\t612\tThôn Đông\t210",
      "2\t1.045\tThôn Đoài\t318",
      "\t1.657\tTổng cộng\t528",
    ].join("\r\n");
    expect(added(text)).toEqual([["heading"], ["Thôn Đông", 210, 612], ["Thôn Đoài", 318, 1045], ["total"]]);
  });

  it("are read without a heading: a running number, the name, households, adults", () => {
    expect(added("1\tThôn Đông\t210\t612\nThôn Đoài\t318\nThôn Thượng\t\t44")).toEqual([
      ["Thôn Đông", 210, 612],
      ["Thôn Đoài", 318, null],
      ["Thôn Thượng", null, 44],
    ]);
  });

  it("named by a number only keep that number", () => {
    expect(added("1\t120\n2\t98")).toEqual([
      ["1", 120, null],
      ["2", 98, null],
    ]);
    expect(added("Khu 1\nKhu 2A")).toEqual([
      ["Khu 1", null, null],
      ["Khu 2A", null, null],
    ]);
  });

  it("written in capitals are set in ordinary letters, others are left alone", () => {
    expect(added("THÔN ĐÔNG LĨNH\nThôn Buôn H'Ra")).toEqual([
      ["Thôn Đông Lĩnh", null, null],
      ["Thôn Buôn H'Ra", null, null],
    ]);
  });
});

describe("villages pasted from a message", () => {
  it.each([
    ["1. Thôn Đông", "Thôn Đông", null, null],
    ["2) Thôn Đoài;", "Thôn Đoài", null, null],
    ["- Thôn Thượng: 120 hộ, 340 người lớn", "Thôn Thượng", 120, 340],
    ["• Khu phố 2A - 1.020 hộ", "Khu phố 2A", 1020, null],
    ["TDP số 5 (88 hộ)", "TDP số 5", 88, null],
    ["Thôn Hộ Pháp", "Thôn Hộ Pháp", null, null],
  ])("%s is one village", (line, name, households, adults) => {
    expect(added(line)).toEqual([[name, households, adults]]);
  });

  it("keep the line's number in the text, empty lines counted", () => {
    expect(readVillageList("Thôn Đông\n\n \nThôn Đoài", []).map(({ number }) => number)).toEqual([1, 4]);
  });
});

describe("a village that is there twice", () => {
  it("in the list is taken once, and the second line says where the first is", () => {
    expect(fates("Thôn Hoà Bình\nThôn Đông\nTHÔN HÒA BÌNH")[2]).toEqual({
      fate: "repeated",
      name: "Thôn Hòa Bình",
      firstLine: 1,
    });
  });

  it("in the commune is left as it is, unless the line brings another count", () => {
    const known = [village("Thôn Đông", 210, 612)];
    expect(fates("thôn đông\t210", known)).toEqual([{ fate: "known", name: "Thôn Đông" }]);
    expect(fates("Thôn Đông\t211\t", known)).toEqual([
      { fate: "recount", village: village("Thôn Đông", 211, null) },
    ]);
  });

  it("only in its folded name is flagged and added: Lĩnh and Linh are two villages", () => {
    expect(fates("Thôn Đông Lĩnh\nThôn Đông Linh")).toEqual([
      { fate: "add", village: village("Thôn Đông Lĩnh"), looksLike: null },
      { fate: "add", village: village("Thôn Đông Linh"), looksLike: "Thôn Đông Lĩnh" },
    ]);
    expect(fates("Đoài", [village("Thôn Đoài")])).toEqual([
      { fate: "add", village: village("Đoài"), looksLike: "Thôn Đoài" },
    ]);
  });
});

describe("a line that cannot be a village", () => {
  it.each([
    ["\t\t120", "village_name_missing"],
    ["---", "village_name_missing"],
    ["Thôn Đông, Thôn Đoài, Thôn Thượng", "village_line_lists_several"],
    ["Th«n §«ng", "village_font_outdated"],
    ["Thôn Đông\tkhoảng 200", "village_count_unreadable"],
    ["Thôn Đông\t12.34", "village_count_unreadable"],
    ["Thôn Đông\t-5", "village_count_unreadable"],
    ["Thôn Đông\t9999999", "village_count_unreadable"],
    [`Thôn ${"Đông ".repeat(20)}`, "village_name_too_long"],
  ])("%s is refused with its reason", (line, code) => {
    expect(fates(line)).toMatchObject([{ fate: "refused", refusal: { code } }]);
  });

  it("stays in the box word for word", () => {
    const lines = readVillageList("Thôn Đông\n Thôn A,  Thôn B \nThôn Đoài", []);
    expect(refusedText(lines)).toBe(" Thôn A,  Thôn B ");
  });
});

test.prop([fc.array(fc.string({ unit: "grapheme", maxLength: 40 }), { maxLength: 30 })])(
  "every line that holds a sign has exactly one fate, whatever is pasted",
  (lines) => {
    const pasted = lines.flatMap((line) => line.split(/\r\n|\r|\n/));
    const read = readVillageList(lines.join("\n"), []);
    expect(read.map(({ text }) => text)).toEqual(pasted.filter((line) => line.trim() !== ""));
  },
);

test.prop([
  fc.array(fc.constantFrom("Thôn Đông", "Thôn Đoài\t12", "Khu 1", "A, B", "Thôn Hoà", "Thôn Hòa"), {
    maxLength: 12,
  }),
])("pasting the same list again adds nothing", (lines) => {
  const first = fates(lines.join("\n"));
  const known = first.flatMap((outcome) => (outcome.fate === "add" ? [outcome.village] : []));
  const again = fates(lines.join("\n"), known);
  expect(again.some(({ fate }) => fate === "add" || fate === "recount")).toBe(false);
});
