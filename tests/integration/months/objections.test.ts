import { beforeEach, describe, expect, it } from "vitest";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { recomputeSeal, rowsOf } from "#app/features/months/seal-month.server.ts";
import { CHECKS } from "#app/features/operations/verify/checks.server.ts";
import * as leaderMonths from "#app/routes/leader/months.tsx";
import * as leaderMonth from "#app/routes/leader/months-one.tsx";
import * as officeMonths from "#app/routes/office/months.tsx";
import * as exceptionPage from "#app/routes/office/months-exception.tsx";
import * as newException from "#app/routes/office/months-exception-new.tsx";
import * as officeMonth from "#app/routes/office/months-one.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam, send, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;
let claimId: string;
/** The same resident once more, by somebody else; and work of the team next door. Both still wait. */
let twice: string;
let farClaim: string;
let monthId: number;
let leader: TestBrowser;
let desk: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  await team.commune.act(
    (tx) => tx.$executeRaw`
      update commune set name = 'Mường Thử', province = 'Lào Cai', set_up_at = ${NOW} where id = ${team.commune.communeId}`,
  );
  claimId = await send(team.lan, work([{ householdId: team.households[0] ?? "", slot: 1 }]));
  await decide(team.leader, approval(claimId));
  twice = await send(team.minh, work([{ householdId: team.households[0] ?? "", slot: 1 }]));
  farClaim = await send(team.far, work([]));
  monthId = await monthOf(claimId);
  await freeze();
});

async function monthOf(claim: string): Promise<number> {
  const { rows } = await office.db.maintain.query("select month_id as id from claim where id = $1", [claim]);
  return rows[0].id;
}

async function moments(): Promise<{ graceEndsAt: Date; appealsEndAt: Date; state: string }> {
  const { rows } = await office.db.maintain.query(
    `select grace_ends_at as "graceEndsAt", appeals_end_at as "appealsEndAt", state from month where commune_id = $1 and id = $2`,
    [team.commune.communeId, monthId],
  );
  return rows[0];
}

async function goTo(now: Date): Promise<void> {
  office.setNow(now);
  await advanceMonths(office.platform, team.commune.communeId, now);
  leader = await team.commune.browser(team.leader.accountId);
  desk = await team.commune.browser();
}

/** Figures stand since a minute. */
async function freeze(): Promise<void> {
  await goTo(new Date((await moments()).graceEndsAt.getTime() + 60_000));
}

const params = () => ({ month: String(monthId) });
const appeal = (wish: Record<string, string> = {}) => ({
  id: freshId(),
  teamId: String(team.teamId),
  claimId,
  text: "Buổi này có hai người, mới tính một",
  ...wish,
});
const object = (form: Record<string, string>, by = leader) =>
  by.post(leaderMonth.action, "/", form, params());
const seeOffice = async () => (await desk.get(officeMonth.loader, "/", params())).body;

