import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { allow } from "#app/features/accounts/allow.server.ts";
import { receivePaper } from "#app/features/activity-log/receive-paper.server.ts";
import { action, loader } from "#app/routes/office/paper.tsx";
import { loader as sheetDoor } from "#app/routes/office/paper-sheet.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { makePicture } from "../photos/pictures.ts";
import { freshId } from "../roster/rosterers.ts";
import { type Logger, type LoggingTeam, makeLoggingTeam, rowsOf } from "./loggers.ts";

const office = testOffice();
let team: LoggingTeam;
let next = 500;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const PATH = "/van-phong/ghi-giay";
const line = (number: number, wish: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({
      id: freshId(),
      day: "2026-11-19",
      kind: "online-public-service",
      person: "001/1",
      service: "civil-status",
      outcome: "with_help",
      ...wish,
    }).map(([name, value]) => [`${name}${number}`, value]),
  );
const sheetOf = (lines: Record<string, string>[], wish: Record<string, string> = {}) => ({
  team: String(team.teamId),
  member: team.lan.memberId,
  rows: String(lines.length),
  sheetId: freshId(),
  ...Object.assign({}, ...lines),
  ...wish,
});
async function type(by: Logger, form: Record<string, string>, picture: Buffer | null) {
  const { cookie } = await office.signIn(by.accountId);
  const request = new Request(`http://localhost:3000${PATH}`, { headers: { Cookie: cookie } });
  const visit = { requestId: "test", clientAddress: "203.0.113.7", nonce: "" };
  const caller = await allow(
    { request, context: { platform: office.platform, visit } } as never,
    "activity.log-paper",
  );
  const fields = new FormData();
  for (const [name, value] of Object.entries(form)) fields.append(name, value);
  if (picture) fields.append("photo", new File([new Uint8Array(picture)], "phieu.jpg"));
  return receivePaper(caller, fields);
}

