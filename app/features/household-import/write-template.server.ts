import { writeXlsx } from "hucre/xlsx";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

const LAST_ROW = 2_000;
const WIDTHS = [6, 18, 10, 28, 20, 14, 14, 16, 14, 14, 12, 16];
/** A list in the cell itself holds 255 characters: long lists of villages are typed. */
const LONGEST_LIST = 250;

/** An empty list with the commune's own villages to choose from. */
export async function writeHouseholdTemplate(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  words: { readonly sheet: string; readonly headings: readonly string[] },
): Promise<Uint8Array> {
  const villages = await platform.db.withCommunes(scope, (tx) => findVillages(tx, onlyCommune(scope)));
  const names = villages.map(({ name }) => name.replace(/,/g, " "));
  const fits = names.join(",").length <= LONGEST_LIST && names.length > 0;
  return writeXlsx({
    sheets: [
      {
        name: words.sheet,
        rows: [[...words.headings]],
        columns: WIDTHS.map((width) => ({ width })),
        freezePane: { rows: 1 },
        dataValidations: fits ? [{ type: "list", values: names, range: `B2:B${LAST_ROW}` }] : [],
      },
    ],
  });
}
