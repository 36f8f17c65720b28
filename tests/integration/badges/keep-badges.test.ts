import { beforeEach, describe, expect, it } from "vitest";
import { keepCommuneBadges } from "#app/features/badges/keep-commune-badges.server.ts";
import { reverseClaim } from "#app/features/ledger/reverse-claim.server.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { badgeCheck } from "#app/features/operations/verify/check-badges.server.ts";
import {
  type Logger,
  type LoggingTeam,
  makeLoggingTeam,
  rowsOf,
  send,
  work,
} from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const keep = (now = office.platform.clock.now()) =>
  keepCommuneBadges(office.platform, team.commune.communeId, now);
const person = (index: number, slot = 1) => ({ householdId: team.households[index] ?? "", slot });

async function verified(by: Logger, index = 0): Promise<string> {
  const id = await send(by, work([person(index)]));
  expect(await decide(team.leader, approval(id))).toMatchObject({ ok: true });
  return id;
}

async function reverse(claimId: string): Promise<void> {
  const reversal = {
    decisionId: freshId(),
    claimId,
    revision: 1,
    reasonCode: null,
    reason: "Không có người này",
  };
  expect(await reverseClaim(await team.leader.caller(), reversal)).toMatchObject({ ok: true });
}

/** Awards of somebody as they are written, oldest first. */
const awardsOf = (subjectId: string, key = "first-hand") =>
  rowsOf(
    office,
    team,
    `select id, basis -> 'claims' as claims, is_final as "isFinal", revoked_at is not null as "isRevoked",
            revoked_by as "revokedBy", revoke_reason as reason, earned_on::text as "earnedOn", month_id as month
       from badge_award where subject_id = $1 and badge_key = $2 order by granted_at, id`,
    subjectId,
    key,
  );

async function findingsOfV10(): Promise<string[]> {
  const client = await office.db.maintain.connect();
  try {
    const found: string[] = [];
    for await (const { row, says } of badgeCheck.run({ client, manifest: [], anchors: [] })) {
      if (row.startsWith(`commune ${team.commune.communeId},`)) found.push(`${row}: ${says}`);
    }
    return found;
  } finally {
    client.release();
  }
}

