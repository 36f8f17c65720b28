import { describe, expect, it } from "vitest";
import { badgeWork, factsOf, MONTHS, proposedBadge, ruleBadge } from "#tests/support/badge-samples.ts";
import { unitOf } from "#tests/support/work-samples.ts";
import { addDays, type LocalDate } from "../calendar/local-date.ts";
import type { Badge } from "./badge.ts";
import { dueAwards } from "./due-awards.ts";
import { progressOf } from "./progress.ts";
import { weeksTouched } from "./week.ts";

const day = (text: string) => text as LocalDate;
const people = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => unitOf(index + 1, { personKey: `person-${from + index}` }));

describe("what is due", () => {
  it.each([
    [9, 0],
    [10, 1],
    [11, 1],
  ])("%i different proficient people in a month give %i award", (count, awards) => {
    const facts = factsOf([badgeWork("1", { units: people(count) })]);
    expect(dueAwards(proposedBadge("hands-on"), facts, MONTHS)).toHaveLength(awards);
  });

  it("a person met twice, or whom nobody can name, is not counted again", () => {
    const unknown = unitOf(9, { personKey: null });
    const facts = factsOf([
      badgeWork("1", { units: people(9) }),
      badgeWork("2", { units: [...people(5), unknown] }),
    ]);
    expect(dueAwards(proposedBadge("hands-on"), facts, MONTHS)).toEqual([]);
  });

  it("K05: a badge of the month is earned anew each month", () => {
    const facts = factsOf([
      badgeWork("1", { units: people(10) }),
      badgeWork("2", { units: people(10), workDate: day("2026-12-03") }),
    ]);
    expect(dueAwards(proposedBadge("hands-on"), facts, MONTHS).map(({ occasion }) => occasion)).toEqual([
      "2026-11",
      "2026-12",
    ]);
  });

  it("each further goal is a tier of its own, and stands on the records up to it", () => {
    const badge = ruleBadge({ measure: "verified_claims", goals: [1, 3], within: "year" });
    const facts = factsOf(["1", "2", "3", "4"].map((id) => badgeWork(id)));
    expect(dueAwards(badge, facts, MONTHS).map(({ tier, basis }) => [tier, basis.claims])).toEqual([
      [1, ["1"]],
      [2, ["1", "2", "3"]],
    ]);
  });

  it("D14: work of the movement for digital learning is told apart by its tag", () => {
    const badge = proposedBadge("learning-for-all");
    const classes = Array.from({ length: 10 }, (_, index) =>
      badgeWork(`c${index}`, { activityKey: "class" }),
    );
    const visits = Array.from({ length: 10 }, (_, index) => badgeWork(`v${index}`));
    expect(dueAwards(badge, factsOf(visits), MONTHS)).toEqual([]);
    expect(dueAwards(badge, factsOf([...classes, ...visits]), MONTHS)).toMatchObject([{ tier: 1 }]);
  });

  it("D05: the youth badge counts people taught while in the Youth Union", () => {
    const badge = proposedBadge("youth-hand");
    const facts = (isByYouth: boolean) => factsOf([badgeWork("1", { units: people(30) }, { isByYouth })]);
    expect(dueAwards(badge, facts(false), MONTHS)).toEqual([]);
    expect(dueAwards(badge, facts(true), MONTHS)).toMatchObject([{ tier: 1, occasion: "2026" }]);
  });

  it("D10: shifts and lessons at mobile points have a badge of their own", () => {
    const badge = proposedBadge("mobile-school");
    const shifts = Array.from({ length: 10 }, (_, index) =>
      badgeWork(`s${index}`, { activityKey: "help-point-shift" }, { mode: "mobile_point" }),
    );
    expect(dueAwards(badge, factsOf(shifts), MONTHS)).toMatchObject([{ tier: 1, earnedOn: "2026-11-10" }]);
  });

  it("B13: a team's full months are counted one after the other, by different people", () => {
    const badge = proposedBadge("three-full-months");
    const months = ["2026-09-05", "2026-10-05", "2026-11-05"];
    const works = months.map((workDate, index) =>
      badgeWork(String(index), { workDate: day(workDate), units: people(50) }),
    );
    expect(dueAwards(badge, factsOf(works, { monthlyQuota: 50 }), MONTHS)).toMatchObject([
      { tier: 1, monthId: 202611 },
    ]);
    expect(dueAwards(badge, factsOf(works.slice(1), { monthlyQuota: 50 }), MONTHS)).toEqual([]);
    expect(dueAwards(badge, factsOf(works, { monthlyQuota: null }), MONTHS)).toEqual([]);
  });

  it.each([
    [79, 0],
    [80, 1],
  ])("with %i of 100 households able, a team holds %i badge of the whole village", (able, awards) => {
    const units = Array.from({ length: able }, (_, index) => unitOf(index + 1));
    const facts = factsOf([badgeWork("1", { units })], { households: 100 });
    expect(dueAwards(proposedBadge("whole-village"), facts, MONTHS)).toHaveLength(awards);
  });
});

