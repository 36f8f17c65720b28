import { whilePrinterIsBusy } from "#app/domain/documents/printer-busy.ts";
import { foldVietnamese } from "#app/domain/text/fold-vietnamese.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import type { FormValueToWrite } from "#app/platform/apart/apart.ts";
import { readFormToFill } from "./read-form-sheet.server.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The form filled for one period; null where either is not there. While others are filled the page in `back` says so. */
export async function answerFilledForm(
  caller: Caller,
  { id, wanted, back }: { readonly id: string; readonly wanted: string | null; readonly back: string },
): Promise<Response | null> {
  const found = await readFormToFill(caller, id, wanted);
  if (found === null) return null;
  const values = found.lines.flatMap(({ mapped: { sheet }, cells }) =>
    cells.flatMap(({ cell, value, note }): FormValueToWrite[] =>
      note !== null || value === null ? [] : [{ sheet, cell, value }],
    ),
  );
  const bytes = new Uint8Array(found.bytes);
  const answer = await caller.platform.apart.run("fill-form", { bytes, values });
  if (!answer.ok) return goOn(whilePrinterIsBusy(back));
  if (!answer.output.ok) throw new Error(`a form that was taken does not open: ${answer.output.code}`);
  const name = foldVietnamese(found.form.name)
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return new Response(new Uint8Array(answer.output.bytes), {
    headers: {
      "Content-Type": XLSX,
      "Content-Disposition": `attachment; filename="${name || "bieu-mau"}-${found.period.key}.xlsx"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
