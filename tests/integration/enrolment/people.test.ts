import { beforeAll, describe, expect, it } from "vitest";
import { allow } from "#app/features/accounts/allow.server.ts";
import { makeLiveGate } from "#app/features/accounts/make-live-gate.server.ts";
import { makeRecoveryCodes } from "#app/features/accounts/make-recovery-codes.server.ts";
import { setAccountActive, signOutEverywhere } from "#app/features/accounts/people-end-access.server.ts";
import { readPeople } from "#app/features/accounts/people-read.server.ts";
import { readSession } from "#app/features/accounts/read-session.server.ts";
import { action, loader } from "#app/routes/office/people.tsx";
import { NOW } from "../communes/office.ts";
import { closed, openScreen, outcomeOf, startLiveProcess } from "../live/live-process.ts";
import { ORIGIN, testVillage } from "./phones.ts";

const village = testVillage();
const { office } = village;
let communeId: number;
let officerId: string;

beforeAll(async () => {
  ({ communeId, officerId } = await village.makeCommune());
});

const visit = { requestId: "test", clientAddress: "203.0.113.9", nonce: "test" };

function door(cookie: string, fields?: Record<string, string>) {
  const headers = { Cookie: cookie };
  const url = `${ORIGIN}/van-phong/nguoi-dung`;
  const request = fields
    ? new Request(url, { method: "POST", headers, body: new URLSearchParams(fields) })
    : new Request(url, { headers });
  return { request, context: { platform: office.platform, visit }, params: {} };
}

async function post(cookie: string, fields: Record<string, string>): Promise<Response> {
  const answer = await action(door(cookie, fields)).catch((thrown: unknown) => thrown);
  if (!(answer instanceof Response)) throw new Error("the action answers with a response");
  return answer;
}

async function statusOf(accountId: string): Promise<string> {
  const { rows } = await office.db.maintain.query("select status from account where id = $1", [accountId]);
  return rows[0].status;
}

describe("the people of a commune, as the office sees them", () => {
  it("are its own, in the order of Vietnamese names, with neither phone nor secret", async () => {
    const other = await village.makeCommune();
    await village.makePerson(other.communeId, "sector_office", "Người xã khác");
    for (const name of ["Đinh Văn Ỷ", "Dương Thị Ánh", "Ấu Triệu"]) {
      await village.makePerson(communeId, "sector_office", name);
    }
    const people = await readPeople(await village.officer(officerId, "people.read"));
    const names = people.map((person) => person.displayName);
    expect(names).toEqual(["Ấu Triệu", "Dương Thị Ánh", "Đinh Văn Ỷ", "Lò Thị Mai Sương"]);
    expect(people.find(({ isSelf }) => isSelf)?.accountId).toBe(officerId);
    expect(JSON.stringify(people)).not.toMatch(/phone_|cipher|hash|secret|token/i);
  });

  it("are found by a name typed without marks", async () => {
    const caller = await village.officer(officerId, "people.read");
    expect((await readPeople(caller, "duong thi")).map(({ displayName }) => displayName)).toEqual([
      "Dương Thị Ánh",
    ]);
    expect(await readPeople(caller, "không ai cả")).toEqual([]);
  });

  it("show that a slip waits, and that it was not", async () => {
    const accountId = await village.makePerson(communeId, "sector_office", "Chờ Phiếu");
    const caller = await village.officer(officerId, "people.read");
    const slipOf = async () => (await readPeople(caller, "Chờ Phiếu"))[0]?.slipExpiresAt ?? null;
    expect(await slipOf()).toBeNull();
    const slip = await village.slipFor(officerId, accountId);
    expect(new Date((await slipOf()) ?? "").getTime()).toBe(slip.expiresAt.getTime());
  });

  it("are not shown to a member, nor to a stranger", async () => {
    const member = await office.makeAccount();
    await office.grant(member, communeId, "sector_office");
    const { cookie } = await office.signIn(member);
    await expect(loader(door(cookie))).rejects.toMatchObject({ status: 404 });
    await expect(loader(door(""))).rejects.toMatchObject({ status: 302 });
  });
});

