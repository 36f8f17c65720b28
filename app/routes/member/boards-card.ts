import type { LoaderFunctionArgs } from "@remix-run/node";
import { whilePrinterIsBusy } from "#app/domain/documents/printer-busy.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { drawBoardCard } from "#app/features/boards/draw-board-card.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { boardCardWords } from "#app/messages/board-card.ts";

/** The board as a picture for a chat. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "board.read");
  if (caller.communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const drawn = await drawBoardCard(caller, query, boardCardWords);
  if (drawn === null) throw notFound();
  if (drawn === "busy") return goOn(whilePrinterIsBusy(`/bang?${query}`));
  return answerFile(drawn, "bang-thi-dua.png", "png");
}
