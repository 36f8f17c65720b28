import { askDatabase } from "#tests/support/ask-database.ts";

/** What the house may do to a text and it is still the same: ends, line ends, composed letters. */
export function normalForm(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
}

/** Every text that stands in any row, those within JSON among them. */
export async function readAllTexts(dataDir: string): Promise<ReadonlySet<string>> {
  const columns = await askDatabase<{ table: string; column: string; type: string }>(
    dataDir,
    `select c.table_name as "table", c.column_name as "column", c.data_type as type
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
        and c.data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY')`,
  );
  const texts = new Set<string>();
  const byTable = new Map<string, typeof columns>();
  for (const each of columns) byTable.set(each.table, [...(byTable.get(each.table) ?? []), each]);
  for (const [table, ofTable] of byTable) {
    const names = ofTable.map(({ column }) => `"${column}"`).join(", ");
    // A table the maintainer may not read holds keys and tokens, and no text of anybody.
    const rows = await askDatabase<Record<string, unknown>>(dataDir, `select ${names} from "${table}"`).catch(
      () => [],
    );
    for (const row of rows) for (const value of Object.values(row)) collect(value, texts);
  }
  return texts;
}

function collect(value: unknown, texts: Set<string>): void {
  if (typeof value === "string") texts.add(normalForm(value));
  else if (Array.isArray(value)) for (const each of value) collect(each, texts);
  else if (value !== null && typeof value === "object")
    for (const each of Object.values(value)) collect(each, texts);
}
