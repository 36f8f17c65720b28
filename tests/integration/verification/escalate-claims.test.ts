import { beforeEach, expect, it } from "vitest";
import { DEPUTY_AFTER_MS, OFFICE_AFTER_MS } from "#app/domain/verification/may-verify.ts";
import { escalateClaims } from "#app/features/verification/escalate-claims.server.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { makeTeam, plantClaim, type VerifyingTeam } from "./planted-claims.ts";

const office = testOffice();
let team: VerifyingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeTeam(office);
});

const after = (ms: number) => new Date(NOW.getTime() + ms);
const escalate = (ms: number) => escalateClaims(office.platform, team.commune.communeId, after(ms));
const stagesOf = async (claimId: string) => {
  const { rows } = await office.db.maintain.query<{ stage: string }>(
    "select stage from claim_escalation where commune_id = $1 and claim_id = $2 order by raised_at, stage",
    [team.commune.communeId, claimId],
  );
  return rows.map(({ stage }) => stage);
};

it("A15: a claim is passed on to the deputy after 72 hours and to the office after five days, told once each", async () => {
  const claimId = await plantClaim(office, team, { by: team.lan });
  expect(await escalate(DEPUTY_AFTER_MS - 1)).toBe(0);
  expect(await escalate(DEPUTY_AFTER_MS)).toBe(1);
  expect(await escalate(DEPUTY_AFTER_MS + 1)).toBe(0);
  expect(await escalate(OFFICE_AFTER_MS)).toBe(1);
  expect(await stagesOf(claimId)).toEqual(["deputy", "office"]);
});

it("two runs at once tell it once", async () => {
  const claimId = await plantClaim(office, team, { by: team.lan });
  const told = await Promise.all([escalate(OFFICE_AFTER_MS), escalate(OFFICE_AFTER_MS)]);
  expect(told.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(2);
  expect(await stagesOf(claimId)).toEqual(["deputy", "office"]);
});

it("a claim that was handed in again waits from then on", async () => {
  const claimId = await plantClaim(office, team, { by: team.lan });
  await escalate(DEPUTY_AFTER_MS);
  const { communeId } = team.commune;
  await team.commune.act((tx) =>
    tx.claim.update({
      where: { communeId_id: { communeId, id: claimId } },
      data: { revision: 2, submittedAt: after(DEPUTY_AFTER_MS) },
      select: { id: true },
    }),
  );
  expect(await escalate(OFFICE_AFTER_MS)).toBe(0);
  expect(await escalate(DEPUTY_AFTER_MS * 2)).toBe(1);
});

it("nothing is ever decided by time passing", async () => {
  const claimId = await plantClaim(office, team, { by: team.lan });
  for (let years = 0; years < 3; years++) await escalate(OFFICE_AFTER_MS * (1 + years * 73));
  const { rows } = await office.db.maintain.query(
    `select c.state, c.decided_at, c.month_id,
            (select count(*)::int from claim_decision d where d.commune_id = c.commune_id and d.claim_id = c.id) as decisions,
            (select count(*)::int from ledger_line l where l.commune_id = c.commune_id and l.claim_id = c.id) as lines
       from claim c where c.commune_id = $1 and c.id = $2`,
    [team.commune.communeId, claimId],
  );
  expect(rows).toEqual([{ state: "submitted", decided_at: null, month_id: null, decisions: 0, lines: 0 }]);
});

it("open pages of the commune hear of it", async () => {
  await plantClaim(office, team, { by: team.lan });
  const topic = `commune:${team.commune.communeId}` as const;
  const before = await office.platform.live.readVersions([topic]);
  await escalate(DEPUTY_AFTER_MS);
  const then = await office.platform.live.readVersions([topic]);
  expect(then[topic]).toBe((before[topic] ?? 0) + 1);
});