describe("streaks of weeks", () => {
  const badge = proposedBadge("twelve-weeks");
  const weekly = (count: number, from = "2026-08-03") =>
    Array.from({ length: count }, (_, index) =>
      badgeWork(`w${index}`, { workDate: addDays(day(from), index * 7) }),
    );

  it("twelve weeks in a row earn it, eleven do not", () => {
    expect(dueAwards(badge, factsOf(weekly(11)), MONTHS)).toEqual([]);
    expect(dueAwards(badge, factsOf(weekly(12)), MONTHS)).toMatchObject([{ earnedOn: "2026-10-19" }]);
  });

  it("a week sent late mends the run, and the award belongs to the month that booked it", () => {
    const works = weekly(12).map((work) => (work.id === "w5" ? { ...work, bookedMonth: 202611 } : work));
    expect(dueAwards(badge, factsOf(works.filter(({ id }) => id !== "w5")), MONTHS)).toEqual([]);
    expect(dueAwards(badge, factsOf(works), MONTHS)).toMatchObject([{ monthId: 202611 }]);
  });

  it("a storm carries the run over and counts for nothing", () => {
    const works = weekly(13).filter(({ id }) => id !== "w6");
    const storm = new Set(weeksTouched(day("2026-09-14"), day("2026-09-17")));
    expect(dueAwards(badge, factsOf(works), MONTHS)).toEqual([]);
    expect(dueAwards(badge, factsOf(works, { excusedWeeks: storm }), MONTHS)).toMatchObject([
      { basis: { value: 12 }, earnedOn: "2026-10-26" },
    ]);
  });
});

describe("versions", () => {
  const first = ruleBadge({ measure: "verified_claims", goals: [3], within: "year" });
  const changed = (goal: number, from: string): Badge => {
    const award =
      first.content.award.by === "rule" ? { ...first.content.award, goals: [goal] } : first.content.award;
    return {
      key: first.key,
      versions: [...first.versions, { version: 2, from: day(from), content: { ...first.content, award } }],
    };
  };
  const three = factsOf(
    ["2026-03-02", "2026-03-03", "2026-03-04"].map((workDate, index) =>
      badgeWork(String(index), { workDate: day(workDate) }),
    ),
  );

  it("what was earned keeps the version it was earned under", () => {
    expect(dueAwards(changed(5, "2026-06-10"), three, MONTHS)).toMatchObject([
      { version: 1, earnedOn: "2026-03-04" },
    ]);
  });

  it("who had done enough for an easier version earns it the day it begins", () => {
    const two = factsOf(three.works.slice(0, 2));
    expect(dueAwards(changed(2, "2026-06-10"), two, MONTHS)).toMatchObject([
      { version: 2, earnedOn: "2026-06-10", monthId: 202606 },
    ]);
  });

  it("a month that is over is not judged anew by a later version", () => {
    const badge = changed(2, "2026-06-10");
    const monthly: Badge = {
      ...badge,
      versions: badge.versions.map((version) => ({
        ...version,
        content: {
          ...version.content,
          award:
            version.content.award.by === "rule"
              ? { ...version.content.award, within: "month" }
              : version.content.award,
        },
      })),
    };
    expect(dueAwards(monthly, factsOf(three.works.slice(0, 2)), MONTHS)).toEqual([]);
  });

  it("a retired badge is earned by nobody from its day on", () => {
    const [version] = first.versions;
    if (!version) throw new Error("no version");
    const retired: Badge = {
      key: first.key,
      versions: [
        version,
        { version: 2, from: day("2026-03-04"), content: { ...version.content, isRetired: true } },
      ],
    };
    expect(dueAwards(retired, three, MONTHS)).toEqual([]);
  });
});

describe("progress", () => {
  const now = { today: day("2026-11-21"), monthId: 202611 };

  it("tells how far it is to the next goal of this month", () => {
    const { content } = ruleBadge({ measure: "proficient_people", goals: [10, 20], within: "month" });
    const facts = factsOf([
      badgeWork("1", { units: people(12) }),
      badgeWork("2", { units: people(5, 50), workDate: day("2026-10-03") }),
    ]);
    expect(progressOf(content, facts, now, new Set())).toMatchObject({ value: 10, goal: 10, tier: 1 });
    expect(progressOf(content, facts, now, new Set(["2026-11/1"]))).toMatchObject({
      value: 12,
      goal: 20,
      tier: 2,
    });
    expect(progressOf(content, facts, now, new Set(["2026-11/1", "2026-11/2"]))).toBeNull();
  });

  it("a streak that broke starts again, though the longest one is remembered", () => {
    const { content } = ruleBadge({ measure: "active_weeks_in_a_row", goals: [12], within: "ever" });
    const works = ["2026-08-03", "2026-08-10", "2026-08-17", "2026-11-10"].map((workDate, index) =>
      badgeWork(String(index), { workDate: day(workDate) }),
    );
    expect(progressOf(content, factsOf(works), now, new Set())).toMatchObject({ value: 1, goal: 12 });
  });

  it("D01: a title given by people has no measure to be counted towards by rule", () => {
    const content = proposedBadge("digital-ambassador").versions[0]?.content;
    expect(content && progressOf(content, factsOf([]), now, new Set())).toBeNull();
  });
});
