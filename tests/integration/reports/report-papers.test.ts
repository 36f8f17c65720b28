import { readXlsx } from "hucre/xlsx";
import { beforeEach, expect, it } from "vitest";
import type { Paper } from "#app/domain/documents/paper.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { keepReports } from "#app/features/reports/keep-reports.server.ts";
import * as ownFile from "#app/routes/leader/report-file.ts";
import * as ownPreview from "#app/routes/leader/report-preview.tsx";
import * as ownReports from "#app/routes/leader/reports.tsx";
import * as officeFile from "#app/routes/office/report-file.ts";
import * as officePreview from "#app/routes/office/report-preview.tsx";
import { partOf } from "#tests/support/office-programs.ts";
import { type LoggingTeam, makeLoggingTeam, send, work } from "../activity-log/loggers.ts";
import { testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { day, freshId } from "../roster/rosterers.ts";

const office = testOffice();
/** Figures stand since the 17th; the team is due before the 20th. */
const WRITING = new Date("2026-11-18T13:00:00Z");
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(new Date("2026-11-12T02:00:00Z"));
  team = await makeLoggingTeam(office);
  const { communeId } = team.commune;
  await team.commune.act(
    (tx) => tx.$executeRaw`
      update commune set name = 'Mường Thử', province = 'Lào Cai', set_up_at = ${office.platform.clock.now()}
       where id = ${communeId}`,
  );
  const person = { householdId: team.households[0] ?? "", slot: 1 };
  const id = await send(team.lan, work([person], { workDate: day("2026-11-12"), visits: 6 }));
  expect((await decide(team.leader, approval(id))).ok).toBe(true);
  for (const now of [new Date("2026-11-13T02:00:00Z"), new Date("2026-11-14T02:00:00Z"), WRITING]) {
    office.setNow(now);
    await advanceMonths(office.platform, communeId, now);
    await keepReports(office.platform, communeId, now);
  }
});

async function reportOf(as: "team" | "commune"): Promise<string> {
  const { communeId } = team.commune;
  const { rows } = await office.db.maintain.query(
    `select r.id from report r join report_call c on c.commune_id = r.commune_id and c.id = r.call_id
      where r.commune_id = $1 and c.period_key = '2026-11' and (r.team_id is not null) = $2
        and ($2 or r.organisation_id is null) order by r.team_id limit 1`,
    [communeId, as === "team"],
  );
  return rows[0].id;
}

it("J02, J09: a leader's report opens as the paper that will be signed, in the figures of the screen", async () => {
  const leader = await team.commune.browser(team.leader.accountId);
  const { sheets } = (await leader.get(ownReports.loader, "/bao-cao")).body;
  const sheet = sheets.find((each: { period: { key: string } }) => each.period.key === "2026-11");
  const { body } = await leader.get(ownPreview.loader, "/x", { report: sheet.id });
  const paper: Paper = body.paper;
  expect(paper.letterhead?.issuingBody).toBe("Tổ Thôn Đông");
  expect(JSON.stringify(paper.blocks)).toContain(
    "Đã hướng dẫn 6 lượt; 1 người xác định được, trong đó 1 người",
  );
  expect(body.message.split("\n")[0]).toBe("Tổ Thôn Đông, tháng 11 năm 2026");
  const answer = await leader.get(ownFile.loader, "/x", { report: sheet.id, paper: "bao-cao.docx" });
  expect(answer.headers.get("Content-Disposition")).toContain("Bao-cao-thang-11-nam-2026.docx");
  expect(partOf(answer.bytes ?? new Uint8Array(), "word/document.xml")).toContain("6 lượt");
});

it("J04, J13: the office takes the consolidated report along as Word, PDF, Excel and as a part to paste", async () => {
  const officer = await team.commune.browser();
  const id = await reportOf("commune");
  const take = (paper: string) => officer.get(officeFile.loader, "/x", { report: id, paper });
  const { sheets } = await readXlsx((await take("bao-cao.xlsx")).bytes ?? new Uint8Array());
  const village = sheets.flatMap(({ rows }) => rows).find((row) => row[1] === "Thôn Đông");
  expect(village?.slice(4, 8)).toEqual([1, 6, 1, 1]);
  const pdf = (await take("bao-cao.pdf")).bytes ?? new Uint8Array();
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
  const part = partOf((await take("phan-ghep.docx")).bytes ?? new Uint8Array(), "word/document.xml");
  expect(part).not.toContain("CỘNG HÒA XÃ HỘI");
  expect((await take("khac.docx")).status).toBe(404);
  const { body } = await officer.get(officePreview.loader, "/x", { report: id });
  expect(body.paper.letterhead.issuingBody).toBe("Phòng Văn hóa - Xã hội");
});

it("J09: nobody takes along a report of another team, and a name of no report is none", async () => {
  const leader = await team.commune.browser(team.leader.accountId);
  const whole = await reportOf("commune");
  for (const report of [whole, freshId(), "x"]) {
    expect((await leader.get(ownFile.loader, "/x", { report, paper: "bao-cao.docx" })).status).toBe(404);
    expect((await leader.get(ownPreview.loader, "/x", { report })).status).toBe(404);
  }
  expect((await leader.get(officeFile.loader, "/x", { report: whole, paper: "bao-cao.docx" })).status).toBe(
    404,
  );
});
