import type { PublicPlace } from "#app/domain/publication/public-place.ts";
import { officialName } from "#app/messages/official-names.ts";
import { capitalised } from "#app/messages/terms.ts";

export function placeOf({ kind, name }: Pick<PublicPlace, "kind" | "name">): string {
  return capitalised(officialName(kind, name));
}
