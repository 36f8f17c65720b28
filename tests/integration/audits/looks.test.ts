import { beforeEach, describe, expect, it } from "vitest";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { readLooks } from "#app/features/second-looks/read-looks.server.ts";
import { type Look, recordLook } from "#app/features/second-looks/record-look.server.ts";
import { testOffice } from "../communes/office.ts";
import { bookWork, plantWorkers, type Workers } from "../months/workers-of-a-month.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
const START = new Date("2026-11-20T02:00:00Z");
const FROZEN = new Date("2026-12-17T02:00:00Z");
const ALL = { openedId: null, villageId: null };
let workers: Workers;
let auditor: string;

beforeEach(async () => {
  office.setNow(START);
  workers = await plantWorkers(office);
  auditor = await office.makeAccount({ name: "Người hỏi lại" });
  await office.grant(auditor, workers.communeId, "office");
  await advance(START);
  for (let count = 0; count < 6; count++) await bookWork(office, workers, { on: "2026-11-20" });
  await advance(FROZEN);
});

function advance(now: Date) {
  office.setNow(now);
  return advanceMonths(office.platform, workers.communeId, now);
}

/** As much of a caller as these verbs look at. */
function as(accountId: string): Caller {
  return {
    platform: office.platform,
    communeId: workers.communeId,
    person: { accountId },
    now: FROZEN,
    today: "2026-12-17",
    session: { deviceId: null },
    actor: { accountId, grants: [] },
    scope: () => office.scope(workers.communeId, accountId),
  } as unknown as Caller;
}

async function drawn() {
  const { waiting } = await readLooks(as(auditor), ALL);
  const [first, second] = waiting;
  if (!first || !second) throw new Error("too few were drawn");
  return { first, second };
}

const look = (claimId: string, wish: Partial<Look> = {}): Look => ({
  claimId,
  verdict: "agrees",
  facts: null,
  correction: null,
  ...wish,
});

describe("a second look", () => {
  it("T2: is refused to whoever typed, verified or did the work, by the program and by the database", async () => {
    const { first } = await drawn();
    const typist = workers.commune.officerId;
    const verifier = workers.teams[0]?.leaderAccount ?? "";
    expect(await recordLook(as(typist), look(first.claimId))).toEqual({ ok: false, code: "look_took_part" });
    expect(await recordLook(as(verifier), look(first.claimId))).toEqual({
      ok: false,
      code: "look_verified_by_you",
    });
    for (const person of [typist, verifier]) {
      await expect(
        office.db.superuser.query(
          "update audit_item set verdict = 'agrees', audited_by = $1, audited_at = now() where claim_id = $2",
          [person, first.claimId],
        ),
      ).rejects.toThrow(/cannot be looked at again by/);
    }
    expect((await readLooks(as(verifier), { ...ALL, openedId: first.claimId })).opened?.refusal?.code).toBe(
      "look_verified_by_you",
    );
    expect(await recordLook(as(auditor), look(first.claimId))).toEqual({ ok: true, value: null });
  });

  it("is kept once: the same again changes nothing, another answer is refused", async () => {
    const { first } = await drawn();
    expect((await recordLook(as(auditor), look(first.claimId, { verdict: "unreachable" }))).ok).toBe(true);
    for (let round = 0; round < 2; round++) {
      expect((await recordLook(as(auditor), look(first.claimId))).ok).toBe(true);
    }
    expect(
      await recordLook(as(auditor), look(first.claimId, { verdict: "differs", facts: "Không có" })),
    ).toEqual({ ok: false, code: "look_stands", verdict: "agrees" });
    await expect(
      office.db.superuser.query(
        "update audit_item set verdict = null, audited_by = null, audited_at = null where verdict is not null",
      ),
    ).rejects.toThrow(/stands/);
  });

  it("that finds a falsehood asks for its correction; the one who found it does not decide", async () => {
    const { first, second } = await drawn();
    const correction = { id: freshId(), field: "not_done" as const };
    const found = look(first.claimId, { verdict: "differs", facts: "Bà nói không ai đến", correction });
    for (let round = 0; round < 2; round++) expect((await recordLook(as(auditor), found)).ok).toBe(true);
    const { rows } = await office.db.maintain.query(
      "select claim_id, field, asked_by, verdict from correction_request where commune_id = $1",
      [workers.communeId],
    );
    expect(rows).toEqual([{ claim_id: first.claimId, field: "not_done", asked_by: auditor, verdict: null }]);
    const { done, waiting, verifiers, villages } = await readLooks(as(auditor), ALL);
    expect(done).toMatchObject([{ claimId: first.claimId, verdict: "differs", isCorrectionAsked: true }]);
    expect(waiting.map(({ claimId }) => claimId)).toContain(second.claimId);
    // One answer is no rate.
    expect(verifiers).toMatchObject([{ counts: { agrees: 0, differs: 1, unreachable: 0 }, rate: null }]);
    expect(villages).toHaveLength(1);
  });

  it("T2: shows the promise before the freeze and the whole draw after it", async () => {
    const { draws } = await readLooks(as(auditor), ALL);
    const [open, frozen] = draws;
    expect(open).toMatchObject({ secret: null, root: null, isLate: false });
    expect(frozen).toMatchObject({ claimCount: 6, isLate: false });
    expect(frozen?.secret).toMatch(/^[0-9a-f]{64}$/);
  });
});
