import { beforeEach, describe, expect, it } from "vitest";
import { OFFICE_AFTER_MS } from "#app/domain/verification/may-verify.ts";
import type { QueueDecision } from "#app/domain/verification/queue.ts";
import * as queue from "#app/routes/leader/queue.tsx";
import * as decide from "#app/routes/leader/queue-decide.ts";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";
import { makeTeam, type Person, plantClaim, type VerifyingTeam } from "./planted-claims.ts";

const office = testOffice();
let team: VerifyingTeam;
let leader: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeTeam(office);
  leader = await team.commune.browser(team.leader.accountId);
});

const approval = (claimId: string, wish: Partial<QueueDecision> = {}): QueueDecision => ({
  decisionId: freshId(),
  claimId,
  revision: 1,
  verdict: "approve",
  reasonCode: null,
  reason: null,
  ...wish,
});

async function send(browser: TestBrowser, ...decisions: QueueDecision[]) {
  const { body } = await browser.post(decide.action, "/api/duyet", { decisions: JSON.stringify(decisions) });
  return JSON.parse(body).results;
}

async function stateOf(claimId: string): Promise<string> {
  const { rows } = await office.db.maintain.query<{ state: string }>(
    "select state from claim where id = $1",
    [claimId],
  );
  return rows[0]?.state ?? "none";
}

const deviceOf = async (accountId: string) => {
  const { rows } = await office.db.maintain.query<{ id: string }>(
    "select id from device where account_id = $1 order by id desc limit 1",
    [accountId],
  );
  return rows[0]?.id ?? "";
};

/** So long ago that every right over the claim is open. */
const LONG_AGO = new Date(NOW.getTime() - OFFICE_AFTER_MS * 2);

describe("nobody verifies what they have a part in, whatever they send", () => {
  const attempt = async (as: Person, claimId: string) => {
    const browser = as === team.leader ? leader : await team.commune.browser(as.accountId);
    const [result] = await send(browser, approval(claimId));
    expect(await stateOf(claimId)).toBe("submitted");
    return result;
  };

  it("the claimant", async () => {
    const claimId = await plantClaim(office, team, { submittedAt: LONG_AGO, by: team.leader });
    expect(await attempt(team.leader, claimId)).toMatchObject({
      ok: false,
      refusal: { code: "verify_own_claim", instead: { as: "deputy" } },
    });
  });

  it("a helper and a teacher named on the claim", async () => {
    const helped = await plantClaim(office, team, {
      submittedAt: LONG_AGO,
      by: team.lan,
      helpers: [team.leader],
    });
    expect(await attempt(team.leader, helped)).toMatchObject({ refusal: { code: "verify_took_part" } });
    const taught = await plantClaim(office, team, {
      submittedAt: LONG_AGO,
      by: team.lan,
      teachers: [team.deputy],
    });
    expect(await attempt(team.deputy, taught)).toMatchObject({ refusal: { code: "verify_took_part" } });
  });

  it("whoever typed it, on the paper path too", async () => {
    const claimId = await plantClaim(office, team, {
      submittedAt: LONG_AGO,
      by: team.lan,
      enteredBy: team.leader.accountId,
    });
    expect(await attempt(team.leader, claimId)).toMatchObject({ refusal: { code: "verify_typed_by_you" } });
  });

  it("whoever holds the phone it was sent from, also where the phone has a name for each of them", async () => {
    const deviceId = await deviceOf(team.leader.accountId);
    const sent = { submittedAt: LONG_AGO, by: team.lan, deviceId };
    expect(await attempt(team.leader, await plantClaim(office, team, sent))).toMatchObject({
      refusal: { code: "verify_same_device" },
    });
    await team.commune.browser(team.lan.accountId);
    const hers = await deviceOf(team.lan.accountId);
    const shared = await plantClaim(office, team, { ...sent, deviceId: hers });
    await office.db.maintain.query(
      "update device set browser_hash = (select browser_hash from device where id = $1) where id = $2",
      [deviceId, hers],
    );
    expect(await attempt(team.leader, shared)).toMatchObject({ refusal: { code: "verify_same_device" } });
    const bare = office.db.maintain.query(
      `insert into claim_decision (commune_id, id, claim_id, revision, verdict, decided_by, decided_as, device_id, decided_at)
       values ($1, $2, $3, 1, 'approve', $4, 'leader', $5, now())`,
      [team.commune.communeId, freshId(), shared, team.leader.accountId, deviceId],
    );
    await expect(bare).rejects.toMatchObject({ constraint: "four_eyes" });
  });

  it("and the form of a page without scripts is refused the same way", async () => {
    const claimId = await plantClaim(office, team, { submittedAt: LONG_AGO, by: team.leader });
    const answer = await leader.post(queue.action, "/duyet", {
      intent: "approve",
      claim: `${claimId}.1.${freshId()}`,
    });
    expect(answer.status).toBe(422);
    expect(answer.body.results).toMatchObject([{ ok: false, refusal: { code: "verify_own_claim" } }]);
    expect(await stateOf(claimId)).toBe("submitted");
  });

  it("a member of the team finds no such page", async () => {
    const claimId = await plantClaim(office, team, { submittedAt: LONG_AGO, by: team.minh });
    const browser = await team.commune.browser(team.lan.accountId);
    const answer = await browser.post(decide.action, "/api/duyet", {
      decisions: JSON.stringify([approval(claimId)]),
    });
    expect(answer.status).toBe(404);
  });
});

