import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { UNDO_HOURS } from "#app/domain/people/import-refusals.ts";
import { formatPhone } from "#app/domain/people/phone.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findRosterBatch, type ImportState } from "./find-batch.server.ts";
import type { ImportRecord, ImportSummary, LineFate } from "./import-record.ts";
import { readRecords } from "./keep-records.server.ts";
import { readVillageTeams, type VillageTeams } from "./read-import-facts.server.ts";

export const LINES_PER_PAGE = 30;

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly birthYear: number | null;
  readonly position: string | null;
}

export interface LineView extends Omit<ImportRecord, "row" | "person"> {
  readonly person: Omit<ImportRecord["person"], "phone"> & { readonly phone: string | null };
  readonly candidates: readonly Candidate[];
  /** The row of the file that this line repeats or shares a phone with. */
  readonly otherRow: number | null;
  readonly villageName: string | null;
}

export interface ImportView {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly effectiveOn: LocalDate;
  readonly summary: ImportSummary;
  readonly madeAt: number;
  readonly appliedAt: number | null;
  readonly undoUntil: number | null;
  readonly villages: readonly VillageTeams[];
  readonly lines: readonly LineView[];
  readonly shown: LineFate;
  readonly page: number;
  readonly lastPage: number;
}

const ORDER: readonly LineFate[] = ["problem", "conflict", "create", "update", "join", "same", "ignored"];

/** One import with a page of its lines: what must be mended first, unless another kind is asked for. */
export async function readImport(
  platform: Pick<Platform, "db" | "keys">,
  scope: CommuneScope,
  batchId: string,
  wish: { readonly fate: string | null; readonly page: number },
): Promise<ImportView | null> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const batch = await findRosterBatch(tx, communeId, batchId);
    if (!batch || batch.state === "discarded") return null;
    const { counts, teams } = batch.summary;
    const shown =
      ORDER.find((fate) => fate === wish.fate) ?? ORDER.find((fate) => counts[fate] > 0) ?? "create";
    const lastPage = Math.max(1, Math.ceil(counts[shown] / LINES_PER_PAGE));
    const page = Math.min(Math.max(1, wish.page), lastPage);
    const villages = await readVillageTeams(tx, communeId, batch.effectiveOn, teams);
    const numbers = await readLineNumbers(tx, communeId, batchId, shown, page);
    const lines = await readLines(tx, platform.keys, communeId, batchId, numbers);
    const others = await readLines(tx, platform.keys, communeId, batchId, lines.flatMap(otherLineOf));
    const rowOf = new Map(others.map(({ line, place }) => [line, place.row]));
    const people = await readCandidates(tx, communeId, lines);
    const nameOf = new Map(villages.map(({ id, name }) => [id, name]));
    return {
      id: batch.id,
      fileName: batch.fileName,
      state: batch.state,
      effectiveOn: batch.effectiveOn,
      summary: batch.summary,
      madeAt: batch.madeAt.getTime(),
      appliedAt: batch.appliedAt?.getTime() ?? null,
      undoUntil: batch.appliedAt ? batch.appliedAt.getTime() + UNDO_HOURS * 3_600_000 : null,
      villages,
      shown,
      page,
      lastPage,
      lines: lines.map((record): LineView => {
        const { row: _, person, outcome, ...rest } = record;
        const [other] = otherLineOf(record);
        return {
          ...rest,
          outcome,
          person: { ...person, phone: person.phone && formatPhone(person.phone) },
          candidates:
            outcome.fate === "conflict"
              ? outcome.candidates.flatMap((id) => {
                  const known = people.get(id);
                  return known ? [known] : [];
                })
              : [],
          otherRow: other === undefined ? null : (rowOf.get(other) ?? null),
          villageName: "villageId" in outcome ? (nameOf.get(outcome.villageId) ?? null) : person.village,
        };
      }),
    };
  });
}

async function readCandidates(tx: Tx, communeId: number, lines: readonly ImportRecord[]) {
  const ids = lines.flatMap(({ outcome }) => (outcome.fate === "conflict" ? outcome.candidates : []));
  const rows = await tx.member.findMany({
    where: { communeId, id: { in: ids } },
    select: { id: true, fullName: true, birthYear: true, position: true },
  });
  return new Map(rows.map(({ fullName: name, ...row }): [string, Candidate] => [row.id, { ...row, name }]));
}

function otherLineOf({ outcome }: ImportRecord): number[] {
  if (outcome.fate === "join") return outcome.ofLine === null ? [] : [outcome.ofLine];
  if (outcome.fate !== "problem") return [];
  return outcome.problems.flatMap((problem) =>
    (problem.code === "duplicate_in_file" || problem.code === "phone_of_another") && problem.line !== null
      ? [problem.line]
      : [],
  );
}

async function readLineNumbers(tx: Tx, communeId: number, batchId: string, fate: LineFate, page: number) {
  const rows = await tx.importLine.findMany({
    where: { communeId, batchId, fate },
    orderBy: { line: "asc" },
    skip: (page - 1) * LINES_PER_PAGE,
    take: LINES_PER_PAGE,
    select: { line: true },
  });
  return rows.map(({ line }) => line);
}

async function readLines(
  tx: Tx,
  keys: KeyRing,
  communeId: number,
  batchId: string,
  lines: readonly number[],
): Promise<ImportRecord[]> {
  return lines.length === 0 ? [] : readRecords(tx, keys, communeId, batchId, { lines });
}
