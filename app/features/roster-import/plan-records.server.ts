import type { ImportRefusal } from "#app/domain/people/import-refusals.ts";
import { mendRosterRow } from "#app/domain/people/mend-roster-row.ts";
import type { RosterYears } from "#app/domain/people/roster-sheet.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { fingerprintMemberPhone } from "#app/features/roster/member-phone.server.ts";
import type { ApartAnswer } from "#app/platform/apart/apart.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { ImportRecord } from "./import-record.ts";
import { mapInTurns } from "./in-turns.server.ts";
import type { RosterFacts } from "./read-import-facts.server.ts";

export type ApartRefusal = Extract<
  ImportRefusal,
  { code: "workbook_too_large" | "import_busy" | "import_failed" }
>;

/** Every line's fate anew. Lines that were left out are as if they had never been in the file. */
export async function planRecords(
  platform: Pick<Platform, "apart" | "keys">,
  communeId: number,
  records: readonly ImportRecord[],
  facts: RosterFacts,
  years: RosterYears,
): Promise<Verdict<ImportRecord[], ApartRefusal>> {
  const rows = await mapInTurns(records, (record) => ({
    ...mendRosterRow(record.row, record.mend, years),
    line: record.line,
  }));
  const fingerprints = new Map<string, string>();
  await mapInTurns(rows, ({ person: { phone } }) => {
    if (phone !== null) fingerprints.set(phone, fingerprintMemberPhone(platform.keys, communeId, phone));
  });
  const choices = new Map(
    records.flatMap(({ line, choice }) => (choice === null ? [] : [[line, choice] as const])),
  );
  const leftOut = new Set(records.filter(({ isLeftOut }) => isLeftOut).map(({ line }) => line));
  const answer = await platform.apart.run("plan-roster", {
    rows: rows.filter(({ line }) => !leftOut.has(line)),
    known: facts.known,
    villages: facts.villages.map(({ id, name }) => ({ id, name })),
    fingerprints,
    choices,
  });
  if (!answer.ok) return refuseApart(answer);
  const outcomes = new Map(answer.output.map(({ line, outcome }) => [line, outcome]));
  return allowed(
    records.map((record, index) => ({
      ...record,
      person: rows[index]?.person ?? record.person,
      outcome: outcomes.get(record.line) ?? record.outcome,
    })),
  );
}

export function refuseApart({ code }: Extract<ApartAnswer<unknown>, { ok: false }>): {
  ok: false;
} & ApartRefusal {
  switch (code) {
    case "apart_too_slow":
    case "apart_too_large":
      return refused({ code: "workbook_too_large" });
    case "apart_busy":
      return refused({ code: "import_busy" });
    case "apart_failed":
      return refused({ code: "import_failed" });
  }
}
