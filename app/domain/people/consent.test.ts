import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { DATA_REQUEST_KINDS, dueDayOf, ERASED_NAME, publicNameOf } from "./consent.ts";

const member = { fullName: "Nguyễn Thị Hồng Ánh", isErased: false };
const given = { purpose: "public_full_name", withdrawnAt: null } as const;

describe("the name on a public board", () => {
  it.each([
    ["nothing was said", []],
    ["the consent was withdrawn", [{ ...given, withdrawnAt: "2026-11-20T02:00:00Z" }]],
    ["the consent is for a photo", [{ ...given, purpose: "public_photo" as const }]],
  ])("is the short form when %s", (_, consents) => {
    expect(publicNameOf(member, consents)).toBe("Nguyễn T. H. Á.");
  });

  it("is the full name while a consent to it stands, and again after a new one", () => {
    expect(publicNameOf(member, [given])).toBe(member.fullName);
    expect(publicNameOf(member, [{ ...given, withdrawnAt: "2026-01-01" }, given])).toBe(member.fullName);
  });

  it("of an erased person says that it was erased, and is not shortened as if it were a name", () => {
    expect(publicNameOf({ fullName: ERASED_NAME, isErased: true }, [])).toBe(ERASED_NAME);
  });
});

describe("what the commune owes a person", () => {
  it("has its own number of days for each request", () => {
    const days = DATA_REQUEST_KINDS.map((kind) => dueDayOf(kind, "2026-11-20" as LocalDate));
    expect(days).toEqual(["2026-11-30", "2026-11-30", "2026-12-05", "2026-12-10"]);
  });
});
