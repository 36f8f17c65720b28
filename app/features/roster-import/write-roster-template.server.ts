import { writeXlsx } from "hucre/xlsx";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { readVillageTeams } from "./read-import-facts.server.ts";

interface TemplateWords {
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly roles: readonly string[];
  readonly sexes: readonly string[];
}

const LAST_ROW = 500;
const WIDTHS = [6, 28, 12, 10, 12, 28, 18, 22, 16];

/** An empty list with the commune's own villages to choose from. */
export async function writeRosterTemplate(
  platform: Pick<Platform, "db" | "clock">,
  scope: CommuneScope,
  words: TemplateWords,
): Promise<Uint8Array> {
  const today = localDateAt(platform.clock.now().getTime());
  const villages = await platform.db.withCommunes(scope, (tx) =>
    readVillageTeams(tx, onlyCommune(scope), today, {}),
  );
  const list = (values: readonly string[], column: string) => ({
    type: "list" as const,
    values: [...values],
    range: `${column}2:${column}${LAST_ROW}`,
  });
  // A list in the cell itself holds 255 characters: long lists of villages are typed.
  const names = villages.map(({ name }) => name.replace(/,/g, " "));
  const fits = names.join(",").length <= 250 && names.length > 0;
  return writeXlsx({
    sheets: [
      {
        name: words.sheet,
        rows: [[...words.headings]],
        columns: WIDTHS.map((width) => ({ width })),
        freezePane: { rows: 1 },
        dataValidations: [
          list(words.sexes, "D"),
          list(words.roles, "G"),
          ...(fits ? [list(names, "H")] : []),
        ],
      },
    ],
  });
}
