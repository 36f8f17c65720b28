import { writeXlsx } from "hucre/xlsx";
import { formatPhone } from "#app/domain/people/phone.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findRosterBatch } from "./find-batch.server.ts";
import type { ImportRecord } from "./import-record.ts";
import { readRecords } from "./keep-records.server.ts";

export interface ProblemWorkbookWords {
  readonly sheet: string;
  /** Headings that the import itself reads again, but for the row and the reason. */
  readonly headings: readonly [
    row: string,
    name: string,
    birth: string,
    sex: string,
    position: string,
    role: string,
    village: string,
    phone: string,
    reason: string,
  ];
  readonly sex: { readonly female: string; readonly male: string };
  readonly role: { readonly leader: string; readonly deputy: string; readonly member: string };
  reason(record: ImportRecord): string;
}

/** The lines that could not be taken, as a workbook one can mend and send again. */
export async function writeProblemWorkbook(
  platform: Pick<Platform, "db" | "keys">,
  scope: CommuneScope,
  batchId: string,
  words: ProblemWorkbookWords,
): Promise<Uint8Array | null> {
  const communeId = onlyCommune(scope);
  const records = await platform.db.withCommunes(scope, async (tx) => {
    const batch = await findRosterBatch(tx, communeId, batchId);
    if (!batch || batch.state === "discarded") return null;
    return readRecords(tx, platform.keys, communeId, batchId, { fates: ["problem", "conflict"] });
  });
  if (records === null) return null;
  const rows = records.map((record) => {
    const { person, place } = record;
    return [
      place.row,
      person.name,
      person.birthYear,
      person.sex && words.sex[person.sex],
      person.position,
      words.role[person.role],
      person.village,
      found(record, "phone_invalid") ?? (person.phone && formatPhone(person.phone)),
      words.reason(record),
    ];
  });
  return writeXlsx({
    sheets: [
      {
        name: words.sheet,
        rows: [[...words.headings], ...rows],
        columns: [8, 28, 12, 10, 24, 16, 20, 16, 60].map((width) => ({ width })),
        freezePane: { rows: 1 },
      },
    ],
  });
}

/** What the file said where it could not be read: the person mends that, not an empty cell. */
function found({ outcome }: ImportRecord, code: "phone_invalid"): string | null {
  if (outcome.fate !== "problem") return null;
  const problem = outcome.problems.find((each) => each.code === code);
  return problem && "found" in problem ? problem.found : null;
}
