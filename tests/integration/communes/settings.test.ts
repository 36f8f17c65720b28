import { beforeEach, describe, expect, it } from "vitest";
import { parseLocalDate } from "#app/domain/calendar/local-date.ts";
import { adoptRegulation } from "#app/features/communes/adopt-regulation.server.ts";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import { readCommune } from "#app/features/communes/read-commune.server.ts";
import { readSetting } from "#app/features/communes/read-settings.server.ts";
import { setCutoff } from "#app/features/communes/set-cutoff.server.ts";
import { setWords } from "#app/features/communes/set-words.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import { testOffice } from "./office.ts";

const office = testOffice();
let scope: CommuneScope;

beforeEach(async () => {
  const founder = await office.makeAccount({ isFounder: true });
  const communeId = await foundCommune(
    office.platform,
    { actorId: founder, verb: "test", requestId: "r" },
    "dai-son-2026",
  );
  scope = office.scope(communeId, founder);
});

const day = (text: string) => {
  const date = parseLocalDate(text);
  if (!date) throw new Error(`${text} is not a day`);
  return date;
};

const words = { team: "Tổ số thôn", teamShort: "Tổ số", village: "bản", office: "Phòng Văn hóa - Xã hội" };

describe("words", () => {
  it("saved by two officers at once: one stands, the other is told, both keep what they typed", async () => {
    const save = (village: string) =>
      setWords(office.platform, scope, { words: { ...words, village }, seenRevision: 1 });
    const verdicts = await Promise.all([save("bản"), save("xóm")]);
    expect(verdicts).toContainEqual({ ok: true, value: null });
    expect(verdicts).toContainEqual({ ok: false, code: "changed_meanwhile" });
    const stored = await readSetting(office.platform, scope, "words");
    expect(stored.revision).toBe(2);
    const loser = stored.value.village === "bản" ? "xóm" : "bản";
    const retry = await setWords(office.platform, scope, {
      words: { ...words, village: loser },
      seenRevision: stored.revision,
    });
    expect(retry.ok).toBe(true);
  });

  it("sent again from an older page are no conflict when nothing differs", async () => {
    await setWords(office.platform, scope, { words, seenRevision: 1 });
    expect(await setWords(office.platform, scope, { words, seenRevision: 1 })).toEqual({
      ok: true,
      value: null,
    });
    expect((await readSetting(office.platform, scope, "words")).revision).toBe(2);
  });
});

describe("the days of the reports", () => {
  const { cutoff } = PRESETS["dai-son-2026"].report;

  it("are refused when every report would be late, and stay as they were", async () => {
    const verdict = await setCutoff(office.platform, scope, {
      cutoff: { ...cutoff, startDay: 20 },
      seenRevision: 1,
    });
    expect(verdict).toMatchObject({ ok: false, code: "report_due_before_figures_freeze" });
    expect((await readSetting(office.platform, scope, "cutoff")).value).toEqual(cutoff);
  });

  it("are saved when they leave time", async () => {
    const calendarMonths = PRESETS["ninh-thuan-2022"].report.cutoff;
    expect(await setCutoff(office.platform, scope, { cutoff: calendarMonths, seenRevision: 1 })).toEqual({
      ok: true,
      value: { revision: 2 },
    });
    expect((await readSetting(office.platform, scope, "cutoff")).value).toEqual(calendarMonths);
  });
});

describe("the trial", () => {
  const regulation = { number: "số 12/qc-ubnd", date: day("2026-11-18") };

  it("ends when the number and date of the regulation are entered", async () => {
    expect(await readCommune(office.platform, scope)).toMatchObject({ isTrial: true, regulation: null });
    expect(await adoptRegulation(office.platform, scope, { regulation, seenRevision: 1 })).toEqual({
      ok: true,
      value: null,
    });
    expect(await readCommune(office.platform, scope)).toMatchObject({
      isTrial: false,
      regulation: { number: "12/QC-UBND", date: "2026-11-18" },
    });
  });

  it("goes on when the number is none or the date has not come", async () => {
    const adopt = (number: string, date: string) =>
      adoptRegulation(office.platform, scope, { regulation: { number, date: day(date) }, seenRevision: 1 });
    expect(await adopt("quy chế", "2026-11-18")).toMatchObject({ code: "regulation_number_malformed" });
    expect(await adopt("12/QC-UBND", "2026-11-21")).toMatchObject({ code: "regulation_date_in_future" });
    expect((await readCommune(office.platform, scope)).isTrial).toBe(true);
  });

  it("entered twice is entered once; entered over somebody's newer change is refused", async () => {
    await adoptRegulation(office.platform, scope, { regulation, seenRevision: 1 });
    expect((await adoptRegulation(office.platform, scope, { regulation, seenRevision: 1 })).ok).toBe(true);
    const other = { number: "13/QC-UBND", date: day("2026-11-19") };
    expect(await adoptRegulation(office.platform, scope, { regulation: other, seenRevision: 1 })).toEqual({
      ok: false,
      code: "changed_meanwhile",
    });
  });

  it("can start again, and the audit log names both", async () => {
    await adoptRegulation(office.platform, scope, { regulation, seenRevision: 1 });
    await adoptRegulation(office.platform, scope, { regulation: null, seenRevision: 2 });
    expect((await readCommune(office.platform, scope)).isTrial).toBe(true);
    const { rows } = await office.db.maintain.query<{ body: string }>(
      "select body from audit_log where commune_id = $1 and table_name = 'commune' and op = 'update' order by seq",
      [scope.communes[0]],
    );
    const numbers = rows.map(({ body }) => JSON.parse(body)[0].now.regulation_number);
    expect(numbers).toEqual(["12/QC-UBND", null]);
  });
});
