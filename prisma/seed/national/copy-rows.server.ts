import { once } from "node:events";
import { finished } from "node:stream/promises";
import { escapeIdentifier, type PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";

export type Cell = string | number | boolean | Date | Uint8Array | readonly string[] | null;

/** Rows of one table, each in the order of the columns. */
export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const CHUNK = 1 << 18;

/**
 * By COPY into a table of the session, and from there by one statement: COPY is refused behind the walls, and this way
 * every wall, trigger and reference of the house is asked as it is of any other writer.
 */
export class RowCopier {
  readonly #client: PoolClient;
  readonly #stages = new Set<string>();

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async copy({ table, columns, rows }: TableRows): Promise<void> {
    if (rows.length === 0) return;
    // Some tables are filled twice, with more columns the second time.
    const name = `stage_${table}_${columns.length}`;
    const list = columns.map(escapeIdentifier).join(", ");
    const stage = escapeIdentifier(name);
    if (!this.#stages.has(name)) {
      await this.#client.query(
        `create temp table if not exists ${stage} on commit delete rows as select ${list} from ${escapeIdentifier(table)} with no data`,
      );
      this.#stages.add(name);
    }
    const stream = this.#client.query(copyFrom(`copy ${stage} (${list}) from stdin`));
    const ended = finished(stream);
    ended.catch(() => {});
    let text = "";
    for (const row of rows) {
      text += `${row.map(cellText).join("\t")}\n`;
      if (text.length < CHUNK) continue;
      if (!stream.write(text)) await Promise.race([once(stream, "drain"), ended]);
      text = "";
    }
    stream.end(text);
    await ended;
    await this.#client.query(`insert into ${escapeIdentifier(table)} (${list}) select ${list} from ${stage}`);
    await this.#client.query(`truncate ${stage}`);
  }
}

const ESCAPED: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function cellText(cell: Cell): string {
  if (cell === null) return "\\N";
  if (typeof cell === "number" || typeof cell === "boolean") return String(cell);
  if (cell instanceof Date) return cell.toISOString();
  if (cell instanceof Uint8Array) return `\\\\x${Buffer.from(cell).toString("hex")}`;
  const text = typeof cell === "string" ? cell : `{${cell.map((each) => JSON.stringify(each)).join(",")}}`;
  return text.replace(/[\\\t\n\r]/g, (letter) => ESCAPED[letter] ?? letter);
}
