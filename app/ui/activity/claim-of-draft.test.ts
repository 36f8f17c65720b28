import { describe, expect, it } from "vitest";
import { type ActivityKind, kindOf } from "#app/domain/activity/scheme.ts";
import { schemeOfProposal } from "#app/domain/activity/scheme-of-proposal.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import { claimOfDraft } from "./claim-of-draft.ts";
import type { Draft, DraftUnit } from "./draft.ts";
import { provisionalPoints } from "./provisional-points.ts";
import { draftOfRecord, newDraft, nextAfter } from "./start-draft.ts";

const TODAY = "2026-11-21" as LocalDate;
const scheme = schemeOfProposal(PRESETS["dai-son-2026"].proposal);

function kind(key: string): ActivityKind {
  const found = kindOf(scheme, key);
  if (!found) throw new Error(`no kind ${key}`);
  return found;
}

const start = (key: string) => ({
  id: "record",
  newId: "next",
  activityKey: key,
  mode: kind(key).modes[0] ?? ("hands_on" as const),
  services: [],
});
const blank = (key: string): Draft => newDraft(start(key));
const unit = (key: string, change: Partial<DraftUnit> = {}): DraftUnit => ({
  key,
  outcome: null,
  quantity: "1",
  bonuses: {},
  groups: [],
  checks: [],
  ...change,
});
const pointsOf = (draft: Draft) => {
  const ofKind = kind(draft.activityKey);
  return provisionalPoints(claimOfDraft(draft, ofKind, TODAY).content, ofKind, scheme.limits, []);
};

describe("what the form becomes", () => {
  it("B14, C30: people are counted by household and person, unknown ones as visits that know of it at most", () => {
    const draft: Draft = {
      ...blank("online-public-service"),
      services: ["tax-payment"],
      units: [unit("h1/1", { outcome: "proficient" }), unit("h2/3", { outcome: "with_help" })],
      fields: { ...blank("online-public-service").fields, unknown: "3" },
    };
    const { content } = claimOfDraft(draft, kind("online-public-service"), TODAY);
    expect(content.visits).toBe(5);
    expect(content.units.map(({ householdId, slot, outcome }) => [householdId, slot, outcome])).toEqual([
      ["h1", 1, "proficient"],
      ["h2", 3, "with_help"],
      [null, null, "knows"],
      [null, null, "knows"],
      [null, null, "knows"],
    ]);
    expect(pointsOf(draft)).toBe(400 + 200 + 3 * 100);
  });

  it("C07: several documents put in for one person at one sitting are one record", () => {
    const draft = {
      ...blank("document-integration"),
      services: ["vssid", "driving-licence", "social-security"],
      units: [unit("h1/1", { outcome: "proficient" })],
    };
    const { content, unitKeys } = claimOfDraft(draft, kind("document-integration"), TODAY);
    expect(content.units.map(({ serviceKey }) => serviceKey)).toEqual(draft.services);
    expect(unitKeys).toEqual(["h1/1", "h1/1", "h1/1"]);
    expect([content.visits, pointsOf(draft)]).toEqual([1, 300]);
  });

  it("C12: the steps of an online shop are ticked and paid one by one", () => {
    const checks = ["stall_opened", "photos_posted", "advertised"] as const;
    const draft = { ...blank("online-shop-step"), units: [unit("h1/-", { checks })] };
    const { content } = claimOfDraft(draft, kind("online-shop-step"), TODAY);
    expect(content.units).toMatchObject([{ householdId: "h1", slot: null, quantity: 3, checks }]);
    expect(pointsOf(draft)).toBe(600);
  });

  it("L32: says for whom the work was, residents unless another audience is chosen", () => {
    const draft = blank("talk");
    const forWhom = (audience: string) =>
      claimOfDraft({ ...draft, fields: { ...draft.fields, audience } }, kind("talk"), TODAY).content.audience;
    expect([forWhom(""), forWhom("cooperative"), forWhom("nobody")]).toEqual([
      "residents",
      "cooperative",
      "residents",
    ]);
  });

  it("keeps a day and a number that cannot be read apart, for a sentence beside each", () => {
    const draft = blank("help-point-shift");
    const fields = {
      ...draft.fields,
      dayChoice: "other",
      otherDay: "31/02/2026",
      minutes: "hai giờ",
      visits: "9x",
    };
    expect(claimOfDraft({ ...draft, fields }, kind("help-point-shift"), TODAY).unreadable).toEqual({
      workDate: { code: "not_a_date" },
      minutes: { code: "not_a_number" },
      visits: { code: "not_a_number" },
    });
  });

  it("shows a record to be changed exactly as it was sent", () => {
    const draft: Draft = {
      ...blank("online-public-service"),
      services: ["tax-payment"],
      helpers: ["m1"],
      photos: ["p1"],
      units: [
        unit("h1/1", { outcome: "proficient", bonuses: { "dossier-filed": "1" }, groups: ["elderly"] }),
      ],
      fields: {
        ...blank("online-public-service").fields,
        note: "Tại nhà",
        unknown: "2",
        dayChoice: "yesterday",
      },
    };
    const ofKind = kind("online-public-service");
    const { content } = claimOfDraft(draft, ofKind, TODAY);
    const again = draftOfRecord(start("online-public-service"), content, 1, TODAY);
    expect(claimOfDraft(again, ofKind, TODAY).content).toEqual(content);
  });

  it("C21: after sending, service, mode, day and outcome wait for the next door, and nobody is named yet", () => {
    const draft: Draft = {
      ...blank("online-public-service"),
      services: ["tax-payment"],
      units: [unit("h1/1", { outcome: "with_help" })],
      fields: { ...blank("online-public-service").fields, mode: "hands_on", dayChoice: "yesterday" },
    };
    const { content } = claimOfDraft(draft, kind("online-public-service"), TODAY);
    const next = nextAfter(start("online-public-service"), content, TODAY);
    expect(next).toMatchObject({
      units: [],
      services: ["tax-payment"],
      fields: { mode: "hands_on", dayChoice: "yesterday", outcomeForNext: "with_help" },
    });
  });
});

describe("figures and movements", () => {
  it("F04, C09, D20: figures that were typed go with the record; what stayed empty says nothing", () => {
    const draft = { ...blank("digital-signature"), counters: { signatures_made: "12", signatures_used: "" } };
    expect(claimOfDraft(draft, kind("digital-signature"), TODAY).content.counters).toEqual({
      signatures_made: 12,
    });
    const typed = { ...draft, counters: { signatures_made: "mười" } };
    expect(claimOfDraft(typed, kind("digital-signature"), TODAY).unreadable).toEqual({
      counters: { code: "not_a_number" },
    });
  });

  it("D14, L21: a record carries two movements, and the next door keeps them", () => {
    const movements = ["Bình dân học vụ số", "Học tập số toàn dân"];
    const { content } = claimOfDraft({ ...blank("class"), movements }, kind("class"), TODAY);
    expect(content.movements).toEqual(movements);
    expect(nextAfter(start("class"), content, TODAY).movements).toEqual(movements);
    expect(draftOfRecord(start("class"), { ...content, counters: { parents: 3 } }, 1, TODAY)).toMatchObject({
      movements,
      counters: { parents: "3" },
    });
  });
});
