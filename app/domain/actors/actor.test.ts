import { expect, it } from "vitest";
import { ORGANISATION_KINDS } from "../people/team.ts";
import { ACTOR_KINDS, isSameActor } from "./actor.ts";

it("A30: every body the plans name can be named here, the steering committee first", () => {
  expect([...ACTOR_KINDS].sort()).toEqual([...ORGANISATION_KINDS].sort());
  expect(ACTOR_KINDS[0]).toBe("steering_committee");
});

it("two spellings of one name are one body", () => {
  expect(isSameActor("Trường Hoà Bình", "trường Hòa Bình")).toBe(true);
  expect(isSameActor("Ban Chỉ đạo xã", "Ban Chỉ đạo phường")).toBe(false);
});
