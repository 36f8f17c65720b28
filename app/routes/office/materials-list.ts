import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import { readMaterialDesk } from "#app/features/materials/read-materials.server.ts";
import { materialsPaper } from "#app/messages/training-paper.ts";

/** H09: the list of materials the commune received and made. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "material.manage");
  if (caller.communeId === null) throw notFound();
  const { shown } = await readMaterialDesk(caller);
  return answerFile(
    await writePaperXlsx(materialsPaper(shown)),
    `Danh mục học liệu ${caller.today}.xlsx`,
    "xlsx",
  );
}
