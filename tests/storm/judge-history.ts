import { expect } from "vitest";
import { readPoints, readTruth } from "./read-boards.ts";
import type { ScaledHouse } from "./scaled-house.ts";
import type { History, Pair } from "./writers.ts";

/** What the rows say of everything that was sent. */
export interface Kept {
  readonly records: number;
  readonly lost: number;
  readonly doubled: number;
}

/** Every record is there exactly once, decided once and worth its points once; none is there that nobody sent. */
export async function judgeHistory(house: ScaledHouse, history: History): Promise<Kept> {
  const rows = await house.ask<{ id: string; decisions: number; awards: number }>(
    `select c.id,
            (select count(*)::int from claim_decision d where d.commune_id = c.commune_id and d.claim_id = c.id) as decisions,
            (select count(*)::int from ledger_line l
              where l.commune_id = c.commune_id and l.claim_id = c.id and l.kind = 'award') as awards
       from claim c`,
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  const missing = history.works.filter(
    ({ claimId, isLogged, isApproved }) =>
      (isLogged && !found.has(claimId)) || (isApproved && found.get(claimId)?.awards === 0),
  );
  const doubled = rows.filter(({ decisions, awards }) => decisions > 1 || awards > 1);
  expect(missing).toEqual([]);
  expect(doubled).toEqual([]);
  expect(history.works.filter(({ isApproved }) => !isApproved)).toEqual([]);
  expect([...found.keys()].sort()).toEqual(history.works.map(({ claimId }) => claimId).sort());
  return { records: rows.length, lost: missing.length, doubled: doubled.length };
}

/** Boards as SQL has them on every web process, no job given up or late, and everything as the facts say. */
export async function judgeHouse(house: ScaledHouse, reader: Pair): Promise<void> {
  const truth = await readTruth(house.ask);
  for (const { origin } of house.webs) expect(await readPoints(origin ?? "", reader)).toEqual(truth);
  expect(
    await house.ask(
      "select job, starts, failures, failure from outbox where failed_at is not null or (processed_at is null and due_at < now() - interval '30 s')",
    ),
  ).toEqual([]);
  const { status, stdout } = await house.verify();
  expect(stdout).toContain("Everything is as the facts say.");
  expect(status).toBe(0);
}
