import type { PoolClient } from "pg";
import { MONTH_LADDER, NO_PREVIOUS, SEALED_SUBJECTS, type SealedFigures } from "#app/domain/months/seal.ts";
import { rankByLadder } from "#app/domain/ranking/rank.ts";
import { recomputeSeal } from "#app/features/months/seal-month.server.ts";
import { streamRows } from "../stream-rows.server.ts";
import type { Check, Finding } from "./check.ts";

interface SealRow {
  readonly communeId: number;
  readonly monthId: number;
  readonly number: number;
  readonly sha256: string;
  readonly previous: string;
  readonly contentSha256: string;
}

/** Without contents, so that all of them fit; each is asked for when its turn comes. */
const READ_SEALS = `
select commune_id as "communeId", month_id as "monthId", number, encode(sha256, 'hex') as sha256,
       encode(previous_sha256, 'hex') as previous, encode(sha256(convert_to(content, 'UTF8')), 'hex') as "contentSha256"
  from month_seal order by commune_id, number`;

const READ_CONTENT = "select content from month_seal where commune_id = $1 and month_id = $2";

const READ_UNSEALED = `
select m.commune_id as "communeId", m.id as "monthId" from month m
 where m.state = 'sealed' and not exists (
   select from month_seal s where s.commune_id = m.commune_id and s.month_id = m.id)`;

/** V8: each sealed month, told again from the facts, gives the same bytes, and the seals form one unbroken line. */
export const sealCheck: Check = {
  id: "V8",
  title: "every seal is what the facts say, and follows the one before it",
  async *run({ client }) {
    const { rows: unsealed } = await client.query<SealRow>(READ_UNSEALED);
    for (const row of unsealed) yield about(row, "the month is called sealed, and its seal is not there");
    const { rows } = await client.query<SealRow>(READ_SEALS);
    for (const [index, seal] of rows.entries()) {
      const before = rows[index - 1];
      const last = before?.communeId === seal.communeId ? before : null;
      yield* checkLink(seal, last);
      const again = await recomputeSeal(
        (sql, values) => streamRows(client, sql, values),
        seal.communeId,
        seal.monthId,
        seal,
      );
      if (again.sha256 !== seal.contentSha256) {
        yield about(seal, await sayDifference(client, seal, again.content));
      }
    }
  },
};

function* checkLink(seal: SealRow, last: SealRow | null): Generator<Finding> {
  if (seal.number !== (last?.number ?? 0) + 1)
    yield about(seal, `number ${seal.number} does not follow in the line of seals`);
  if (seal.previous !== (last?.sha256 ?? NO_PREVIOUS)) yield about(seal, "does not name the seal before it");
  if (seal.sha256 !== seal.contentSha256) yield about(seal, "its hash is not that of its content");
}

/** Names the part, so that a person knows where to look. */
async function sayDifference(client: PoolClient, seal: SealRow, again: string): Promise<string> {
  const { rows } = await client.query<{ content: string }>(READ_CONTENT, [seal.communeId, seal.monthId]);
  const [kept, told] = [parts(rows[0]?.content ?? "{}"), parts(again)];
  const differing = [...new Set([...Object.keys(kept), ...Object.keys(told)])].filter(
    (key) => JSON.stringify(kept[key]) !== JSON.stringify(told[key]),
  );
  return `the facts tell it otherwise now: ${differing.sort().join(", ") || "its text"}`;
}

function parts(content: string): Record<string, unknown> {
  try {
    return JSON.parse(content) as Record<string, unknown>;
  } catch {
    return {};
  }
}

type SealedRow = SealedFigures & { readonly rank: number };

/** V9: the ranks of every seal follow from its own figures by the declared ladder. */
export const rankCheck: Check = {
  id: "V9",
  title: "ranks and ties in every seal follow from its figures",
  async *run({ client }) {
    const { rows } = await client.query<SealRow>(READ_SEALS);
    for (const seal of rows) {
      const found = await client.query<{ content: string }>(READ_CONTENT, [seal.communeId, seal.monthId]);
      const { standings } = parts(found.rows[0]?.content ?? "{}") as {
        standings?: Record<string, SealedRow[]>;
      };
      for (const subject of SEALED_SUBJECTS) yield* checkRanks(seal, subject, standings?.[subject] ?? []);
    }
  },
};

function* checkRanks(seal: SealRow, subject: string, rows: readonly SealedRow[]): Generator<Finding> {
  const due = new Map(rankByLadder(rows, MONTH_LADDER, ({ id }) => id).map(({ id, rank }) => [id, rank]));
  for (const { id, rank } of rows) {
    if (due.get(id) !== rank)
      yield about(seal, `${subject} ${id} stands at rank ${rank} and belongs at ${due.get(id)}`);
  }
}

function about({ communeId, monthId }: Pick<SealRow, "communeId" | "monthId">, says: string): Finding {
  return { table: "month_seal", row: `commune ${communeId}, month ${monthId}`, says };
}
