import type { PublicPlace } from "#app/domain/publication/public-place.ts";
import { findCommune } from "#app/features/communes/read-commune.server.ts";
import { findSetting } from "#app/features/communes/read-settings.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

export async function findPublicPlace(tx: Tx, communeId: number): Promise<PublicPlace> {
  const { kind, name, province } = await findCommune(tx, communeId);
  const { value: words } = await findSetting(tx, communeId, "words");
  return { communeId, kind, name, province, words };
}
