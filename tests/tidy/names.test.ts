import { describe, expect, it } from "vitest";
import {
  findLongFiles,
  findUnmarkedServerFiles,
  findVagueNames,
  findVietnameseIdentifiers,
  LINES_AT_MOST,
} from "./checks/names.ts";
import { house, planted } from "./house.ts";

describe("names and sizes", () => {
  it("no file is longer than a reader can hold", () => {
    expect(findLongFiles(house)).toEqual([]);
  });

  it("every file is named for what it does", () => {
    expect(findVagueNames(house)).toEqual([]);
  });

  it("files that use Node's modules are marked server-only", () => {
    expect(findUnmarkedServerFiles(house)).toEqual([]);
  });

  it("identifiers are English", () => {
    expect(findVietnameseIdentifiers(house)).toEqual([]);
  });
});

describe("canaries of names and sizes", () => {
  it("one line too many is found, the last allowed one is not", () => {
    expect(findLongFiles(planted("app/a.ts", "x\n".repeat(LINES_AT_MOST + 1)))).toHaveLength(1);
    expect(findLongFiles(planted("app/a.ts", "x\n".repeat(LINES_AT_MOST)))).toEqual([]);
  });

  it.each([
    "app/features/a/utils.ts",
    "app/features/a/helpers.server.ts",
    "app/features/a/service.server.ts",
    "app/features/ledger/ledger-service.server.ts",
    "app/utils/text.ts",
    "app/lib/text.ts",
    "app/domain/misc.ts",
    "app/domain/readBook.ts",
  ])("%s is found", (path) => {
    expect(findVagueNames(planted(path, ""))).toHaveLength(1);
  });

  it("a verb stays silent", () => {
    expect(findVagueNames(planted("app/features/a/verify-claim.server.ts", ""))).toEqual([]);
  });

  it("Node's modules in an unmarked file are found", () => {
    expect(
      findUnmarkedServerFiles(planted("app/features/a/b.ts", 'import { createHash } from "node:crypto";')),
    ).toHaveLength(1);
    expect(
      findUnmarkedServerFiles(
        planted("app/features/a/b.server.ts", 'import { createHash } from "node:crypto";'),
      ),
    ).toEqual([]);
  });

  it.each([
    "const điểm = 1;",
    "const khenThuong = 1;",
    "function nguoiDan() {}",
    "const baoCaoThang = 1;",
    "type Thon = string;",
  ])("%s is found", (text) => {
    expect(findVietnameseIdentifiers(planted("app/a.ts", text)).length).toBeGreaterThan(0);
  });

  it("Vietnamese in text stays silent", () => {
    expect(findVietnameseIdentifiers(planted("app/a.ts", 'const greeting = "Thi đua khen thưởng";'))).toEqual(
      [],
    );
  });
});
