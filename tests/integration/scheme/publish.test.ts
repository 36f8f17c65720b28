import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { ActivityKind } from "#app/domain/activity/scheme.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { adoptRegulation } from "#app/features/communes/adopt-regulation.server.ts";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import { findMonthHolding } from "#app/features/months/find-month.server.ts";
import { markOf, saveKind, saveLimits } from "#app/features/scheme/change-draft.server.ts";
import { findSchemeOn, findSchemeVersion } from "#app/features/scheme/find-scheme.server.ts";
import { discardDraft, proposeScheme, withdrawProposal } from "#app/features/scheme/propose-scheme.server.ts";
import { publishScheme } from "#app/features/scheme/publish-scheme.server.ts";
import { readRuleBook } from "#app/features/scheme/read-rule-book.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import { NOW, testOffice } from "../communes/office.ts";

const office = testOffice();
const day = (text: string) => text as LocalDate;
let communeId: number;
let first: CommuneScope;
let second: CommuneScope;

// The plan's months run from the 15th; the next to begin after 20 November is on 15 December.
const NEXT = day("2026-12-15");

beforeEach(async () => {
  office.setNow(NOW);
  const founder = await office.makeAccount({ isFounder: true });
  communeId = await foundCommune(
    office.platform,
    { actorId: founder, verb: "test", requestId: "r" },
    "dai-son-2026",
  );
  first = office.scope(communeId, founder);
  second = office.scope(communeId, await office.makeAccount({ name: "Người thứ hai" }));
});

const book = (scope = first) => readRuleBook(office.platform, scope);

async function kindNow(key: string): Promise<ActivityKind> {
  const { draft, versions } = await book();
  const kind = (draft?.scheme ?? versions[0]?.scheme)?.activities.find((each) => each.key === key);
  if (!kind) throw new Error(`no ${key}`);
  return kind;
}

async function edit(key: string, change: (kind: ActivityKind) => ActivityKind, seen?: string) {
  return saveKind(office.platform, first, { key, seen: seen ?? markOf(await kindNow(key)), change });
}

const worth = (each: number) => (kind: ActivityKind) => ({ ...kind, scale: { by: "unit" as const, each } });

async function propose(effectiveOn = NEXT, scope = first) {
  const { draft } = await book();
  return proposeScheme(office.platform, scope, { revision: draft?.revision ?? 0, effectiveOn, note: null });
}

async function publish(scope = second, effectiveOn = NEXT) {
  const { draft } = await book();
  return publishScheme(office.platform, scope, { revision: draft?.revision ?? 0, effectiveOn });
}

function rulesOf(on: LocalDate) {
  return office.platform.db.withCommunes(first, (tx) => findSchemeOn(tx, communeId, on));
}

