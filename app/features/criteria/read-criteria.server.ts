import { workedExample } from "#app/domain/year/worked-example.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
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
      places: placesOf(await findPlaces(tx, communeId)),
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
  const { versions, places } = await platform.db.withCommunes(scope, async (tx) => ({
    versions: await findSheets(tx, communeId),
    places: placesOf(await findPlaces(tx, communeId)),
  }));
  const adopted = adoptedOf(versions);
  if (adopted === null) return null;
  const { version, title, document, adoptedAt, sha256, sheet } = adopted;
  return { version, title, document, adoptedAt, sha256, sheet, places, example: workedExample(sheet, words) };
}

/** What is in work and the villages that clusters are made of: those that stand today. */
export function readClusterDesk(platform: Pick<Platform, "db">, scope: CommuneScope) {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const places = await findPlaces(tx, communeId);
    return {
      inWork: inWorkOf(await findSheets(tx, communeId)),
      villages: places.filter(({ isStanding }) => isStanding).map(({ id, name }) => ({ id, name })),
    };
  });
}

interface PlaceRow {
  readonly id: number;
  readonly name: string;
  readonly isStanding: boolean;
}

function findPlaces(tx: Tx, communeId: number): Promise<PlaceRow[]> {
  return tx.$queryRaw<PlaceRow[]>`
    select id, name, valid_to is null as "isStanding" from village
     where commune_id = ${communeId} order by sort_key, id`;
}

function placesOf(rows: readonly PlaceRow[]): Readonly<Record<number, string>> {
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