describe("objections", () => {
  it("a leader sees the team's own months and objects once per work; sending twice is one", async () => {
    const { body } = await leader.get(leaderMonths.loader, "/");
    expect(body.months[1]).toMatchObject({ id: monthId, state: "provisional", points: 400 });
    const page = (await leader.get(leaderMonth.loader, "/", params())).body;
    expect(page).toMatchObject({
      mayAppeal: true,
      list: { found: 2 },
    });

    const form = appeal();
    expect((await object(form)).status).toBe(303);
    expect((await object(form)).status).toBe(303);
    expect((await object(appeal())).body.problems).toEqual({
      claimId: { ok: false, code: "appeal_waits_already" },
    });
    expect((await seeOffice()).appeals).toMatchObject([
      { claimId, outcome: null, text: form.text, madeByName: "Lò Văn Trưởng" },
    ]);
  });

  it("about another team's work, for another team or about nothing at all is refused, and nothing typed is lost", async () => {
    expect((await object(appeal({ claimId: farClaim }))).body.problems).toMatchObject({
      claimId: { code: "appeal_claim_not_there" },
    });
    const empty = await object(appeal({ text: "" }));
    expect([empty.status, empty.body.problems.text.code, empty.body.values.claimId]).toEqual([
      422,
      "required",
      claimId,
    ]);
    expect((await object(appeal({ teamId: String(team.teamId + 1) }))).status).toBe(404);
  });

  it("are taken while the window is open and not a moment longer", async () => {
    const { appealsEndAt } = await moments();
    office.setNow(new Date(appealsEndAt.getTime() - 1));
    leader = await team.commune.browser(team.leader.accountId);
    expect((await object(appeal())).status).toBe(303);
    office.setNow(appealsEndAt);
    leader = await team.commune.browser(team.leader.accountId);
    expect((await object(appeal({ claimId: "" }))).body.problems).toMatchObject({
      form: { code: "appeals_over" },
    });
  });

  it("keep the month from being sealed until somebody else has answered, and the office sees why", async () => {
    const form = appeal();
    await object(form);
    const { appealsEndAt } = await moments();
    await goTo(appealsEndAt);
    expect((await seeOffice()).month).toMatchObject({ state: "provisional", openAppeals: 1, root: null });

    const answer = { appealId: form.id, outcome: "dismissed", answer: "Đã xem sổ: một người được hướng dẫn" };
    const send = () => desk.post(officeMonth.action, "/", answer, params());
    expect((await send()).status).toBe(303);
    expect((await send()).status).toBe(303);
    const other = await desk.post(officeMonth.action, "/", { ...answer, outcome: "upheld" }, params());
    expect(other.body.problems).toMatchObject({ form: { code: "appeal_answered" } });
    await goTo(new Date(appealsEndAt.getTime() + 600_000));
    const { month, appeals } = await seeOffice();
    expect(month).toMatchObject({
      state: "sealed",
      root: { short: expect.stringMatching(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/) },
    });
    expect(appeals).toMatchObject([{ outcome: "dismissed", answer: answer.answer }]);
  });

  it("a leader finds no way to the office's months, nor the office to a team's", async () => {
    expect((await leader.get(officeMonths.loader, "/")).status).toBe(404);
    expect((await leader.get(officeMonth.loader, "/", params())).status).toBe(404);
    expect((await desk.get(leaderMonths.loader, "/")).status).toBe(404);
    for (const month of ["202613", "99", "x", "209901"]) {
      expect((await desk.get(officeMonth.loader, "/", { month })).status).toBe(404);
    }
  });
});

