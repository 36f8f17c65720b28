import { workedExample } from "#app/domain/year/worked-example.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { adoptedOf, findProposedSheet, findSheets, inWorkOf } from "./find-sheets.server.ts";

/** Every version there is, what is in work and what the plan proposes. */
export function readCriteria(platform: Pick<Platform, "db">, scope: CommuneScope) {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const versions = await findSheets(tx, communeId);
    return {
      versions,
      adopted: adoptedOf(versions),
      inWork: inWorkOf(versions),
      proposed: await findProposedSheet(tx, communeId),
    };
  });
}

/** K07: what every team reads: the adopted sheet and a made-up village worked out by it; null before there is one. */
export async function readPublishedCriteria(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  words: { readonly village: string; readonly paper: string },
) {
  const communeId = onlyCommune(scope);
  const versions = await platform.db.withCommunes(scope, (tx) => findSheets(tx, communeId));
  const adopted = adoptedOf(versions);
  if (adopted === null) return null;
  const { version, title, document, adoptedAt, sha256, sheet } = adopted;
  return { version, title, document, adoptedAt, sha256, sheet, example: workedExample(sheet, words) };
}