describe("the paper path", () => {
  it("rule 1: keeps who did the work, who typed it and the picture of the signed sheet", async () => {
    const lines = [line(1), line(2, { day: "", person: "002/2", visits: "3" })];
    const typed = await type(team.deputy, sheetOf(lines), await makePicture(++next));
    expect(typed).toMatchObject({ ok: true, count: 2 });
    const claims = await rowsOf(office, team, "select * from claim order by visits");
    for (const claim of claims) {
      expect(claim).toMatchObject({
        state: "submitted",
        member_id: team.lan.memberId,
        entered_by: team.deputy.accountId,
        is_from_paper: true,
        team_id: team.teamId,
      });
    }
    expect(claims.map(({ visits }) => visits)).toEqual([1, 3]);
    expect(
      await rowsOf(office, team, "select count(*)::int as count from claim_photo where is_signed_sheet"),
    ).toEqual([{ count: 2 }]);
    // One picture on all lines of one sheet is no borrowed picture.
    expect(await rowsOf(office, team, "select kind from claim_signal")).toEqual([]);
  });

  it("all lines or none: a mistake is named beside its field, and nothing typed is lost, the picture neither", async () => {
    const form = sheetOf([
      line(1),
      line(2, { person: "999/1", outcome: "" }),
      line(3, { kind: "talk", person: "", service: "", visits: "30", mode: "meeting" }),
    ]);
    const refused = await type(team.deputy, form, await makePicture(++next));
    expect(refused).toMatchObject({ ok: false, problems: { person2: { code: "household_not_listed" } } });
    if (refused.ok) throw new Error("it was taken");
    expect(refused.values).toMatchObject({ person2: "999/1", kind3: "talk" });
    expect(await rowsOf(office, team, "select id from claim")).toEqual([]);
    const mended = { ...form, person2: "002/1" };
    const again = await type(team.deputy, { ...mended, sheet: refused.sheet ?? "" }, null);
    expect(again).toMatchObject({ ok: false, problems: { outcome2: { code: "unit_needs_outcome" } } });
    expect(await rowsOf(office, team, "select id from claim")).toEqual([]);
    const whole = { ...mended, outcome2: "proficient", sheet: refused.sheet ?? "" };
    expect(await type(team.deputy, whole, null)).toMatchObject({ ok: true, count: 3 });
    expect(await type(team.deputy, whole, null)).toMatchObject({ ok: true, count: 3 });
    expect(await rowsOf(office, team, "select id from claim")).toHaveLength(3);
  });

  it("asks for the picture and for at least one line", async () => {
    expect(await type(team.deputy, sheetOf([line(1)]), null)).toMatchObject({
      problems: { photo: { code: "photo_missing" } },
    });
    expect(
      await type(team.deputy, sheetOf([line(1, { kind: "" })]), await makePicture(++next)),
    ).toMatchObject({
      problems: { kind1: { code: "not_chosen" } },
    });
  });

  it("a deputy types for the own team and never for themselves; the office for every team, and further back", async () => {
    const picture = await makePicture(++next);
    const own = sheetOf([line(1)], { member: team.deputy.memberId });
    expect(await type(team.deputy, own, picture)).toMatchObject({
      problems: { form: { code: "not_permitted" } },
    });
    const old = line(1, { day: "2026-08-03", id: freshId() });
    expect(await type(team.deputy, sheetOf([old]), picture)).toMatchObject({
      problems: { day1: { code: "work_month_closed" } },
    });
    expect(await type(team.officer, sheetOf([line(1, { day: "2026-08-03" })]), picture)).toMatchObject({
      ok: true,
    });
    const stranger = await makeLoggingTeam(office);
    expect(await type(stranger.officer, sheetOf([line(1)]), picture)).toMatchObject({
      problems: { form: { code: "not_permitted" } },
    });
  });

  it("is a screen for deputies and the office, and not there for others", async () => {
    const deputy = await team.commune.browser(team.deputy.accountId);
    const chosen = await deputy.get(loader, `${PATH}?to=${team.teamId}&member=${team.lan.memberId}&rows=3`);
    expect(chosen.body.sheet).toMatchObject({ member: { name: "Vì Thị Lan" } });
    expect(chosen.body.sheet.ids).toHaveLength(3);
    expect(chosen.body.sheet.people[0].mark).toBe("001/1");
    const lan = await team.commune.browser(team.lan.accountId);
    expect((await lan.get(loader, PATH)).status).toBe(404);
    expect((await lan.post(action, PATH, {})).status).toBe(404);
    const far = await team.commune.browser(team.far.accountId);
    expect((await far.get(sheetDoor, `${PATH}/phieu.pdf?to=${team.teamId}`)).status).toBe(404);
  });
});

describe("the printed sheet", () => {
  const canRead = existsSync("/usr/bin/pdftotext");
  it.skipIf(!canRead && !process.env.CI)(
    "has a page for each member, numbered kinds, and room for signatures",
    async () => {
      const office_ = await team.commune.browser();
      const { status, headers } = await office_.get(sheetDoor, `${PATH}/phieu.pdf?to=${team.teamId}`);
      expect(status).toBe(200);
      expect(headers.get("Content-Type")).toBe("application/pdf");
      const { cookie } = await office.signIn(team.commune.officerId);
      const request = new Request(`http://localhost:3000${PATH}/phieu.pdf?to=${team.teamId}`, {
        headers: { Cookie: cookie },
      });
      const visit = { requestId: "test", clientAddress: "203.0.113.7", nonce: "" };
      const answer = await sheetDoor({
        request,
        params: {},
        context: { platform: office.platform, visit },
      } as never);
      const pdf = Buffer.from(await answer.arrayBuffer());
      const text = execFileSync("/usr/bin/pdftotext", ["-layout", "-", "-"], { input: pdf }).toString();
      const pages = text.split("\f").filter((page) => page.trim() !== "");
      expect(pages).toHaveLength(5);
      expect(text).toContain("Vì Thị Lan");
      expect(text).toContain("PHIẾU GHI VIỆC");
      expect(text).toMatch(/Tổ trưởng hoặc tổ phó/);
      expect(pages[0]).toMatch(/1\.\s+Dịch vụ công trực tuyến/);
    },
  );
});