describe("deciding", () => {
  it("A14: a leader approves, sends back and rejects in one call, and each answer stands beside its claim", async () => {
    const [one, two, three] = [
      await plantClaim(office, team, { by: team.lan }),
      await plantClaim(office, team, { by: team.lan }),
      await plantClaim(office, team, { by: team.minh }),
    ];
    const results = await send(
      leader,
      approval(one),
      approval(two, { verdict: "return", reasonCode: "photo" }),
      approval(three, { verdict: "reject", reasonCode: "twice" }),
    );
    expect(results).toMatchObject([
      { claimId: one, ok: true },
      { claimId: two, ok: true },
      { claimId: three, ok: true },
    ]);
    expect([await stateOf(one), await stateOf(two), await stateOf(three)]).toEqual([
      "verified",
      "returned",
      "rejected",
    ]);
  });

  it("the same call sent twice changes nothing and answers the same", async () => {
    const claimId = await plantClaim(office, team, { by: team.lan });
    const decision = approval(claimId);
    const first = await send(leader, decision);
    expect(await send(leader, decision)).toEqual(first);
    const { rows } = await office.db.maintain.query(
      "select count(*)::int as decisions from claim_decision where claim_id = $1",
      [claimId],
    );
    expect(rows).toEqual([{ decisions: 1 }]);
  });

  it("a slip is taken back by a correction: the approval stays in the books, its points do not", async () => {
    const claimId = await plantClaim(office, team, { by: team.lan });
    const [approved] = await send(leader, approval(claimId));
    const { body } = await leader.post(decide.action, "/api/duyet", {
      undoId: freshId(),
      claimId,
      revision: "1",
    });
    expect(JSON.parse(body).results).toMatchObject([
      { ok: true, points: approved.points === 0 ? 0 : -approved.points },
    ]);
    const { rows } = await office.db.maintain.query<{ verdict: string; points: number }>(
      `select string_agg(verdict, ' ' order by decided_at, id) as verdicts,
              (select coalesce(sum(points), 0)::int from ledger_line l where l.claim_id = $1) as points
         from claim_decision where claim_id = $1`,
      [claimId],
    );
    expect(rows).toEqual([{ verdicts: "approve reverse", points: 0 }]);
  });

  it("a whole day by one form counts like each record by itself", async () => {
    const [one, two] = [
      await plantClaim(office, team, { by: team.lan }),
      await plantClaim(office, team, { by: team.lan }),
    ];
    const form = new URLSearchParams({ intent: "return", reasonCode: "who" });
    for (const id of [one, two]) form.append("claim", `${id}.1.${freshId()}`);
    const answer = await leader.post(
      (args: { request: Request }) =>
        queue.action({
          ...args,
          request: new Request(args.request, { method: "POST", body: form }),
        } as never),
      "/duyet",
      {},
    );
    expect(answer.status).toBe(200);
    expect([await stateOf(one), await stateOf(two)]).toEqual(["returned", "returned"]);
  });

  it.each([
    [{ verdict: "return", reasonCode: null }],
    [{ verdict: "return", reasonCode: "not_done" }],
    [{ verdict: "reject", reasonCode: "photo" }],
    [{ decisionId: "nonsense" }],
  ] as const)("what the page would never send is refused: %j", async (wish) => {
    const claimId = await plantClaim(office, team, { by: team.lan });
    const answer = await leader.post(decide.action, "/api/duyet", {
      decisions: JSON.stringify([approval(claimId, wish)]),
    });
    expect(answer.status).toBe(422);
    expect(await stateOf(claimId)).toBe("submitted");
  });
});

it("open pages of the commune hear of a decision, so that the member sees the points", async () => {
  const topic = `commune:${team.commune.communeId}` as const;
  const claimId = await plantClaim(office, team, { by: team.lan });
  const before = (await office.platform.live.readVersions([topic]))[topic] ?? 0;
  await send(leader, approval(claimId));
  const after = (await office.platform.live.readVersions([topic]))[topic] ?? 0;
  expect(after).toBeGreaterThan(before);
});