describe("ending somebody's access", () => {
  it("locks the account at once and for good, and gives it back when the office says so", async () => {
    const accountId = await office.makeAccount();
    await office.grant(accountId, communeId, "sector_office");
    const { cookie } = await office.signIn(accountId);
    const officer = await office.signIn(officerId);
    expect((await post(officer.cookie, { disable: accountId })).headers.get("Location")).toMatch(
      /xong=disable$/,
    );
    expect(await statusOf(accountId)).toBe("disabled");
    expect(await readSession(office.platform, cookie, NOW)).toBeNull();
    expect((await post(officer.cookie, { enable: accountId })).status).toBe(303);
    expect(await statusOf(accountId)).toBe("active");
    expect(await readSession(office.platform, cookie, NOW)).toBeNull();
  });

  it("asks for a proof of the last minutes before it locks anybody", async () => {
    const accountId = await village.makePerson(communeId);
    const officer = await office.signIn(officerId);
    office.setNow(new Date(NOW.getTime() + 11 * 60 * 1000));
    const answer = await post(officer.cookie, { disable: accountId });
    office.setNow(NOW);
    expect(answer.headers.get("Location")).toMatch(/^\/xac-thuc/);
    expect(await statusOf(accountId)).toBe("active");
  });

  it("is not for oneself, not for another commune's people, not for those who also work elsewhere", async () => {
    const other = await village.makeCommune();
    const theirs = await village.makePerson(other.communeId);
    const shared = await village.makePerson(communeId);
    await office.grant(shared, other.communeId, "sector_office");
    const officer = await office.signIn(officerId);
    for (const accountId of [
      officerId,
      theirs,
      shared,
      "01990000-0000-7000-8000-00000000dead",
      "not an id",
    ]) {
      for (const act of ["disable", "sign-out"]) {
        expect((await post(officer.cookie, { [act]: accountId })).status, `${act} ${accountId}`).toBe(404);
      }
    }
    expect(await statusOf(officerId)).toBe("active");
    expect(await statusOf(theirs)).toBe("active");
    expect(await statusOf(shared)).toBe("active");
  });

  it("is not the commune leader's to do", async () => {
    const leader = await office.makeAccount();
    await office.grant(leader, communeId, "commune_leader");
    const accountId = await village.makePerson(communeId);
    const { cookie } = await office.signIn(leader);
    expect((await post(cookie, { disable: accountId })).status).toBe(404);
    const caller = await village.officer(leader, "people.read");
    expect(await setAccountActive(caller, accountId, false)).toMatchObject({
      ok: false,
      code: "not_permitted",
    });
  });

  it("closes the person's open pages on every process within five seconds", async () => {
    const accountId = await office.makeAccount();
    await office.grant(accountId, communeId, "sector_office");
    const { cookie } = await office.signIn(accountId);
    const session = await readSession(office.platform, cookie, NOW);
    expect(session?.person.accountId).toBe(accountId);
    // Another process: it hears of the end only by asking, as when every message was lost.
    const process = await startLiveProcess({
      pool: office.platform.db.pool,
      gate: makeLiveGate(office.platform),
    });
    const screen = openScreen(process.url, null, { extraHeaders: { cookie } });
    expect(await outcomeOf(screen.socket)).toBe("connect");
    const end = closed(screen.socket);
    await signOutEverywhere(await village.officer(officerId, "account.end-sessions-of-others"), accountId);
    const { reason, afterMs } = await end;
    expect(reason).toBe("io server disconnect");
    expect(afterMs).toBeLessThan(5_000);
    await process.stop();
  });

  it("is refused to a caller whose own right ended meanwhile", async () => {
    const second = await office.makeAccount();
    await office.grant(second, communeId, "office");
    const accountId = await village.makePerson(communeId);
    const { cookie } = await office.signIn(second);
    await office.db.maintain.query("update role_grant set valid_to = valid_from - 1 where account_id = $1", [
      second,
    ]);
    expect((await post(cookie, { disable: accountId })).status).toBe(404);
    await expect(allow(door(cookie), "people.read")).rejects.toMatchObject({ status: 404 });
    expect(await statusOf(accountId)).toBe("active");
  });
});

/** Who did what, as the audit log tells it of one account. */
async function recordedOf(accountId: string) {
  const { rows } = await office.db.maintain.query(
    "select verb, actor_id from audit_log where table_name = 'account' and op = 'update' and body like '%' || $1 || '%' order by seq",
    [accountId],
  );
  return rows;
}

describe("the audit log", () => {
  it("names who ended somebody's access, though the person had neither phone nor slip", async () => {
    const accountId = await village.makePerson(communeId);
    const caller = await village.officer(officerId, "account.end-sessions-of-others");
    expect(await signOutEverywhere(caller, accountId)).toEqual({ ok: true, value: { ended: 0 } });
    expect(await recordedOf(accountId)).toEqual([
      { verb: "accounts.sign-out-everywhere", actor_id: officerId },
    ]);
  });

  it("names who had new recovery codes printed, and none of them", async () => {
    const accountId = await office.makeAccount({ name: "Vừ A Sùng" });
    await office.grant(accountId, communeId, "office");
    const codes = await makeRecoveryCodes(await village.officer(accountId, "account.renew-recovery-codes"));
    expect(await recordedOf(accountId)).toContainEqual({
      verb: "accounts.make-recovery-codes",
      actor_id: accountId,
    });
    const log = await office.db.maintain.query("select body from audit_log");
    for (const code of codes) expect(JSON.stringify(log.rows)).not.toContain(code);
  });
});