/** Keys in order, no spaces: what anybody can write with ten lines of their own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const record = value as Record<string, unknown>;
  return `{${Object.keys(record)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(record[key])}`)
    .join(",")}}`;
}

describe("a version of the rules", () => {
  it("T6: its hash is taken again from what the database keeps, by anybody", async () => {
    await book();
    const { rows } = await office.db.maintain.query<{ content: unknown; hash: string }>(
      "select content, encode(content_sha256, 'hex') as hash from scheme_version where commune_id = $1",
      [communeId],
    );
    expect(rows).toHaveLength(1);
    for (const { content, hash } of rows) {
      expect(createHash("sha256").update(canonical(content)).digest("hex")).toBe(hash);
    }
    expect((await book()).versions.every(({ isWhole }) => isWhole)).toBe(true);
  });

  it("T6: is changed or removed by no role of the house", async () => {
    await book();
    for (const sql of [
      "update scheme_version set effective_on = '2030-01-01'",
      "delete from scheme_version",
    ]) {
      await expect(office.db.owner.query(sql)).rejects.toThrow(/append-only/);
      await expect(office.db.superuser.query(sql)).rejects.toThrow(/append-only/);
    }
  });

  it("T6: takes two persons: who proposes does not publish, in the program and in the database", async () => {
    await edit("eid-level-2", worth(500));
    expect(await publish(first)).toEqual({ ok: false, code: "scheme_not_proposed" });
    await propose();
    expect(await publish(first)).toEqual({ ok: false, code: "scheme_needs_another_person" });
    expect(await publish(second)).toEqual({ ok: true, value: { version: 2 } });
    await expect(
      office.db.superuser.query(
        `insert into scheme_version (commune_id, version, effective_on, content, content_sha256, proposed_by, published_by, published_at)
         select commune_id, 9, '2030-01-15', content, content_sha256, proposed_by, proposed_by, published_at
           from scheme_version where version = 2 and commune_id = ${communeId}`,
      ),
    ).rejects.toThrow(/check constraint/);
  });

  it("T6: holds from a month that has not begun; earlier months keep the rules they opened with", async () => {
    await edit("eid-level-2", worth(500));
    expect(await propose(day("2026-11-15"))).toEqual({
      ok: false,
      code: "scheme_not_future",
      earliest: NEXT,
    });
    expect(await propose(day("2027-01-01"))).toMatchObject({
      code: "scheme_not_month_start",
      before: NEXT,
      after: "2027-01-15",
    });
    const november = await office.platform.db.withCommunes(first, (tx) =>
      findMonthHolding(tx, communeId, day("2026-11-20"), NOW.getTime()),
    );
    await propose();
    await publish();
    expect((await rulesOf(day("2026-12-14"))).version).toBe(1);
    expect((await rulesOf(NEXT)).version).toBe(2);
    const pinned = await office.platform.db.withCommunes(first, (tx) =>
      findSchemeVersion(tx, communeId, november.schemeVersion),
    );
    expect(pinned.activities.find(({ key }) => key === "eid-level-2")?.scale).toEqual({
      by: "unit",
      each: 300,
    });
  });

  it("T6: does not wait at the gate until its month has begun: the second word may come too late", async () => {
    await edit("eid-level-2", worth(500));
    await propose();
    office.setNow(new Date("2026-12-16T02:00:00Z"));
    expect(await publish()).toMatchObject({ code: "scheme_not_future", earliest: "2027-01-15" });
  });

  it("A23: cites the commune's regulation once there is one; what went before stays a proposal", async () => {
    const numbers = async () => (await book()).versions.map(({ regulationNumber }) => regulationNumber);
    await edit("eid-level-2", worth(500));
    await propose();
    await publish();
    expect(await numbers()).toEqual([null, null]);
    office.setNow(new Date("2027-01-20T02:00:00Z"));
    const { rows } = await office.db.superuser.query("select revision from commune where id = $1", [
      communeId,
    ]);
    await adoptRegulation(office.platform, first, {
      regulation: { number: "12/QC-UBND", date: day("2027-01-10") },
      seenRevision: rows[0].revision,
    });
    expect(await numbers()).toEqual(["12/QC-UBND", null]);
    await edit("eid-level-2", worth(400));
    await propose(day("2027-02-15"));
    await publish(second, day("2027-02-15"));
    office.setNow(new Date("2027-03-20T02:00:00Z"));
    expect(await numbers()).toEqual(["12/QC-UBND", null, null]);
  });

  it("published twice by one press, is one version", async () => {
    await edit("eid-level-2", worth(500));
    await propose();
    const revision = (await book()).draft?.revision ?? 0;
    const both = await Promise.all(
      [1, 2].map(() => publishScheme(office.platform, second, { revision, effectiveOn: NEXT })),
    );
    expect(both).toEqual([
      { ok: true, value: { version: 2 } },
      { ok: true, value: { version: 2 } },
    ]);
  });
});

describe("the draft", () => {
  it("shows exactly what differs, and is gone when nothing does", async () => {
    await edit("eid-level-2", worth(500));
    expect((await book()).pending).toEqual([
      {
        kind: { key: "eid-level-2", name: "VNeID mức 2 đã kích hoạt và dùng được" },
        field: "each",
        of: null,
        before: { is: "points", hundredths: 300 },
        after: { is: "points", hundredths: 500 },
      },
    ]);
    await edit("eid-level-2", worth(300));
    expect((await book()).draft).toBeNull();
  });

  it("takes the changes of two officers to two kinds, and tells the second one of one kind", async () => {
    const seen = markOf(await kindNow("eid-level-2"));
    await edit("payment-account", worth(600));
    expect(await edit("eid-level-2", worth(500), seen)).toEqual({ ok: true, value: null });
    expect(await edit("eid-level-2", worth(700), seen)).toEqual({ ok: false, code: "changed_meanwhile" });
    expect((await book()).pending).toHaveLength(2);
  });

  it("refuses what the plan's own proposals would be refused for", async () => {
    expect(await edit("eid-level-2", worth(0))).toEqual({ ok: false, code: "scheme_points_not_rising" });
    expect(
      await edit("online-public-service", (kind) => ({
        ...kind,
        scale: { by: "outcome", knows: 400, withHelp: 200, proficient: 400 },
      })),
    ).toEqual({ ok: false, code: "scheme_points_not_rising" });
    expect(await edit("eid-level-2", (kind) => ({ ...kind, modes: [] }))).toEqual({
      ok: false,
      code: "scheme_mode_missing",
    });
    const { limits } = (await rulesOf(NEXT)).scheme;
    expect(
      await saveLimits(office.platform, first, {
        limits: { ...limits, perDay: limits.perMonth + 1 },
        seen: markOf(limits),
      }),
    ).toEqual({ ok: false, code: "scheme_limits_crossed" });
  });

  it("stands still while it waits for the second person, and moves again once the word is taken back", async () => {
    await edit("eid-level-2", worth(500));
    await propose();
    expect(await edit("eid-level-2", worth(600))).toEqual({ ok: false, code: "scheme_waits_for_second" });
    await discardDraft(office.platform, first);
    expect((await book()).draft?.proposal).toMatchObject({ effectiveOn: NEXT });
    await withdrawProposal(office.platform, first);
    expect(await edit("eid-level-2", worth(600))).toEqual({ ok: true, value: null });
    await discardDraft(office.platform, first);
    expect((await book()).draft).toBeNull();
  });

  it("T6: what is published is what the second person read", async () => {
    await edit("eid-level-2", worth(500));
    await propose();
    const read = (await book()).draft?.revision ?? 0;
    await withdrawProposal(office.platform, first);
    await edit("eid-level-2", worth(900));
    await propose();
    expect(await publishScheme(office.platform, second, { revision: read, effectiveOn: NEXT })).toEqual({
      ok: false,
      code: "changed_meanwhile",
    });
  });
});
