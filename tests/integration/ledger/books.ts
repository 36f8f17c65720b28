import { expect } from "vitest";
import { dueLines } from "#app/domain/points/score.ts";
import { type ClaimDecision, decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import { readVerifiedClaims } from "#app/features/ledger/read-verified-claims.server.ts";
import { SEAL_FIGURES } from "#app/features/months/seal-facts.sql.ts";
import { type Logger, type LoggingTeam, rowsOf } from "../activity-log/loggers.ts";
import type { TestOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

/** An approval of the first revision, unless it says otherwise. */
export function approval(claimId: string, wish: Partial<ClaimDecision> = {}): ClaimDecision {
  return {
    decisionId: freshId(),
    claimId,
    revision: 1,
    verdict: "approve",
    reasonCode: null,
    reason: null,
    ...wish,
  };
}

/** One decision; its outcome. */
export async function decide(by: Logger, decision: ClaimDecision) {
  const [answer] = await decideClaims(await by.caller(), [decision]);
  if (!answer) throw new Error("no answer");
  return answer.outcome;
}

/** By key, what the ledger's lines add up to. */
export async function ledgerOf(office: TestOffice, team: LoggingTeam): Promise<Record<string, number>> {
  const rows: { key: string; points: number }[] = await rowsOf(
    office,
    team,
    `select line_key as key, sum(points)::int as points from ledger_line group by 1 having sum(points) <> 0`,
  );
  return Object.fromEntries(rows.map(({ key, points }) => [key, points]));
}

/** The books are in order: the ledger says what is due, every sum is the ledger's, corrections point to their lines. */
export async function expectBooksInOrder(office: TestOffice, team: LoggingTeam): Promise<void> {
  const { communeId, scope } = team.commune;
  const { claims, rules } = await office.platform.db.withCommunes(scope, (tx) =>
    readVerifiedClaims(tx, communeId),
  );
  const due = dueLines(claims, rules).filter(({ points }) => points !== 0);
  expect(await ledgerOf(office, team)).toEqual(
    Object.fromEntries(due.map(({ key, points }) => [key, points])),
  );
  const standings = await rowsOf(
    office,
    team,
    `select month_id as month, subject, subject_id as id, points::float8 as points, claims, visits from standing
      where points <> 0 or claims <> 0 or visits <> 0`,
  );
  const months = await rowsOf(office, team, "select distinct month_id as id from ledger_line");
  const counted = [];
  for (const { id: month } of months) {
    for (const row of await rowsOf(office, team, SEAL_FIGURES, communeId, month))
      counted.push({ month, ...row });
  }
  const inOrder = (rows: { month: number; subject: string; id: string }[]) =>
    rows
      .filter((row) => "points" in row)
      .sort((a, b) => `${a.month}${a.subject}${a.id}`.localeCompare(`${b.month}${b.subject}${b.id}`));
  const isEmpty = ({ points, claims: count, visits }: { points: number; claims: number; visits: number }) =>
    points === 0 && count === 0 && visits === 0;
  expect(inOrder(standings)).toEqual(inOrder(counted.filter((row) => !isEmpty(row as never))));
  const loose = await rowsOf(
    office,
    team,
    `select l.seq from ledger_line l
       left join ledger_line o on o.seq = l.corrects_seq
      where (l.corrects_seq is not null and (o.line_key <> l.line_key or o.points <> -l.points or o.seq >= l.seq))
         or (l.points < 0 and l.kind in ('award', 'bonus', 'priority') and l.corrects_seq is null)`,
  );
  expect(loose).toEqual([]);
}
