import type { PoolClient } from "pg";
import { SEAL_FIGURES } from "#app/features/months/seal-facts.sql.ts";
import { streamRows } from "../stream-rows.server.ts";
import type { Check, Finding } from "./check.ts";

interface Figures {
  readonly subject: string;
  readonly id: string;
  readonly points: number;
  readonly claims: number;
  readonly visits: number;
}

const READ_MONTHS = `select commune_id as "communeId", id as "monthId" from month order by 1, 2`;

const READ_STANDINGS = `
select subject, subject_id as id, points::float8 as points, claims, visits
  from standing where commune_id = $1::int and month_id = $2::int`;

/** V7: the sums that boards read are what the ledger adds up to, by the very statement that seals a month. */
export const standingCheck: Check = {
  id: "V7",
  title: "the kept sums of every member, team, village and commune are what the ledger adds up to",
  async *run({ client }) {
    const { rows } = await client.query<{ communeId: number; monthId: number }>(READ_MONTHS);
    for (const { communeId, monthId } of rows) yield* checkMonth(client, communeId, monthId);
  },
};

async function* checkMonth(client: PoolClient, communeId: number, monthId: number): AsyncGenerator<Finding> {
  const due = new Map<string, Figures>();
  for await (const row of streamRows<Figures>(client, SEAL_FIGURES, [communeId, monthId]))
    due.set(nameOf(row), row);
  const kept = new Map<string, Figures>();
  for await (const row of streamRows<Figures>(client, READ_STANDINGS, [communeId, monthId]))
    kept.set(nameOf(row), row);
  for (const name of [...new Set([...due.keys(), ...kept.keys()])].sort()) {
    const [wanted, found] = [say(due.get(name)), say(kept.get(name))];
    if (wanted === found) continue;
    const says = `holds ${found}, and the ledger adds up to ${wanted}`;
    yield { table: "standing", row: `commune ${communeId}, month ${monthId}, ${name}`, says };
  }
}

function nameOf({ subject, id }: Figures): string {
  return `${subject} ${id}`;
}

/** No row and a row of zeros say the same. */
function say(figures: Figures | undefined): string {
  const { points = 0, claims = 0, visits = 0 } = figures ?? {};
  return `${points} hundredths, ${claims} claims, ${visits} visits`;
}
