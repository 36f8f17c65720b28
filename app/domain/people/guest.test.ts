import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { checkGuest } from "./guest.ts";

const student = {
  source: "campaign",
  role: "member",
  until: "2026-08-31" as LocalDate,
  campaign: "Mùa hè xanh 2026",
} as const;

describe("a guest of a campaign", () => {
  it("A43: names the campaign, has a last day, and is a member and nothing more", () => {
    expect(checkGuest(student)).toEqual({ ok: true, value: null });
    expect(checkGuest({ ...student, until: null })).toEqual({ ok: false, code: "campaign_needs_end" });
    expect(checkGuest({ ...student, campaign: null })).toEqual({ ok: false, code: "campaign_needs_name" });
    for (const role of ["leader", "deputy"] as const)
      expect(checkGuest({ ...student, role })).toEqual({ ok: false, code: "guest_only_member" });
  });

  it("nobody else is asked for any of it", () => {
    for (const source of ["decision", "assigned", "volunteer"] as const)
      expect(checkGuest({ source, role: "leader", until: null, campaign: null }).ok).toBe(true);
  });
});
