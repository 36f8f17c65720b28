import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { codeAt, isCodeGood } from "./attendance-code.ts";
import { CORE_TOPICS, lastLearned, type TrainingBook, topicState, trainingRates } from "./training-book.ts";
import { dueStep } from "./training-reminders.ts";
import { isDoorOpen, isInvited, type Session, type Trainee } from "./training-session.ts";

const day = (text: string) => text as LocalDate;
const TODAY = day("2026-11-20");
const trainee = (memberId: string, wish: Partial<Trainee["seats"][number]> = {}): Trainee => ({
  memberId,
  seats: [{ teamId: 1, role: "member", from: day("2026-01-01"), to: null, ...wish }],
  youth: [],
});
const session = (id: string, wish: Partial<Session> = {}): Session => ({
  id,
  heldOn: day("2026-11-05"),
  startsAt: 480,
  minutes: 120,
  topics: ["public-services"],
  isMandatory: true,
  forRoles: [],
  teamIds: [],
  ...wish,
});
const book = (wish: Partial<TrainingBook>): TrainingBook => ({
  members: [trainee("a"), trainee("b")],
  sessions: [],
  attendance: [],
  courses: [],
  certificates: [],
  ...wish,
});
const MONTH = { from: day("2026-11-01"), to: day("2026-11-30"), today: TODAY, minuteOfDay: 600 };

describe("rates of training", () => {
  it("G01: in full is every mandatory session that is over, without those one was excused from", () => {
    const { attendance, complete } = trainingRates(
      book({
        sessions: [session("1"), session("2"), session("soon", { heldOn: day("2026-11-25") })],
        attendance: [
          { sessionId: "1", memberId: "a", state: "present" },
          { sessionId: "2", memberId: "a", state: "excused" },
          { sessionId: "1", memberId: "b", state: "present" },
          { sessionId: "2", memberId: "b", state: "asked" },
        ],
      }),
      MONTH,
    );
    expect(attendance).toEqual({ numerator: 2, denominator: 3, excused: 1 });
    expect(complete).toEqual({ numerator: 1, denominator: 2, excused: 0 });
  });

  it("B20: counts who is trained in every core topic, AI and teaching among them; too long ago is not", () => {
    const all = session("all", { topics: CORE_TOPICS });
    const old = session("old", { topics: CORE_TOPICS, heldOn: day("2024-11-20") });
    const rates = trainingRates(
      book({
        sessions: [all, old],
        attendance: [
          { sessionId: "all", memberId: "a", state: "present" },
          { sessionId: "old", memberId: "b", state: "present" },
        ],
      }),
      MONTH,
    );
    expect(CORE_TOPICS).toEqual(expect.arrayContaining(["artificial-intelligence", "pedagogy"]));
    expect(rates.core).toEqual({ numerator: 1, denominator: 2, excused: 0 });
    expect(rates.byTopic.pedagogy).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it("B12: counts the members whose certificate of a course is confirmed by the day asked for", () => {
    const courses = [{ id: "mooc", topics: ["basic-digital-skills"], isMandatory: true, dueOn: null }];
    const certificates = [{ courseId: "mooc", memberId: "a", completedOn: day("2026-06-29") }];
    const at = (to: string) =>
      trainingRates(book({ courses, certificates }), { ...MONTH, from: day("2026-01-01"), to: day(to) });
    expect(at("2026-06-30").byCourse.mooc).toMatchObject({ numerator: 1, denominator: 2 });
    expect(at("2026-06-28").byCourse.mooc).toMatchObject({ numerator: 0, denominator: 2 });
  });

  it("says nought of nought where nobody owes anything, never nought per cent", () => {
    expect(trainingRates(book({ members: [] }), MONTH).attendance).toEqual({
      numerator: 0,
      denominator: 0,
      excused: 0,
    });
  });

  it("G03: what was learned two years ago is due again", () => {
    expect(topicState(day("2024-11-21"), TODAY)).toBe("fresh");
    expect(topicState(day("2024-11-20"), TODAY)).toBe("old");
    expect(topicState(undefined, TODAY)).toBe("never");
    const learned = lastLearned(
      book({
        sessions: [session("1"), session("2", { heldOn: day("2025-03-01") })],
        attendance: [
          { sessionId: "1", memberId: "a", state: "present" },
          { sessionId: "2", memberId: "a", state: "present" },
        ],
      }),
    );
    expect(learned.get("a")?.get("public-services")).toBe("2026-11-05");
  });
});

describe("who a session is for", () => {
  it("is asked on its day: of its teams, in its roles, or in the Youth Union", () => {
    expect(isInvited(session("1"), trainee("late", { from: day("2026-11-06") }))).toBe(false);
    expect(isInvited(session("1", { teamIds: [2] }), trainee("a"))).toBe(false);
    expect(isInvited(session("1", { forRoles: ["leader"] }), trainee("a"))).toBe(false);
    const youth = session("1", { forRoles: ["youth_union"] });
    expect(isInvited(youth, trainee("a"))).toBe(false);
    expect(isInvited(youth, { ...trainee("a"), youth: [{ from: day("2026-01-01"), to: null }] })).toBe(true);
  });

  it("lets people sign in from an hour before until two hours after", () => {
    const time = { heldOn: TODAY, startsAt: 480, minutes: 120 };
    const at = (minute: number) => isDoorOpen(time, TODAY, minute);
    expect([at(419), at(420), at(720), at(721)]).toEqual([false, true, true, false]);
    expect(isDoorOpen(time, day("2026-11-21"), 500)).toBe(false);
  });
});

describe("the code on the host's screen", () => {
  const sign = (text: string) =>
    [...text]
      .reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 2 ** 40, 7)
      .toString(16)
      .padStart(12, "0");
  const now = Date.UTC(2026, 10, 20, 1, 0, 30);
  it("is good for its minute and three more, and for no other session", () => {
    const code = codeAt(sign, "one", now);
    expect(code).toMatch(/^\d{6}$/);
    expect(isCodeGood(sign, "one", `${code.slice(0, 3)} ${code.slice(3)}`, now)).toBe(true);
    expect(isCodeGood(sign, "one", code, now + 3 * 60_000)).toBe(true);
    expect(isCodeGood(sign, "one", code, now + 4 * 60_000)).toBe(false);
    expect(isCodeGood(sign, "two", code, now)).toBe(false);
    expect(isCodeGood(sign, "one", "", now)).toBe(false);
  });
});

describe("reminders", () => {
  it("B12: come before and after the day of a course; what passed while the house was down is not made up for", () => {
    const due = day("2026-06-30");
    const at = (today: string) => dueStep("course", due, day(today));
    expect([at("2026-06-15"), at("2026-06-16"), at("2026-06-29")]).toEqual([null, "before_14", "before_3"]);
    expect([at("2026-06-30"), at("2026-07-01"), at("2026-07-20"), at("2026-07-31")]).toEqual([
      "due",
      "after_1",
      "after_7",
      null,
    ]);
  });

  it("come before a session and never after it", () => {
    const at = (today: string) => dueStep("session", TODAY, day(today));
    expect([at("2026-11-16"), at("2026-11-18"), at("2026-11-19"), at("2026-11-20")]).toEqual([
      null,
      "before_3",
      "before_1",
      null,
    ]);
  });
});
