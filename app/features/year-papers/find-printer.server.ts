import type { PrinterView } from "#app/domain/year-papers/year-paper-views.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface Printer {
  readonly emblemSha256: string | null;
  readonly emblemName: string | null;
  readonly shiftRight: number;
  readonly shiftDown: number;
  readonly bases: readonly string[];
  readonly areOwnBases: boolean;
}

interface Row extends Omit<Printer, "bases" | "areOwnBases"> {
  readonly bases: readonly string[] | null;
}

/** How a commune prints its sheets, and the laws its papers rest on; what is proposed until it says so itself. */
export async function findPrinter(tx: Tx, communeId: number): Promise<Printer> {
  const [row] = await tx.$queryRaw<Row[]>`
    select encode(f.sha256, 'hex') as "emblemSha256", f.name as "emblemName", s.shift_right as "shiftRight",
           s.shift_down as "shiftDown", s.bases
      from merit_sheet_setting s
      left join stored_file f on f.commune_id = s.commune_id and f.id = s.emblem_file_id
     where s.commune_id = ${communeId}`;
  return {
    emblemSha256: row?.emblemSha256 ?? null,
    emblemName: row?.emblemName ?? null,
    shiftRight: row?.shiftRight ?? 0,
    shiftDown: row?.shiftDown ?? 0,
    bases: row?.bases ?? yearPaper.bases,
    areOwnBases: (row?.bases ?? null) !== null,
  };
}

export function readPrinter(caller: Pick<Caller, "platform" | "scope">): Promise<PrinterView> {
  const scope = caller.scope("year-papers.read-printer");
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const { emblemSha256, ...printer } = await findPrinter(tx, onlyCommune(scope));
    return { ...printer, hasEmblem: emblemSha256 !== null };
  });
}
