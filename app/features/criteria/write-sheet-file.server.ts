import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Paper, PaperValue } from "#app/domain/documents/paper.ts";
import type { Criterion } from "#app/domain/year/criteria-sheet.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findSetting } from "#app/features/communes/read-settings.server.ts";
import { faceOfCommune } from "#app/features/documents/paper-face.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import type { sheetFileWords } from "#app/messages/sheet-file-words.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { SheetVersion } from "./find-sheets.server.ts";

type Written = Pick<SheetVersion, "version" | "title" | "document" | "sha256" | "sheet">;

/** K06: the sheet as offices score on it, with columns for a village's own score and its proof. */
export async function writeSheetFile(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  { version, title, document, sha256, sheet }: Written,
  day: LocalDate,
  words: typeof sheetFileWords,
): Promise<Uint8Array> {
  const communeId = onlyCommune(scope);
  const header = await platform.db.withCommunes(scope, async (tx) => {
    return (await findSetting(tx, communeId, "document_header")).value;
  });
  let number = 0;
  const rowOf = ({ key, title, explanation, maximum, nature, measure }: Criterion): PaperValue[] => {
    number += 1;
    const how =
      measure.by === "metric" ? explanation : [explanation, words.by[measure.by]].filter(Boolean).join(" ");
    return [number, title, how, nature === "deduction" ? -maximum : maximum, null, null, key];
  };
  const parts = sheet.groups.flatMap(({ criteria }) => criteria).filter(({ nature }) => nature === "part");
  const sum = parts.reduce((total, { maximum }) => total + maximum, 0);
  const { headings } = words;
  const paper: Paper = {
    ...faceOfCommune(header, day),
    number: null,
    type: words.type,
    subject: title,
    attachedTo: document === null ? words.proposal : words.attachedTo(document),
    bases: [],
    addressees: null,
    blocks: [
      {
        is: "table",
        table: {
          name: words.sheetName,
          caption: null,
          columns: [
            { heading: headings.number, width: 5, kind: "text", isCentred: true },
            { heading: headings.criterion, width: 24, kind: "text" },
            { heading: headings.how, width: 34, kind: "text" },
            { heading: headings.maximum, width: 8, kind: "points" },
            { heading: headings.own, width: 9, kind: "points" },
            { heading: headings.proof, width: 16, kind: "text" },
            { heading: headings.key, width: 12, kind: "text" },
          ],
          groups: sheet.groups.map((group) => ({ title: group.title, rows: group.criteria.map(rowOf) })),
          total: [null, words.total, words.totalNote, sum, null, null, null],
        },
      },
      { is: "paragraph", text: words.version(version, sha256), look: "italic" },
    ],
    annexes: [],
    check: null,
    isAcross: true,
  };
  return writePaperXlsx(paper);
}
