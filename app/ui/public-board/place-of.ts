import type { PublicBoards } from "#app/domain/publication/public-boards.ts";
import { officialName } from "#app/messages/official-names.ts";
import { capitalised } from "#app/messages/terms.ts";

export function placeOf({ kind, name }: Pick<PublicBoards, "kind" | "name">): string {
  return capitalised(officialName(kind, name));
}
