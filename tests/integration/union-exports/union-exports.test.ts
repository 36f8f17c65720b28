import { beforeEach, describe, expect, it } from "vitest";
import type { ClassifyingUnion } from "#app/domain/certificates/union-export.ts";
import { eraseMember } from "#app/features/personal-data/erase-member.server.ts";
import { giveConsent } from "#app/features/personal-data/give-consent.server.ts";
import { readMemberData } from "#app/features/personal-data/read-own-data.server.ts";
import { withdrawConsent } from "#app/features/personal-data/withdraw-consent.server.ts";
import { setAffiliations } from "#app/features/roster/set-affiliations.server.ts";
import { makeUnionExport } from "#app/features/union-exports/make-union-export.server.ts";
import { readMadeExports, readUnionResults } from "#app/features/union-exports/read-union-results.server.ts";
import { writeUnionExport } from "#app/features/union-exports/write-union-export.server.ts";
import { readWorkbook } from "#app/platform/tables/read-workbook.server.ts";
import { type LoggingTeam, makeLoggingTeam, send, TODAY, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { day, freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  for (const { memberId } of [team.lan, team.minh]) await belong(memberId, ["youth_union"]);
});

const belong = (memberId: string, kinds: readonly ClassifyingUnion[]) =>
  team.commune.act((tx, on) =>
    setAffiliations(
      tx,
      on,
      memberId,
      kinds.map((kind) => ({ kind, organisation: kind === "youth_union" ? "Chi đoàn Thôn Đông" : null })),
    ),
  );
const agree = (memberId: string) =>
  giveConsent(office.platform, team.commune.scope, {
    id: freshId(),
    memberId,
    purpose: "union_export",
    channel: "paper",
    textVersion: 1,
  });
const person = (index: number, slot = 1) => ({ householdId: team.households[index] ?? "", slot });
const wish = { union: "youth_union", from: day("2026-11-01"), to: TODAY } as const;
const preview = async (union: ClassifyingUnion = "youth_union") =>
  readUnionResults(await team.officer.caller(), { ...wish, union });

async function cellsOf(exportId: string): Promise<string> {
  const file = await writeUnionExport(await team.officer.caller(), exportId);
  if (file === null) throw new Error("no such export");
  return JSON.stringify(await readWorkbook(file.bytes));
}

describe("results for a union's own classification", () => {
  it("A37: hold the verified work of whoever agreed, and only count who did not", async () => {
    await decide(team.leader, approval(await send(team.lan, work([person(0), person(1)], { minutes: 90 }))));
    await send(team.lan, work([person(2)]));
    expect(await preview()).toMatchObject({ lines: [], withoutConsent: 2 });
    expect(await makeUnionExport(await team.officer.caller(), { ...wish, id: freshId() })).toMatchObject({
      code: "union_export_empty",
    });

    await agree(team.lan.memberId);
    expect(await preview()).toMatchObject({
      withoutConsent: 1,
      lines: [
        {
          name: "Vì Thị Lan",
          organisation: "Chi đoàn Thôn Đông",
          figures: { claims: 1, days: 1, minutes: 90, people: 2, visits: 2 },
        },
      ],
    });
    expect(await preview("party"), "the Party has no members here").toMatchObject({
      lines: [],
      withoutConsent: 0,
    });
  });

  it("A37: the same verified work goes to each union its author belongs to", async () => {
    await decide(team.leader, approval(await send(team.lan, work([person(0)]))));
    await belong(team.lan.memberId, ["youth_union", "womens_union", "party"]);
    await agree(team.lan.memberId);
    const lines = await Promise.all(
      (["youth_union", "womens_union", "party"] as const).map(async (union) => (await preview(union)).lines),
    );
    expect(lines.map(([first]) => first?.figures.claims)).toEqual([1, 1, 1]);
  });

  it("A37: an export is written down once, and each person in it reads where the results went", async () => {
    await agree(team.lan.memberId);
    const id = freshId();
    const officer = await team.officer.caller();
    expect(await makeUnionExport(officer, { ...wish, id })).toMatchObject({ ok: true });
    expect(await makeUnionExport(officer, { ...wish, id }), "sent again").toMatchObject({ ok: true });
    expect(await readMadeExports(officer)).toMatchObject([{ id, union: "youth_union", people: 1 }]);
    const own = await readMemberData(office.platform, team.commune.scope, team.lan.memberId);
    expect(own?.unionExports).toEqual([
      { union: "youth_union", from: wish.from, to: wish.to, sentOn: TODAY },
    ]);
    const others = await readMemberData(office.platform, team.commune.scope, team.minh.memberId);
    expect(others?.unionExports).toEqual([]);
  });

  it("A37: whoever takes the consent back, or is erased, is in no file drawn after that", async () => {
    for (const { memberId } of [team.lan, team.minh]) await agree(memberId);
    const id = freshId();
    await makeUnionExport(await team.officer.caller(), { ...wish, id });
    expect(await cellsOf(id)).toContain("Vì Thị Lan");
    await withdrawConsent(office.platform, team.commune.scope, {
      memberId: team.lan.memberId,
      purpose: "union_export",
    });
    await eraseMember(office.platform, team.commune.scope, team.minh.memberId);
    const after = await cellsOf(id);
    expect(after).not.toContain("Vì Thị Lan");
    expect(after).toContain("Danh sách có 0 người");
  });

  it("A37: days that run backwards are refused, and another commune's export is not there", async () => {
    await agree(team.lan.memberId);
    const id = freshId();
    const officer = await team.officer.caller();
    expect(await makeUnionExport(officer, { ...wish, id, from: TODAY, to: wish.from })).toMatchObject({
      code: "certificate_days_reversed",
    });
    await makeUnionExport(officer, { ...wish, id });
    const elsewhere = await makeLoggingTeam(office);
    expect(await writeUnionExport(await elsewhere.officer.caller(), id)).toBeNull();
  });
});
