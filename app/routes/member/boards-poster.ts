import type { LoaderFunctionArgs } from "@remix-run/node";
import { whilePrinterIsBusy } from "#app/domain/documents/printer-busy.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { printBoardPoster } from "#app/features/board-live/print-board-poster.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { boardCardWords } from "#app/messages/board-card.ts";

/** The board for the wall of the village hall. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "board.read");
  if (caller.communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const printed = await printBoardPoster(caller, query, boardCardWords);
  if (printed === null) throw notFound();
  if (printed === "busy") return goOn(whilePrinterIsBusy(`/bang?${query}`));
  return answerFile(printed, "ap-phich-bang-thi-dua.pdf", "pdf");
}
