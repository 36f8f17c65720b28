import { beforeEach, describe, expect, it } from "vitest";
import type { Role } from "#app/domain/access/roles.ts";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import * as act from "#app/routes/office/act.tsx";
import * as withdrawal from "#app/routes/office/act-withdrawal.ts";
import * as acts from "#app/routes/office/acts.tsx";
import * as breakGlass from "#app/routes/office/break-glass.tsx";
import * as handOver from "#app/routes/office/hand-over.tsx";
import * as overview from "#app/routes/office/overview.tsx";
import { actPath, OFFICE_PATHS } from "#app/ui/setup/paths.ts";
import { type TestBrowser, testBrowser } from "../accounts/test-browser.ts";
import { NOW, testOffice } from "../communes/office.ts";

const office = testOffice();
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
let communeId: number;
let asker: Colleague;
let heir: Colleague;
let leader: Colleague;

interface Colleague {
  readonly accountId: string;
  readonly browser: TestBrowser;
}

async function browserOf(accountId: string): Promise<TestBrowser> {
  const { cookie } = await office.signIn(accountId);
  const [name = "", value = ""] = cookie.split("=");
  return testBrowser(() => office.platform, { cookies: new Map([[name, value]]) });
}

async function join(role: Role, name: string): Promise<Colleague> {
  const accountId = await office.makeAccount({ name });
  await office.grant(accountId, communeId, role);
  return { accountId, browser: await browserOf(accountId) };
}

beforeEach(async () => {
  office.setNow(NOW);
  const founder = await office.makeAccount({ isFounder: true, name: "Lường Thị Thảo" });
  communeId = await foundCommune(
    office.platform,
    { actorId: founder, verb: "test", requestId: "r" },
    "dai-son-2026",
  );
  asker = { accountId: founder, browser: await browserOf(founder) };
  heir = await join("sector_office", "Cầm Thị Inh");
  leader = await join("commune_leader", "Hà Văn Ún");
});

const REASON = "Chuyển công tác từ tháng sau, đã có quyết định.";

async function askHandOver(wish: Record<string, string> = {}) {
  const page = await asker.browser.get(handOver.loader, OFFICE_PATHS.handOver);
  const form = {
    act: page.body.newActId,
    role: "office",
    successor: heir.accountId,
    firstDay: "2026-12-01",
    reason: REASON,
    ...wish,
  };
  return {
    form,
    id: String(form.act),
    answer: await asker.browser.post(handOver.action, OFFICE_PATHS.handOver, form),
  };
}

const look = ({ browser }: Colleague, id: string) => browser.get(act.loader, actPath(id), { act: id });
const decide = ({ browser }: Colleague, id: string, intent: "approve" | "decline", note = "") =>
  browser.post(act.action, actPath(id), { intent, note }, { act: id });
const comeBack = ({ browser }: Colleague, id: string) =>
  browser.get(withdrawal.loader, `${actPath(id)}/rut`, { act: id });
const withdraw = ({ browser }: Colleague, id: string) =>
  browser.post(withdrawal.action, `${actPath(id)}/rut`, {}, { act: id });

const rolesOf = async (accountId: string) => {
  const { rows } = await office.db.maintain.query(
    "select role, valid_from::text as from, valid_to::text as to from role_grant where account_id = $1 order by role",
    [accountId],
  );
  return rows;
};

describe("one pair of hands with two accounts", () => {
  it("does not give the second word from the asker's own browser", async () => {
    const { id } = await askHandOver();
    await office.db.maintain.query(
      `update device set browser_hash = (select browser_hash from device where account_id = $1 limit 1)
        where account_id = $2`,
      [asker.accountId, leader.accountId],
    );
    const answer = await decide(leader, id, "approve");
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).toContain("act_from_same_browser");
  });

  it("does not give it by a role the asker handed out today", async () => {
    const { id } = await askHandOver();
    await office.db.maintain.query("update role_grant set granted_by = $1 where account_id = $2", [
      asker.accountId,
      leader.accountId,
    ]);
    const answer = await decide(leader, id, "approve");
    expect(JSON.stringify(answer.body)).toContain("act_second_person_too_new");
  });
});

