import { describe, expect, it } from "vitest";
import { doer, PROPOSED, unitOf, workOf } from "#tests/support/work-samples.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import { dueLines } from "../points/score.ts";
import { rehearse } from "./rehearse.ts";
import type { ActivityKind, Scheme } from "./scheme.ts";

const FROM = "2026-01-01" as LocalDate;

function withKind(key: string, change: (kind: ActivityKind) => ActivityKind): Scheme {
  return {
    ...PROPOSED,
    activities: PROPOSED.activities.map((kind) => (kind.key === key ? change(kind) : kind)),
  };
}

const dearer = withKind("eid-level-2", (kind) => ({ ...kind, scale: { by: "unit", each: 500 } }));

describe("a rehearsal", () => {
  it("says who would move by how much, the furthest first", () => {
    const claims = [
      workOf("1", { activityKey: "eid-level-2", units: [unitOf(1), unitOf(2)] }),
      workOf("2", { activityKey: "eid-level-2", participants: [doer("b")], units: [unitOf(3)] }),
      workOf("3", { participants: [doer("c")], units: [unitOf(4)] }),
    ];
    expect(rehearse(claims, () => PROPOSED, dearer, FROM)).toEqual([
      { memberId: "a", before: 600, after: 1_000 },
      { memberId: "b", before: 300, after: 500 },
      { memberId: "c", before: 400, after: 400 },
    ]);
  });

  it("leaves work before its day under its own rules, and lets what earned then earn nothing again", () => {
    const old = workOf("1", { activityKey: "eid-level-2", workDate: "2025-06-10" as LocalDate });
    const again = workOf("2", { activityKey: "eid-level-2", participants: [doer("b")] });
    expect(rehearse([old, again], () => PROPOSED, dearer, FROM)).toEqual([
      { memberId: "b", before: 0, after: 0 },
    ]);
  });

  it("L21: work of a kind that belongs to two movements is counted once", () => {
    const tagged = withKind("class", (kind) => ({
      ...kind,
      tags: ["digital-literacy-movement", "project-06"],
    }));
    const lesson = workOf("1", {
      activityKey: "class",
      visits: 8,
      units: [unitOf(1, { personKey: null, householdId: null, slot: null })],
    });
    expect(dueLines([lesson], tagged)).toEqual(dueLines([lesson], PROPOSED));
    expect(rehearse([lesson], () => PROPOSED, tagged, FROM)).toHaveLength(1);
  });
});
