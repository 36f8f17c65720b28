import { beforeEach, describe, expect, it } from "vitest";
import * as library from "#app/routes/member/plan-library.tsx";
import * as file from "#app/routes/member/plan-paper-file.ts";
import * as papers from "#app/routes/office/plan-papers.tsx";
import { type LoggingTeam, makeLoggingTeam } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;
let planId: string;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  planId = freshId();
  const { communeId } = team.commune;
  await office.db.maintain.query(
    `insert into plan (commune_id, id, number, issued_on, title, legal_bases, starts_on, ends_on, entered_by, entered_at)
     values ($1, $2, '62/KH-UBND', '2026-06-13', 'Kế hoạch Tổ công nghệ số', '[]', '2026-06-13', '2026-12-31', $3, now())`,
    [communeId, planId, team.officer.accountId],
  );
});

const publish = (version: number) =>
  office.db.maintain.query(
    `insert into plan_version (commune_id, plan_id, version, effective_on, settings, published_by, published_at)
     values ($1, $2, $3, $4, '{}', $5, now())`,
    [team.commune.communeId, planId, version, `2026-0${6 + version}-15`, team.officer.accountId],
  );
async function attach(wish: Record<string, string> = {}, bytes = "%PDF-1.4\n%%EOF\n") {
  const form = new FormData();
  const fields = {
    act: "attach",
    id: freshId(),
    number: "62/KH-UBND",
    issuedOn: "2026-06-13",
    title: "Kế hoạch phường Hồng Gai",
    ...wish,
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", new File([bytes], "quet.pdf"));
  return (await team.commune.browser()).post(papers.action, "/", form, { planId });
}
const shown = async (search = "") =>
  (
    await (
      await team.commune.browser(team.lan.accountId)
    ).get(library.loader, `/ke-hoach?tim=${encodeURIComponent(search)}`)
  ).body.plans;

describe("papers of a plan", () => {
  it("J26: a scan is attached with the number and date a person typed, found without marks, and kept by readers", async () => {
    expect((await attach()).status).toBe(303);
    const [plan] = await shown("hong gai");
    expect(plan.papers).toMatchObject([{ number: "62/KH-UBND", issuedOn: "2026-06-13" }]);
    expect(await shown("Hong Gai, ngay 13 thiang 6")).toEqual([]);
    const answer = await (await team.commune.browser(team.lan.accountId)).get(file.loader, "/", {
      paperId: plan.papers[0].id,
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment/);
    const browser = await team.commune.browser();
    await browser.post(papers.action, "/", { act: "remove", paperId: plan.papers[0].id }, { planId });
    expect((await shown())[0].papers).toHaveLength(1);
    await browser.post(
      papers.action,
      "/",
      { act: "remove", paperId: plan.papers[0].id, sure: "yes" },
      { planId },
    );
    expect((await shown())[0].papers).toEqual([]);
  });

  it("J26: nothing but a whole PDF or picture is taken, and no day to come; what was typed stays", async () => {
    const bad = await attach({}, "<script>alert(1)</script>");
    expect(bad.body.problems.file.code).toBe("file_not_paper");
    expect(bad.body.values.number).toBe("62/KH-UBND");
    expect((await attach({ issuedOn: "2027-01-01" })).body.problems.issuedOn.code).toBe(
      "plan_paper_in_future",
    );
  });

  it("L27: a published version goes to every leader and unit, and the office sees who has seen it; a new one is new", async () => {
    const sent = async () =>
      (await (await team.commune.browser()).get(papers.loader, "/", { planId })).body.sent;
    expect(await sent()).toBeNull();
    await publish(1);
    expect((await sent()).recipients).toMatchObject([
      { accountId: team.leader.accountId, place: "Thôn Đông", seenAt: null },
    ]);
    const leader = await team.commune.browser(team.leader.accountId);
    expect((await leader.post(library.action, "/ke-hoach", { planId })).status).toBe(303);
    await leader.post(library.action, "/ke-hoach", { planId });
    expect((await sent()).recipients[0].seenAt).not.toBeNull();
    await publish(2);
    expect(await sent()).toMatchObject({ version: 2, recipients: [{ seenAt: null }] });
  });
});
