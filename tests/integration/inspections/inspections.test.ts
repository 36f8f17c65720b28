import { beforeEach, expect, it } from "vitest";
import * as page from "#app/routes/office/inspections.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";
import { makeTeam, type VerifyingTeam } from "../verification/planted-claims.ts";

const PATH = "/van-phong/kiem-tra-to";
const office = testOffice();
let team: VerifyingTeam;
let desk: TestBrowser;

beforeEach(async () => {
  office.setNow(new Date("2026-11-20T02:00:00Z"));
  team = await makeTeam(office);
  desk = await team.commune.browser();
});

const visit = (wish: Record<string, string> = {}) => ({
  act: "save",
  id: freshId(),
  place: `team:${team.teamId}`,
  inspectedOn: "19/11/2026",
  inspectors: "Phòng Văn hóa - Xã hội",
  result: "to_improve",
  findings: "Sổ theo dõi chưa ghi đủ ngày.",
  followUp: "Ghi bổ sung sổ",
  followUpDue: "2026-11-30",
  ...wish,
});
const keep = (form: Record<string, string>) => desk.post(page.action, PATH, form);
const listed = async () => (await desk.get(page.loader, PATH)).body.inspections;

it("J22: a visit is kept once with its findings, and what had to be mended is closed with how it was", async () => {
  const form = visit();
  expect((await keep(form)).location).toBe(`${PATH}?xong=luu`);
  expect((await keep(form)).status).toBe(303);
  const [only, ...others] = await listed();
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    inspectedOn: "2026-11-19",
    result: "to_improve",
    findings: form.findings,
    followUp: { text: "Ghi bổ sung sổ", dueOn: "2026-11-30", done: null, isOverdue: false },
  });
  office.setNow(new Date("2026-12-02T02:00:00Z"));
  desk = await team.commune.browser();
  expect((await listed())[0].followUp.isOverdue).toBe(true);
  const closing = { act: "follow-up", id: form.id, note: "Đã ghi đủ, có ảnh sổ." };
  expect((await keep(closing)).location).toBe(`${PATH}?xong=khac-phuc`);
  expect((await listed())[0].followUp).toMatchObject({
    done: { on: "2026-12-02", note: "Đã ghi đủ, có ảnh sổ." },
    isOverdue: false,
  });
  const again = await keep(closing);
  expect(again.status).toBe(422);
  expect(again.body.problems.note.code).toBe("inspection_nothing_to_follow");
  // The page knows by it beside which visit the refusal stands.
  expect(again.body.values).toMatchObject({ act: "follow-up", id: form.id });
});

it("J22: what is wrong is said beside its field, and nothing that was typed is lost", async () => {
  const refusals: [Record<string, string>, string, string][] = [
    [{ inspectedOn: "21/11/2026" }, "inspectedOn", "inspection_in_future"],
    [{ place: "team:999999" }, "place", "inspection_place_gone"],
    [{ place: "x" }, "place", "not_valid"],
    [{ followUpDue: "" }, "followUpDue", "inspection_due_missing"],
    [{ followUpDue: "2026-11-18" }, "followUpDue", "inspection_due_before_visit"],
    [{ result: "serious", followUp: "", followUpDue: "" }, "followUp", "inspection_follow_up_missing"],
    [{ findings: "Hộ 001234567890 khai" }, "findings", "identity_number"],
  ];
  for (const [wish, field, code] of refusals) {
    const answer = await keep(visit(wish));
    expect(answer.status, code).toBe(422);
    expect(answer.body.problems[field]?.code, code).toBe(code);
    expect(answer.body.values.inspectors).toBe("Phòng Văn hóa - Xã hội");
  }
  expect(await listed()).toEqual([]);
});

it("J22: only the office writes; the commune's leader reads, a member finds nothing there", async () => {
  await keep(visit());
  const leader = await team.commune.browser(team.lan.accountId);
  expect((await leader.get(page.loader, PATH)).status).toBe(404);
  expect((await leader.post(page.action, PATH, visit())).status).toBe(404);
});