describe("handing over an office", () => {
  it("waits visibly, shows all it hands over, and happens with the second person's word", async () => {
    const { answer, id } = await askHandOver();
    expect(answer.location).toBe(`${actPath(id)}?xong=asked`);
    const seen = await look(leader, id);
    expect(seen.body.act).toMatchObject({
      kind: "hand_over",
      state: "waiting",
      reason: REASON,
      askedByName: "Lường Thị Thảo",
      subjectName: "Cầm Thị Inh",
      handOver: { role: "office", firstDay: "2026-12-01" },
      mayDecide: true,
      mayWithdraw: false,
    });
    const page = await leader.browser.get(overview.loader, OFFICE_PATHS.overview);
    expect(page.body.overview.waitingActs).toBe(1);

    expect((await decide(leader, id, "approve", "Đồng ý.")).location).toBe(`${actPath(id)}?xong=approved`);
    expect(await rolesOf(asker.accountId)).toEqual([
      { role: "office", from: "2026-11-20", to: "2026-11-30" },
    ]);
    expect(await rolesOf(heir.accountId)).toContainEqual({ role: "office", from: "2026-12-01", to: null });
  });

  it("is not decided by whoever asked nor by whom it concerns, whatever role they hold", async () => {
    await office.grant(heir.accountId, communeId, "commune_leader");
    heir = { ...heir, browser: await browserOf(heir.accountId) };
    const { id } = await askHandOver();
    for (const person of [asker, heir]) {
      const answer = await decide(person, id, "approve");
      expect(answer.status).toBe(422);
      expect(answer.body.problems.form).toMatchObject({ code: "act_needs_another_person" });
      expect((await look(person, id)).body.act.mayDecide).toBe(false);
    }
    expect(await rolesOf(asker.accountId)).toEqual([{ role: "office", from: "2026-11-20", to: null }]);
  });

  it("asked twice from one page is one act; asked anew while one waits is refused", async () => {
    const { form } = await askHandOver();
    expect((await asker.browser.post(handOver.action, OFFICE_PATHS.handOver, form)).status).toBe(303);
    const again = await askHandOver();
    expect(again.answer.status).toBe(422);
    expect(again.answer.body.problems.form).toEqual(expect.objectContaining({ code: "act_already_waiting" }));
    expect(again.answer.body.values.reason).toBe(REASON);
    expect((await leader.browser.get(acts.loader, OFFICE_PATHS.acts)).body.acts).toHaveLength(1);
  });

  it("decided by two at once happens once", async () => {
    const other = await join("commune_leader", "Quàng Văn Pó");
    const { id } = await askHandOver();
    const answers = await Promise.all([decide(leader, id, "approve"), decide(other, id, "decline")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    const winner = answers[0]?.status === 303 ? "approved" : "declined";
    expect((await look(leader, id)).body.act.state).toBe(winner);
    const heirRoles = await rolesOf(heir.accountId);
    expect(heirRoles.some(({ role }) => role === "office")).toBe(winner === "approved");
  });

  it("agreed twice by the same person changes nothing the second time", async () => {
    const { id } = await askHandOver();
    await decide(leader, id, "approve");
    expect((await decide(leader, id, "approve")).location).toBe(`${actPath(id)}?xong=approved`);
    expect(await rolesOf(heir.accountId)).toHaveLength(2);
    expect((await decide(leader, id, "decline")).body.problems.form).toMatchObject({
      code: "act_already_decided",
    });
  });

  it("that can no longer be carried out leaves the act waiting and nothing half done", async () => {
    const { id } = await askHandOver();
    await office.db.superuser.query(
      "update account set status = 'disabled', disabled_at = now() where id = $1",
      [heir.accountId],
    );
    const answer = await decide(leader, id, "approve");
    expect(answer.status).toBe(422);
    expect(answer.body.problems.form).toMatchObject({ code: "account_disabled" });
    expect((await look(leader, id)).body.act).toMatchObject({ state: "waiting", decidedByName: null });
    expect(await rolesOf(asker.accountId)).toEqual([{ role: "office", from: "2026-11-20", to: null }]);
  });

  it("is over after a week, by the clock and without anybody's doing", async () => {
    const { id } = await askHandOver({ firstDay: "2026-12-31" });
    office.setNow(new Date(NOW.getTime() + WEEK_MS));
    leader = { ...leader, browser: await browserOf(leader.accountId) };
    expect((await look(leader, id)).body.act).toMatchObject({ state: "expired", mayDecide: false });
    expect((await decide(leader, id, "approve")).body.problems.form).toMatchObject({ code: "act_expired" });
  });

  it.each([
    [{ reason: "ngắn" }, "reason", "too_short"],
    [{ firstDay: "2026-11-19" }, "firstDay", "hand_over_in_the_past"],
    [{ role: "council" }, "role", "hand_over_not_held"],
    [{ successor: "01990000-0000-7000-8000-000000000001" }, "successor", "not_permitted"],
  ])("with %j is refused beside its field", async (wish, field, code) => {
    const { answer } = await askHandOver(wish);
    expect(answer.status).toBe(422);
    expect(answer.body.problems[field]).toMatchObject({ code });
  });
});

describe("taking a request back", () => {
  it("is the asker's right alone, until it is decided", async () => {
    const { id } = await askHandOver();
    await withdraw(leader, id);
    expect((await look(leader, id)).body.act.state).toBe("waiting");
    // Who was sent to prove anew comes back by a link, which takes nothing back by itself.
    expect((await comeBack(asker, id)).location).toBe(actPath(id));
    expect((await look(asker, id)).body.act.state).toBe("waiting");
    expect((await withdraw(asker, id)).location).toBe(`${actPath(id)}?xong=withdrawn`);
    expect((await withdraw(asker, id)).location).toBe(`${actPath(id)}?xong=withdrawn`);
    expect((await decide(leader, id, "approve")).body.problems.form).toMatchObject({
      code: "act_already_decided",
      state: "withdrawn",
    });
  });
});

describe("opening a locked second factor", () => {
  const ask = async () => {
    const page = await asker.browser.get(breakGlass.loader, OFFICE_PATHS.breakGlass);
    const form = {
      act: page.body.newActId,
      subject: heir.accountId,
      reason: "Mất điện thoại và tờ mã khi lũ về.",
    };
    await asker.browser.post(breakGlass.action, OFFICE_PATHS.breakGlass, form);
    return String(form.act);
  };

  it("gives the second person a slip of the day, once", async () => {
    const id = await ask();
    const answer = await decide(leader, id, "approve");
    expect(answer.status).toBe(200);
    expect(answer.body.slip).toMatchObject({
      displayName: "Cầm Thị Inh",
      link: expect.stringContaining("/ghi-danh"),
    });
    expect(answer.body.slip.expiresAtMs - NOW.getTime()).toBe(12 * 60 * 60 * 1000);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect((await decide(leader, id, "approve")).status).toBe(303);
    const slips = await office.db.maintain.query("select act_id from enrolment_slip where account_id = $1", [
      heir.accountId,
    ]);
    expect(slips.rows).toEqual([{ act_id: id }]);
  });

  it("declined, gives nothing", async () => {
    const id = await ask();
    expect((await decide(leader, id, "decline", "Chưa xác minh được.")).location).toBe(
      `${actPath(id)}?xong=declined`,
    );
    expect((await look(asker, id)).body.act).toMatchObject({
      state: "declined",
      decisionNote: "Chưa xác minh được.",
    });
    const slips = await office.db.maintain.query("select 1 from enrolment_slip where account_id = $1", [
      heir.accountId,
    ]);
    expect(slips.rowCount).toBe(0);
  });
});

describe("another commune", () => {
  it("does not see the act, nor decide it, nor take it back", async () => {
    const { id } = await askHandOver();
    const stranger = await office.makeAccount({ isFounder: true });
    const theirs = await foundCommune(
      office.platform,
      { actorId: stranger, verb: "test", requestId: "r" },
      "ngoc-hoi-2026",
    );
    const elsewhere = await office.makeAccount();
    await office.grant(elsewhere, theirs, "commune_leader");
    const other = { accountId: elsewhere, browser: await browserOf(elsewhere) };
    expect((await look(other, id)).status).toBe(404);
    expect((await decide(other, id, "approve")).status).toBe(404);
    expect((await withdraw(other, id)).status).toBe(404);
    expect((await other.browser.get(acts.loader, OFFICE_PATHS.acts)).body.acts).toEqual([]);
    expect((await look(leader, id)).body.act.state).toBe("waiting");
  });

  it("asking under the id of its act is answered like any page that is not there", async () => {
    const { id, form } = await askHandOver();
    const stranger = await office.makeAccount({ isFounder: true });
    communeId = await foundCommune(
      office.platform,
      { actorId: stranger, verb: "test", requestId: "r" },
      "ngoc-hoi-2026",
    );
    const successor = await join("sector_office", "Mùa A Páo");
    const browser = await browserOf(stranger);
    const answer = await browser.post(handOver.action, OFFICE_PATHS.handOver, {
      ...form,
      successor: successor.accountId,
    });
    expect(answer.status).toBe(404);
    expect((await look(leader, id)).body.act).toMatchObject({ state: "waiting", subjectName: "Cầm Thị Inh" });
  });

  it("an address that names no act leads nowhere", async () => {
    for (const id of ["x", "01990000-0000-7000-8000-000000000009", "../van-phong"]) {
      expect((await look(leader, id)).status).toBe(404);
      expect((await decide(leader, id, "approve")).status).toBe(404);
    }
  });
});