describe("awards after decisions", () => {
  it("K05: the first verified work is answered by a badge that names the record it stands on", async () => {
    const claim = await verified(team.lan);
    await keep();
    expect(await awardsOf(team.lan.memberId)).toMatchObject([
      { claims: [claim], isFinal: false, isRevoked: false, earnedOn: "2026-11-19", month: 202612 },
    ]);
    expect(await awardsOf(team.minh.memberId)).toEqual([]);
  });

  it("nothing new was decided: the round looks at nothing", async () => {
    await verified(team.lan);
    expect(await keep()).toBeGreaterThan(0);
    expect(await keep(later(1))).toBe(0);
    const { rows } = await office.db.maintain.query(
      "select count(*)::int as count from badge_award where commune_id = $1 and badge_key = 'first-hand'",
      [team.commune.communeId],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  it("T20: approving, taking back and approving again leaves one award, and the taken one is remembered", async () => {
    const first = await verified(team.lan);
    await keep();
    office.setNow(later(2));
    await reverse(first);
    await keep();
    expect(await awardsOf(team.lan.memberId)).toMatchObject([
      { claims: [first], isRevoked: true, revokedBy: null, reason: "by rule" },
    ]);
    office.setNow(later(4));
    const second = await verified(team.lan, 1);
    await keep();
    await keep(later(6));
    expect(await awardsOf(team.lan.memberId)).toMatchObject([
      { claims: [first], isRevoked: true },
      { claims: [second], isRevoked: false },
    ]);
    expect(await findingsOfV10()).toEqual([]);
  });

  it("another record carries the award on when the first is taken back", async () => {
    const first = await verified(team.lan);
    const second = await verified(team.lan, 1);
    await keep();
    const [award] = await awardsOf(team.lan.memberId);
    office.setNow(later(2));
    const carrying = award?.claims[0] === first ? first : second;
    await reverse(carrying);
    await keep();
    expect(await awardsOf(team.lan.memberId)).toMatchObject([
      { id: award?.id, claims: [carrying === first ? second : first], isRevoked: false },
    ]);
  });

  it("what its month's seal made final stays, though the record is undone afterwards", async () => {
    const claim = await verified(team.lan);
    await keep();
    const sealed = new Date("2027-01-20T02:00:00Z");
    office.setNow(sealed);
    await advanceMonths(office.platform, team.commune.communeId, sealed);
    await keep();
    expect(await awardsOf(team.lan.memberId)).toMatchObject([{ isFinal: true, isRevoked: false }]);
    await reverse(claim);
    await keep(new Date(sealed.getTime() + 60_000));
    expect(await awardsOf(team.lan.memberId)).toMatchObject([
      { claims: [claim], isFinal: true, isRevoked: false },
    ]);
    expect(await findingsOfV10()).toEqual([]);
  });

  it("a round that died half way is finished by the next one", async () => {
    await verified(team.lan);
    await verified(team.minh, 1);
    const dying = { ...office.platform, random: { bytes: failAfter(1) } };
    await expect(keepCommuneBadges(dying, team.commune.communeId, NOW)).rejects.toThrow("power cut");
    await keep(later(1));
    expect(await awardsOf(team.lan.memberId)).toHaveLength(1);
    expect(await awardsOf(team.minh.memberId)).toHaveLength(1);
    expect(await findingsOfV10()).toEqual([]);
  });

  it("two programs at once give each award once", async () => {
    await verified(team.lan);
    await Promise.all([keep(), keep(), keep()]);
    expect(await awardsOf(team.lan.memberId)).toHaveLength(1);
  });
});

function failAfter(calls: number): (count: number) => Uint8Array {
  let made = 0;
  return (count) => {
    if (made++ >= calls) throw new Error("power cut");
    return new Uint8Array(count).fill(made);
  };
}

describe("verify of badges", () => {
  it("V10: names an award that nothing makes due, one that is missing, and one on another record", async () => {
    const claim = await verified(team.lan);
    await verified(team.minh, 1);
    await keep();
    expect(await findingsOfV10()).toEqual([]);
    const { communeId } = team.commune;
    const insert = `insert into badge_award (commune_id, id, badge_key, version, subject, subject_id, earned_on, month_id, basis, granted_at)
      values ($1, gen_random_uuid(), 'inventor', 1, 'member', $2, '2026-11-19', 202612, $3, now())`;
    await office.db.maintain.query(insert, [
      communeId,
      team.lan.memberId,
      JSON.stringify({ value: 1, goal: 1, claims: [claim] }),
    ]);
    await office.db.maintain.query(
      "update badge_award set revoked_at = now(), revoke_reason = 'by hand' where commune_id = $1 and subject_id = $2",
      [communeId, team.minh.memberId],
    );
    await office.db.maintain.query(
      "update badge_award set earned_on = '2026-11-01' where commune_id = $1 and subject_id = $2 and badge_key = 'first-hand'",
      [communeId, team.lan.memberId],
    );
    const found = (await findingsOfV10()).join("\n");
    expect(found).toContain("does not make it due");
    expect(found).toContain(
      `member ${team.minh.memberId}, first-hand, tier 1: is due by the verified work, and is not there`,
    );
    expect(found).toContain("stands otherwise than the verified work makes first-hand");
    await keepWhole();
    expect(await findingsOfV10()).toEqual([]);
  });

  it("an award is not deleted, and a final one is not rewritten, by the house's own login", async () => {
    await verified(team.lan);
    await keep();
    const [award] = await awardsOf(team.lan.memberId);
    const change = (sql: string) =>
      office.platform.db.withCommunes(team.commune.scope, (tx) => tx.$executeRawUnsafe(sql, award?.id));
    await expect(change("delete from badge_award where id = $1::uuid")).rejects.toThrow(/permission denied/);
    await expect(change("update badge_award set subject_id = 'x' where id = $1::uuid")).rejects.toThrow(
      /stands/,
    );
    await change("update badge_award set is_final = true where id = $1::uuid");
    await expect(change("update badge_award set basis = '{}' where id = $1::uuid")).rejects.toThrow(/stands/);
    await expect(
      change("update badge_award set revoked_at = now(), revoke_reason = 'by rule' where id = $1::uuid"),
    ).rejects.toThrow(/stands/);
  });
});

/** The next day's first round looks at everybody. */
function keepWhole(): Promise<number> {
  return keep(new Date(NOW.getTime() + 24 * 3_600_000));
}
