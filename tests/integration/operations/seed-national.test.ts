import { beforeAll, describe, expect, it } from "vitest";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import type { Finding } from "#app/features/operations/verify/check.ts";
import { CHECKS } from "#app/features/operations/verify/checks.server.ts";
import { verifyHouse } from "#app/features/operations/verify/verify-house.server.ts";
import { loader as boards } from "#app/routes/member/boards.tsx";
import { action as signIn } from "#app/routes/public/sign-in.tsx";
import { loadNation, type NationCounts, NationThere } from "#prisma/seed/national/load-nation.server.ts";
import { type NationWish, USUAL_WISH } from "#prisma/seed/national/nation-size.ts";
import { testBrowser } from "../accounts/test-browser.ts";
import { NOW, testOffice } from "../communes/office.ts";

const office = testOffice();
const WISH: NationWish = {
  ...USUAL_WISH,
  communes: 2,
  villages: 2,
  households: 8,
  recordsPerTeam: 4,
  months: 3,
  sealsMonths: true,
};

interface Label {
  readonly kind: string;
  readonly claimId?: string;
  readonly isRefused?: boolean;
}

let labels: Label[] = [];
let loaded: { counts: NationCounts; signIns: Awaited<ReturnType<typeof load>>["signIns"] };

function load() {
  return loadNation(
    {
      platform: office.platform,
      owner: office.db.owner,
      wish: WISH,
      until: { today: localDateAt(NOW.getTime()), nowMs: NOW.getTime() },
    },
    { done() {}, label: (line) => labels.push(line as Label) },
  );
}

const count = async (sql: string) => (await office.db.maintain.query<{ n: number }>(sql)).rows[0]?.n;

beforeAll(async () => {
  office.setNow(NOW);
  labels = [];
  loaded = await load();
});

describe("a national data set, at a small size", () => {
  it("SECURITY G21: is a house in which verify finds nothing: sums, caps, once-only units, seals and the audit log", async () => {
    const found: Finding[] = [];
    // What the migrations made is not what a loader writes.
    const checks = CHECKS.filter(({ id }) => id !== "V16");
    const dataDir = office.platform.config.dataDir;
    const house = { maintain: office.db.maintain, manifest: [], checks, dataDir, nowMs: () => 0 };
    for await (const report of verifyHouse(house)) found.push(...report.first);
    expect(found).toEqual([]);
    expect(await count("select count(*)::int as n from month_seal")).toBe(2);
    expect(await count("select count(*)::int as n from ledger_line")).toBe(loaded.counts.lines);
    expect(await count("select sum(visits)::int as n from claim")).toBe(loaded.counts.visits);
  });

  it("SECURITY G21: labels planted fraud of every kind, and what no house takes is told as refused", async () => {
    expect([...new Set(labels.map(({ kind }) => kind))].sort()).toEqual(["T2", "T3", "T4", "T5", "T6", "T7"]);
    expect(labels.find(({ kind }) => kind === "T6")?.isRefused).toBe(true);
    const named = labels.flatMap(({ claimId }) => claimId ?? []);
    expect(named).toHaveLength(loaded.counts.planted);
    const flagged = async (kind: string) => {
      const ids = labels.flatMap((each) => (each.kind === kind && each.claimId ? [each.claimId] : []));
      const { rows } = await office.db.maintain.query<{ n: number }>(
        `select count(*)::int as n from claim c where c.id = any($1::uuid[]) and (
           exists (select from claim_signal s where s.commune_id = c.commune_id and s.claim_id = c.id)
           or exists (select from audit_item i where i.commune_id = c.commune_id and i.claim_id = c.id))`,
        [ids],
      );
      return (rows[0]?.n ?? 0) / ids.length;
    };
    expect(await flagged("T4")).toBe(1);
    expect(await flagged("T5")).toBeGreaterThan(0);
    expect(await flagged("T7")).toBeGreaterThan(0.5);
  });

  it("opens for its people: a member signs in and sees the board with the month's points", async () => {
    const member = loaded.signIns.find(({ role }) => role === "member");
    const browser = testBrowser(() => office.platform);
    const answer = await browser.post(signIn, "/dang-nhap", {
      name: member?.username ?? "",
      password: member?.password ?? "",
    });
    expect(answer.status).toBe(303);
    const page = await browser.get(boards, "/bang?ky=2026-11");
    expect(page.status).toBe(200);
    expect(JSON.stringify(page.body)).toMatch(/"points":[1-9]/);
  });

  it("stands once in a house", async () => {
    await expect(load()).rejects.toThrow(NationThere);
  });
});
