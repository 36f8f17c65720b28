import { beforeEach, describe, expect, it } from "vitest";
import * as activityLog from "#app/routes/member/activity-log.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf } from "./loggers.ts";

const office = testOffice();
let team: LoggingTeam;
let lan: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  lan = await team.commune.browser(team.lan.accountId);
});

/** The plain form, as a browser without scripts sends it. */
const sendForm = (viec: string, fields: [string, string][]) =>
  lan.post(activityLog.action, "/ghi-viec", [
    ["id", freshId()],
    ["newId", freshId()],
    ["viec", viec],
    ["dayChoice", "today"],
    ["mode", "meeting"],
    ["audience", "residents"],
    ["visits", "30"],
    ["act", "send"],
    ...fields,
  ]);

describe("the form of a record, without scripts", () => {
  it("F04, F05, D14, L21: takes figures of the report and two movements, and the record is one record", async () => {
    const answer = await sendForm("talk", [
      ["counter.reached_people", "30"],
      ["counter.questions_answered", ""],
      ["movement", "Bình dân học vụ số"],
      ["movement", "Đề án 06"],
    ]);
    expect(answer.status).toBe(302);
    const claims = await rowsOf(office, team, "select counters, movements from claim");
    expect(claims).toEqual([
      { counters: { reached_people: 30 }, movements: ["Bình dân học vụ số", "Đề án 06"] },
    ]);
  });

  it("keeps what was typed and says beside the figure that it cannot be read", async () => {
    const answer = await sendForm("talk", [["counter.reached_people", "ba mươi"]]);
    expect(answer.status).toBe(422);
    expect(answer.body.draft.counters).toEqual({ reached_people: "ba mươi" });
    expect(answer.body.problems.fields.counters).toEqual({ code: "not_a_number" });
  });
});
