import { isOneOf } from "#app/domain/people/team.ts";
import { suggestPlaces, VENUE_KINDS, type VenueKind } from "#app/domain/venues/venue.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface VenueView {
  readonly id: string;
  readonly name: string;
  readonly kind: VenueKind;
  readonly note: string | null;
}

/** The places of one village; without a village, the commune's own. */
export interface VenueGroup {
  readonly villageId: number | null;
  readonly villageName: string | null;
  readonly venues: readonly VenueView[];
}

interface VenueRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly note: string | null;
  readonly villageId: number | null;
}

/** The register of the places in use: the commune's own first, then village by village. */
export async function readVenues(caller: Caller): Promise<VenueGroup[]> {
  const scope = caller.scope("venues.read");
  const communeId = scope.communes[0] ?? 0;
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const villages = await findVillages(tx, communeId);
    const rows = await findVenues(tx, communeId);
    const of = (villageId: number | null) =>
      rows.filter((row) => row.villageId === villageId).map(({ villageId: _, ...row }) => withKind(row));
    return [
      { villageId: null, villageName: null, venues: of(null) },
      ...villages.map(({ id, name }) => ({ villageId: id, villageName: name, venues: of(id) })),
    ];
  });
}

/** Names to offer whoever logs work in these villages. */
export async function findPlacesOf(
  tx: Tx,
  communeId: number,
  villageIds: readonly number[],
): Promise<string[]> {
  const rows = await findVenues(tx, communeId);
  return suggestPlaces(rows.filter(({ villageId }) => villageId === null || villageIds.includes(villageId)));
}

/** A place of a village that was merged, split or renamed is its successors'. */
function findVenues(tx: Tx, communeId: number): Promise<VenueRow[]> {
  return tx.$queryRaw<VenueRow[]>`
    with recursive heir as (
      select v.id as venue_id, v.village_id from venue v
       where v.commune_id = ${communeId} and v.closed_on is null
      union
      select h.venue_id, p.new_unit_id from heir h
        join unit_change_part p on p.commune_id = ${communeId} and p.old_unit_id = h.village_id
        join unit_change c on c.commune_id = p.commune_id and c.id = p.change_id and c.unit = 'village'
    )
    select v.id, v.name, v.kind, v.note, h.village_id as "villageId"
      from heir h
      join venue v on v.commune_id = ${communeId} and v.id = h.venue_id
      left join village l on l.commune_id = v.commune_id and l.id = h.village_id
     where h.village_id is null or l.valid_to is null
     order by lower(v.name) collate "und-x-icu", v.id`;
}

function withKind<Row extends { readonly kind: string }>(row: Row): Row & { readonly kind: VenueKind } {
  const { kind } = row;
  if (!isOneOf(VENUE_KINDS, kind)) throw new Error(`the database holds an unknown word "${kind}"`);
  return { ...row, kind };
}
