import { can } from "#app/domain/access/can.ts";
import type { Capability } from "#app/domain/access/matrix.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { householdReach, reachesVillage } from "#app/domain/households/household-reach.ts";
import {
  type FourT,
  type MarketKind,
  type MarketProgress,
  type MarketProof,
  marketProgress,
  metItems,
} from "#app/domain/titles/market.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

type Reader = Pick<Caller, "actor" | "communeId" | "today">;

export function mayWithMarket(
  { actor, communeId, today }: Reader,
  capability: Extract<Capability, `market.${string}`>,
  villageId: number,
): boolean {
  if (communeId === null) return false;
  const verdict = can(actor, capability, null, today);
  return verdict.ok && reachesVillage(householdReach(verdict.value.grants, communeId), villageId);
}

export interface ProofView extends MarketProof {
  readonly id: string;
  readonly by: string;
  readonly claimId: string | null;
  readonly claimKey: string | null;
  readonly claimDay: LocalDate | null;
  readonly photoId: string | null;
}

export interface FoundPlace {
  readonly id: string;
  readonly villageId: number;
  readonly villageName: string;
  readonly kind: MarketKind;
  readonly name: string;
  readonly met: readonly FourT[];
  readonly proofs: readonly ProofView[];
}

interface Wish {
  readonly villageId?: number;
  readonly id?: string;
}

/** D04: the places that stand, with all that was said of them. */
export async function findPlaces(
  tx: Tx,
  communeId: number,
  { villageId, id }: Wish = {},
): Promise<FoundPlace[]> {
  const rows = await tx.$queryRaw<Omit<FoundPlace, "met">[]>`
    select p.id, p.village_id as "villageId", v.name as "villageName", p.kind, p.name,
           coalesce((select json_agg(json_build_object(
                              'id', r.id, 'item', r.item, 'isMet', r.is_met, 'at', extract(epoch from r.recorded_at) * 1000,
                              'by', a.display_name, 'claimId', r.claim_id, 'claimKey', c.activity_key,
                              'claimDay', c.work_date, 'photoId', r.photo_id) order by r.recorded_at, r.id)
              from market_proof r
              join account a on a.id = r.recorded_by
              left join claim c on c.commune_id = r.commune_id and c.id = r.claim_id
             where r.commune_id = p.commune_id and r.place_id = p.id), '[]') as proofs
      from market_place p
      join village v on v.commune_id = p.commune_id and v.id = p.village_id
     where p.commune_id = ${communeId} and p.closed_on is null
       and (${villageId ?? null}::int is null or p.village_id = ${villageId ?? null}::int)
       and (${id ?? null}::uuid is null or p.id = ${id ?? null}::uuid)
     order by v.sort_key, v.id, p.kind, lower(p.name)`;
  return rows.map((row) => ({ ...row, met: metItems(row.proofs) }));
}

export interface MarketBoard {
  readonly village: { readonly id: number; readonly name: string };
  readonly villages: readonly {
    readonly id: number;
    readonly name: string;
    readonly progress: MarketProgress;
  }[];
  readonly progress: MarketProgress;
  readonly places: readonly FoundPlace[];
  readonly mayKeep: boolean;
}

/** A village's register, and how the villages within reach stand; null where none is the reader's. */
export function readMarket(caller: Caller, villageId: number | null): Promise<MarketBoard | null> {
  const scope = caller.scope("market-register.read");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const reached = (await findVillages(tx, communeId)).filter(({ id }) =>
      mayWithMarket(caller, "market.read", id),
    );
    const village = villageId === null ? reached[0] : reached.find(({ id }) => id === villageId);
    if (!village) return null;
    const places = await findPlaces(tx, communeId);
    const placesIn = (id: number) => places.filter((place) => place.villageId === id);
    return {
      village: { id: village.id, name: village.name },
      villages: reached.map(({ id, name }) => ({ id, name, progress: marketProgress(placesIn(id)) })),
      progress: marketProgress(placesIn(village.id)),
      places: placesIn(village.id),
      mayKeep: mayWithMarket(caller, "market.keep", village.id),
    };
  });
}

export interface MarketPlaceView extends FoundPlace {
  readonly mayKeep: boolean;
  /** Verified work of the village that can stand as evidence, newest first. */
  readonly claims: readonly {
    readonly id: string;
    readonly key: string;
    readonly day: LocalDate;
    readonly memberName: string;
  }[];
}

const SHOWN_CLAIMS = 40;

export function readMarketPlace(caller: Caller, id: string): Promise<MarketPlaceView | null> {
  const scope = caller.scope("market-register.read-place");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const [place] = await findPlaces(tx, communeId, { id });
    if (!place || !mayWithMarket(caller, "market.read", place.villageId)) return null;
    const mayKeep = mayWithMarket(caller, "market.keep", place.villageId);
    return {
      ...place,
      mayKeep,
      claims: mayKeep ? await findEvidence(tx, communeId, place.villageId) : [],
    };
  });
}

function findEvidence(
  tx: Tx,
  communeId: number,
  villageId: number,
): Promise<MarketPlaceView["claims"][number][]> {
  return tx.$queryRaw<MarketPlaceView["claims"][number][]>`
    select c.id, c.activity_key as key, c.work_date::text as day, m.full_name as "memberName"
      from claim c join member m on m.commune_id = c.commune_id and m.id = c.member_id
     where c.commune_id = ${communeId} and c.village_id = ${villageId} and c.state = 'verified'
       and c.activity_key in ('cashless-stall', 'online-shop-step', 'product-online', 'payment-account',
                              'farm-and-transport', 'class', 'talk')
     order by c.work_date desc, c.id desc limit ${SHOWN_CLAIMS}`;
}
