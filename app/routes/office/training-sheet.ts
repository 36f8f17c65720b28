import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { readSessionRoll } from "#app/features/training/read-desk.server.ts";
import { rollPaper } from "#app/messages/training-paper.ts";

/** G06: the list to sign in the room, or to file after it. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "training.read");
  const id = idParam(args.params.sessionId);
  const roll = caller.communeId === null ? null : await readSessionRoll(caller, id);
  if (!roll) throw notFound();
  const bytes = await writePaperXlsx(rollPaper(roll));
  return answerFile(bytes, `Danh sách tập huấn ${roll.session.heldOn}.xlsx`, "xlsx");
}
