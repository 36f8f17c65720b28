import { beforeEach, describe, expect, it } from "vitest";
import * as own from "#app/routes/member/ambassador.tsx";
import * as ambassadors from "#app/routes/office/ambassadors.tsx";
import * as desk from "#app/routes/office/title-nominate.tsx";
import * as one from "#app/routes/office/title-nomination.tsx";
import * as list from "#app/routes/office/titles.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";
import { officerOf } from "./titled-team.ts";

const office = testOffice();
let team: LoggingTeam;
let deputy: TestBrowser;
let leader: TestBrowser;
let officer: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  deputy = await team.commune.browser(team.deputy.accountId);
  leader = await team.commune.browser(team.leader.accountId);
  officer = await team.commune.browser();
});

async function nominated(): Promise<string> {
  const id = freshId();
  const form = {
    id,
    memberId: team.lan.memberId,
    title: "exemplary-member",
    reason: "Đi đầu trong việc chung",
  };
  const answer = await deputy.post(desk.action, "/van-phong/danh-hieu/de-cu", form);
  expect(answer.location).toContain(id);
  return id;
}
const shown = async (by: TestBrowser, nominationId: string) =>
  (await by.get(one.loader, "/", { nominationId })).body;
const act = (by: TestBrowser, nominationId: string, form: Record<string, string>) =>
  by.post(one.action, "/", { id: freshId(), ...form }, { nominationId });

describe("the screens of titles", () => {
  it("K12: whoever is the last one needed and of the office is asked for the number; nothing typed is lost", async () => {
    const id = await nominated();
    expect((await shown(officer, id)).nomination.may).toMatchObject({
      approve: true,
      approveWithNumber: false,
    });
    expect((await act(leader, id, { act: "approve" })).status).toBe(303);
    expect((await shown(officer, id)).nomination.may).toMatchObject({ approveWithNumber: true });
    const wrong = await act(officer, id, { act: "approve", number: "mười hai", date: "2026-11-20" });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatchObject({
      problems: { number: { code: "title_number_malformed" } },
      values: { number: "mười hai" },
    });
    const early = await act(officer, id, { act: "approve", number: "12/QĐ-UBND", date: "2026-11-01" });
    expect(early.body.problems).toMatchObject({ date: { code: "title_date_too_early" } });
    expect((await shown(officer, id)).nomination.approvals).toBe(1);
    const right = await act(officer, id, { act: "approve", number: "12/QĐ-UBND", date: "2026-11-20" });
    expect(right.location).toContain("xong=cong-nhan");
    expect((await leader.get(list.loader, "/")).body.nominations).toMatchObject([
      { state: "granted", number: "12/QĐ-UBND", validUntil: "2027-11-19" },
    ]);
  });

  it("a refusal needs its reason; members and other villages find no page", async () => {
    const id = await nominated();
    expect((await act(leader, id, { act: "reject" })).body.problems).toEqual({
      reason: { code: "required" },
    });
    const lan = await team.commune.browser(team.lan.accountId);
    expect((await lan.get(list.loader, "/")).status).toBe(404);
    const far = await team.logger({ name: "Lò Văn Khác", team: null });
    const elsewhere = await team.commune.browser(far.accountId);
    expect((await elsewhere.get(one.loader, "/", { nominationId: id })).status).toBe(404);
    expect((await act(leader, id, { act: "nothing-known" })).status).toBe(404);
  });

  it("taking a title back asks for a proof of the last minutes", async () => {
    const id = await nominated();
    await act(leader, id, { act: "approve" });
    await act(officer, id, { act: "approve", number: "12/QĐ-UBND", date: "2026-11-20" });
    office.setNow(new Date(NOW.getTime() + 60 * 60 * 1000));
    const stale = await act(officer, id, { act: "ask-revocation", reason: "Khai không đúng" });
    expect(stale.location).toContain("/xac-thuc");
    const fresh = await team.commune.browser();
    expect((await act(fresh, id, { act: "ask-revocation", reason: "Khai không đúng" })).location).toContain(
      "xong=",
    );
    expect((await act(fresh, id, { act: "revoke" })).status).toBe(422);
    const chair = await officerOf(office, team, "commune_leader");
    const other = await team.commune.browser(chair.accountId);
    expect((await shown(other, id)).nomination.may.answerRevocation).toBe(true);
    expect((await act(other, id, { act: "revoke" })).location).toContain("xong=");
    expect((await shown(other, id)).nomination.state).toBe("revoked");
  });

  it("D01: a member enrols and links in two taps; the office confirms the training", async () => {
    const lan = await team.commune.browser(team.lan.accountId);
    expect((await officer.get(own.loader, "/dai-su-so")).status).toBe(404);
    await lan.post(own.action, "/dai-su-so", { act: "join", id: freshId() });
    const opened = (await lan.get(own.loader, `/dai-su-so?ho=${team.households[0]}`)).body.ambassador.opened;
    expect(opened.slots).toHaveLength(2);
    const person = { act: "person", id: freshId(), householdId: opened.id, slot: "2" };
    expect((await lan.post(own.action, "/dai-su-so", person)).location).toContain("nhan-kem");
    const again = await lan.post(own.action, "/dai-su-so", { ...person, id: freshId() });
    expect(again.body.problems).toEqual({ form: { code: "mentee_known" } });
    const view = (await lan.get(own.loader, "/dai-su-so")).body.ambassador;
    expect(view.mentees).toMatchObject([{ slot: 2, name: "", isReached: false }]);
    const training = {
      id: freshId(),
      memberId: team.lan.memberId,
      trainedOn: "2026-12-01",
      source: "Danh sách lớp",
    };
    const tomorrow = await officer.post(ambassadors.action, "/", training);
    expect(tomorrow.body.problems).toMatchObject({ trainedOn: { code: "title_date_in_future" } });
    const done = await officer.post(ambassadors.action, "/", { ...training, trainedOn: "2026-10-01" });
    expect(done.status).toBe(303);
    expect((await lan.get(own.loader, "/dai-su-so")).body.ambassador.progress.isTrained).toBe(true);
    expect((await leader.post(ambassadors.action, "/", training)).status).toBe(404);
  });
});
