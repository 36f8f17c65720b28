import type { BoardDefinition } from "#app/domain/boards/board.ts";
import { writeBoardQuery } from "#app/domain/boards/board-address.ts";

export const BOARD_PATH = "/bang";
export const BOARD_WHY_PATH = "/bang/vi-sao";
export const BOARD_MINE_PATH = "/bang/cua-toi";
export const BOARD_HONOUR_PATH = "/bang/tuyen-duong";
export const BOARD_CARD_PATH = "/bang/anh.png";
export const BOARD_POSTER_PATH = "/bang/ap-phich.pdf";

/** The address somebody can send on: it opens the very same board. */
export function boardHref(definition: BoardDefinition, path: string = BOARD_PATH): string {
  return `${path}?${writeBoardQuery(definition)}`;
}
