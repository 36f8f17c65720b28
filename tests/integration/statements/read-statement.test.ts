import { beforeEach, describe, expect, it } from "vitest";
import { can } from "#app/domain/access/can.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { readLogBoard } from "#app/features/activity-log/read-log-board.server.ts";
import { readClaimPoints } from "#app/features/statements/read-claim-points.server.ts";
import { readMemberToday } from "#app/features/statements/read-member-today.server.ts";
import { readOwnPoints } from "#app/features/statements/read-own-points.server.ts";
import { readStatement } from "#app/features/statements/read-statement.server.ts";
import {
  type Logger,
  type LoggingTeam,
  makeLoggingTeam,
  send,
  TODAY,
  work,
} from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const person = (index: number, slot = 1) => ({ householdId: team.households[index] ?? "", slot });

describe("why a member has these points", () => {
  it("adds up from lines that lead to the record and its verifier; what waits stands apart", async () => {
    const counted = await send(team.lan, work([person(0), person(1)]));
    await send(team.lan, work([person(2)]));
    await decide(team.leader, approval(counted));

    const statement = await readStatement(await team.lan.caller(), null);
    expect(statement).toMatchObject({
      total: 800,
      pending: 1,
      month: { id: 202612, isTrial: true, schemeVersion: 1 },
    });
    expect(
      statement?.lines.map(({ claimId, kind, points, workDate }) => [claimId, kind, points, workDate]),
    ).toEqual([
      [counted, "award", 400, expect.any(String)],
      [counted, "award", 400, expect.any(String)],
    ]);
    expect(new Set(statement?.lines.map(({ verifierName }) => verifierName)).size).toBe(1);
    expect(await readMemberToday(await team.lan.caller())).toEqual({ waiting: 1, returned: 0, points: 800 });
    expect((await readOwnPoints(await team.lan.caller(), [counted], [TODAY])).ofClaim).toEqual({
      [counted]: 800,
    });
    const lines = await readClaimPoints(await team.lan.caller(), counted);
    expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(800);
  });

  it("is nobody else's: a team mate sees their own month, the office none, and no month that is not there", async () => {
    await decide(team.leader, approval(await send(team.lan, work([person(0)]))));
    expect(await readStatement(await team.minh.caller(), null)).toMatchObject({ total: 0, lines: [] });
    expect(await readStatement(await team.officer.caller(), null)).toBeNull();
    expect(await readStatement(await team.lan.caller(), 209912)).toBeNull();
  });
});

/** Let in to log work, as the screen lets them in: with the places where they may. */
async function logging(who: Logger): Promise<Caller> {
  const caller = await who.caller();
  const permission = can(caller.actor, "activity.log", null, caller.today);
  if (!permission.ok) throw new Error("nobody who logs work");
  return { ...caller, permission: permission.value };
}

describe("the form of a kind", () => {
  it("knows the village's list, whom this kind already holds this year, and where the member was last", async () => {
    await send(team.lan, work([person(3, 2)]));
    const board = await readLogBoard(await logging(team.lan), "online-public-service");
    expect(board?.households).toHaveLength(team.households.length);
    expect(board?.recent).toEqual([`${team.households[3]}/2`]);
    expect(board?.claimed).toEqual([expect.stringMatching(new RegExp(`^${team.households[3]}/2\\+`))]);
    const next = await readLogBoard(await logging(team.far), "online-public-service");
    expect([next?.households, next?.claimed]).toEqual([[], []]);
    expect(await readLogBoard(await logging(team.lan), "no-such-kind")).toBeNull();
  });
});
