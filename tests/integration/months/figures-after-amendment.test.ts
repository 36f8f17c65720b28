import { beforeEach, describe, expect, it } from "vitest";
import type { ClaimContent } from "#app/domain/activity/claim.ts";
import { amendClaim } from "#app/features/ledger/amend-claim.server.ts";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import { readSealFigures } from "#app/features/months/read-seal-facts.server.ts";
import { rowsOf as pagesOf } from "#app/features/months/seal-month.server.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf, send, unit, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

async function approved(content: ClaimContent): Promise<string> {
  const claimId = await send(team.lan, content);
  const decision = { claimId, revision: 1, verdict: "approve", reasonCode: null, reason: null } as const;
  const [decided] = await decideClaims(await team.leader.caller(), [{ decisionId: freshId(), ...decision }]);
  if (!decided?.outcome.ok) throw new Error(JSON.stringify(decided));
  return claimId;
}

async function amend(claimId: string, change: Partial<ClaimContent>): Promise<void> {
  const wish = { decisionId: freshId(), claimId, revision: 1, reasonCode: "correction", reason: "Ghi nhầm" };
  const outcome = await amendClaim(await team.officer.caller(), { ...wish, change });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
}

async function figures() {
  const { communeId, scope } = team.commune;
  const [month] = await rowsOf(office, team, "select distinct month_id as id from ledger_line");
  return office.platform.db.withCommunes(scope, (tx) => readSealFigures(pagesOf(tx), communeId, month.id));
}

const memberFigures = async ({ memberId }: LoggingTeam["lan"]) =>
  (await figures()).member.find(({ id }) => id === memberId) ?? { points: 0, claims: 0, visits: 0 };

describe("the month's figures after a record was amended", () => {
  it("whoever is no longer part of the record has neither its points nor the record itself", async () => {
    const helped = { helpers: [{ memberId: team.minh.memberId, part: "helper" as const }] };
    const units = [{ householdId: team.households[0] ?? "", slot: 1 }];
    const claimId = await approved(work(units, helped));
    expect(await memberFigures(team.minh)).toMatchObject({ points: 200, claims: 1, visits: 1 });
    await amend(claimId, { helpers: [] });
    expect(await memberFigures(team.minh)).toMatchObject({ points: 0, claims: 0, visits: 0 });
    expect(await memberFigures(team.lan)).toMatchObject({ points: 400, claims: 1, visits: 1 });
  });

  it("whoever came in with the amendment has it, and each revision's people are told by the last one", async () => {
    const session = { activityKey: "talk", mode: "meeting" as const, visits: 30, units: [unit()] };
    const claimId = await approved(work([], { ...session, helpers: [] }));
    await amend(claimId, { visits: 20, helpers: [{ memberId: team.minh.memberId, part: "helper" }] });
    expect(await memberFigures(team.minh)).toMatchObject({ claims: 1, visits: 20 });
    expect(await memberFigures(team.lan)).toMatchObject({ claims: 1, visits: 20 });
    expect((await figures()).commune[0]).toMatchObject({ claims: 1, visits: 20 });
  });

  it("a record that another earlier one outdid for everybody keeps its people of now and no others", async () => {
    const units = [{ householdId: team.households[0] ?? "", slot: 1 }];
    await approved(work(units));
    const helped = { helpers: [{ memberId: team.minh.memberId, part: "helper" as const }] };
    const claimId = await approved(work(units, helped));
    await amend(claimId, { helpers: [] });
    expect(await memberFigures(team.minh)).toMatchObject({ points: 0, claims: 0, visits: 0 });
  });
});
