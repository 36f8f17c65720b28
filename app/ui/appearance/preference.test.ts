import { describe, expect, it } from "vitest";
import { choosePreference, defaultPreference, readPreference, writePreference } from "./preference.ts";

describe("the look of pages on one device", () => {
  it("what was written is read back among other cookies", () => {
    const chosen = { theme: "dark", textSize: "larger", language: "en" } as const;
    const cookie = writePreference(chosen, true).split(";")[0];
    expect(readPreference(`a=b; ${cookie}; c=d`)).toEqual(chosen);
  });

  it.each([null, "", "appearance=", "appearance=neon.huge.fr", "appearance=..", "xappearance=dark.large.en"])(
    "%s leaves the house's own look",
    (header) => {
      expect(readPreference(header)).toEqual(defaultPreference);
    },
  );

  it("a form that sends one choice leaves the others", () => {
    const current = { theme: "dark", textSize: "large", language: "vi" } as const;
    expect(choosePreference({ language: "en" }, current)).toEqual({ ...current, language: "en" });
    expect(choosePreference({ theme: "<script>" }, current)).toEqual(current);
  });

  it("the cookie crosses plain http only where the house itself is plain http", () => {
    expect(writePreference(defaultPreference, true)).toMatch(/; SameSite=Lax; HttpOnly; Secure$/);
    expect(writePreference(defaultPreference, false)).not.toContain("Secure");
  });
});