describe("exceptions", () => {
  const wish = (form: Record<string, string> = {}) => ({
    id: freshId(),
    claimId,
    document: "12/BB-VHXH",
    reason: "Buổi này không diễn ra, tổ xác nhận bằng biên bản",
    ...form,
  });
  const ask = (form: Record<string, string>) => desk.post(newException.action, "/", form, params());
  const say = (by: TestBrowser, exceptionId: string, verdict: string) =>
    by.post(exceptionPage.action, "/", { verdict, answer: "Đồng ý" }, { ...params(), exceptionId });

  async function secondOfficer(): Promise<TestBrowser> {
    const accountId = await office.makeAccount({ name: "Hà Văn Hai" });
    await office.grant(accountId, team.commune.communeId, "office");
    return team.commune.browser(accountId);
  }

  async function sealed() {
    const { rows } = await office.db.maintain.query(
      `select month_id as month, number, content, encode(sha256, 'hex') as sha256, encode(previous_sha256, 'hex') as previous
         from month_seal where commune_id = $1 order by number`,
      [team.commune.communeId],
    );
    return rows;
  }

  it("take a document, a reason and two officers; the ledger is mended in the open month", async () => {
    await goTo((await moments()).appealsEndAt);
    const [before] = await sealed();
    const form = wish();
    expect((await ask(form)).status).toBe(303);
    expect((await ask(form)).status).toBe(303);
    expect((await ask(wish())).body.problems).toMatchObject({ claimId: { code: "exception_waits_already" } });
    expect((await say(desk, form.id, "accepted")).body.problems).toMatchObject({
      form: { code: "exception_own" },
    });

    const second = await secondOfficer();
    expect((await say(second, form.id, "accepted")).status).toBe(303);
    expect((await say(second, form.id, "accepted")).status).toBe(303);
    const { rows } = await office.db.maintain.query(
      "select month_id as month, points, is_adjustment as late from ledger_line where claim_id = $1 order by seq",
      [claimId],
    );
    const carrying = rows[1].month;
    expect(rows).toEqual([
      { month: monthId, points: 400, late: false },
      { month: carrying, points: -400, late: true },
    ]);
    expect(carrying).toBeGreaterThan(monthId);

    const shown = { id: form.id, verdict: "accepted", carriedBy: carrying, document: "12/BB-VHXH", monthId };
    expect((await seeOffice()).exceptions).toMatchObject([shown]);
    const other = await desk.get(officeMonth.loader, "/", { month: String(carrying) });
    expect(other.body.exceptions).toMatchObject([shown]);

    // The sealed month keeps its bytes; the month that carries the mending is sealed with it.
    await goTo(new Date("2027-06-01T02:00:00Z"));
    const seals = await sealed();
    expect(seals[0]).toEqual(before);
    const carried = seals.find(({ month }) => month === carrying);
    expect(JSON.parse(carried.content).exceptions).toMatchObject([
      { id: form.id, month: monthId, document: "12/BB-VHXH" },
    ]);
    for (const { month, number, previous, content } of seals) {
      const again = await office.platform.db.withCommunes(team.commune.scope, (tx) =>
        recomputeSeal(rowsOf(tx), team.commune.communeId, month, { number, previous }),
      );
      expect(again.content).toBe(content);
    }
  });

  it("declined by the second officer leave everything as it was, and show", async () => {
    const form = wish();
    await ask(form);
    expect((await say(await secondOfficer(), form.id, "declined")).status).toBe(303);
    expect((await seeOffice()).exceptions).toMatchObject([
      { id: form.id, verdict: "declined", carriedBy: null },
    ]);
    const { rows } = await office.db.maintain.query("select state from claim where id = $1", [claimId]);
    expect(rows).toEqual([{ state: "verified" }]);
  });

  it("are for figures that stand, and for work that counts in them", async () => {
    const open = { month: String((await desk.get(officeMonths.loader, "/")).body.months[0].id) };
    expect((await desk.get(newException.loader, "/", open)).status).toBe(404);
    const early = await desk.post(newException.action, "/", wish(), open);
    expect(early.body.problems).toMatchObject({ form: { code: "exception_month_runs" } });
    expect((await ask(wish({ claimId: freshId() }))).body.problems).toMatchObject({
      claimId: { code: "exception_claim_not_there" },
    });
  });
});

describe("verify, over what the house itself booked", () => {
  const judged = ["V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V9"];

  async function findAfter(table: string | null, ...statements: readonly string[]) {
    const client = await office.db.owner.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('app.communes', $1, true)", [String(team.commune.communeId)]);
      if (table) await client.query(`alter table ${table} disable trigger user`);
      for (const statement of statements) await client.query(statement);
      const found = [];
      for (const check of CHECKS.filter(({ id }) => judged.includes(id))) {
        for await (const finding of check.run({ client, manifest: [], anchors: [] })) {
          found.push({ check: check.id, ...finding });
        }
      }
      return found;
    } finally {
      await client.query("rollback");
      client.release(true);
    }
  }

  it("V7: names the sum that was raised; V12: the person who was made to count twice", async () => {
    await decide(team.leader, approval(twice));
    expect(await findAfter(null)).toEqual([]);

    const raised = await findAfter(
      "standing",
      `update standing set points = points + 100 where month_id = ${monthId} and subject = 'village'`,
    );
    expect(raised).toMatchObject([
      {
        check: "V7",
        table: "standing",
        row: `commune ${team.commune.communeId}, month ${monthId}, village ${team.villageId}`,
        says: "holds 500 hundredths, 1 claims, 1 visits, and the ledger adds up to 400 hundredths, 1 claims, 1 visits",
      },
    ]);
    const gone = await findAfter("ledger_line", `delete from ledger_line where kind = 'repeat'`);
    expect(gone.find(({ check }) => check === "V5")).toMatchObject({
      row: expect.stringContaining(`key repeat:${twice}`),
      says: "adds up to 0 hundredths, and the rules of its month give -400",
    });
  });
});
