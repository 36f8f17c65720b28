import type { Id } from "#app/domain/ids.ts";
import type { FourT, MarketKind } from "#app/domain/titles/market.ts";
import type { TitleRefusal } from "#app/domain/titles/title-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { findPlaces, mayWithMarket } from "./market-places.server.ts";

type NotPermitted = { readonly code: "not_permitted" };

export interface PlaceWish {
  /** Made before it is sent: sending twice is one place. */
  readonly id: Id;
  readonly villageId: number;
  readonly kind: MarketKind;
  readonly name: string;
}

export function addMarketPlace(
  caller: Caller,
  { id, villageId, kind, name }: PlaceWish,
): Promise<Verdict<null, Extract<TitleRefusal, { code: "market_name_taken" }> | NotPermitted>> {
  return inRoster(caller, "market-register.add", async (tx, { communeId, actorId, now }) => {
    if (!mayWithMarket(caller, "market.keep", villageId)) return refused({ code: "not_permitted" });
    const [village] = await tx.$queryRaw<{ id: number }[]>`
      select id from village where commune_id = ${communeId} and id = ${villageId} and valid_to is null for update`;
    if (!village) return refused({ code: "not_permitted" });
    const places = await findPlaces(tx, communeId, { villageId });
    if (places.some((place) => place.id === id)) return allowed(null);
    const folded = name.toLocaleLowerCase("vi");
    if (places.some((place) => place.name.toLocaleLowerCase("vi") === folded))
      return refused({ code: "market_name_taken" });
    await tx.marketPlace.createMany({
      data: [{ communeId, id, villageId, kind, name, enteredBy: actorId, enteredAt: now }],
      skipDuplicates: true,
    });
    return allowed(null);
  });
}

export interface ProofWish {
  readonly id: Id;
  readonly placeId: string;
  readonly item: FourT;
  readonly isMet: boolean;
  readonly claimId: string | null;
  readonly photoId: string | null;
}

/** One word on one of the four T; that it holds stands on verified work of the village or a photograph. */
export function recordMarketProof(
  caller: Caller,
  { id, placeId, item, isMet, claimId, photoId }: ProofWish,
): Promise<Verdict<null, Extract<TitleRefusal, { code: "market_evidence_missing" }> | NotPermitted>> {
  return inRoster(caller, "market-register.prove", async (tx, { communeId, actorId, now }) => {
    const [place] = await findPlaces(tx, communeId, { id: placeId });
    if (!place || !mayWithMarket(caller, "market.keep", place.villageId))
      return refused({ code: "not_permitted" });
    if (isMet && claimId === null && photoId === null) return refused({ code: "market_evidence_missing" });
    if (claimId !== null) {
      const found = await tx.claim.count({
        where: { communeId, id: claimId, state: "verified", villageId: place.villageId },
      });
      if (found === 0) return refused({ code: "market_evidence_missing" });
    }
    await tx.marketProof.createMany({
      data: [{ communeId, id, placeId, item, isMet, claimId, photoId, recordedBy: actorId, recordedAt: now }],
      skipDuplicates: true,
    });
    return allowed(null);
  });
}

/** It no longer sells; what was said of it stays. */
export function closeMarketPlace(caller: Caller, placeId: string): Promise<Verdict<null, NotPermitted>> {
  return inRoster(caller, "market-register.close", async (tx, { communeId, today }) => {
    const [place] = await findPlaces(tx, communeId, { id: placeId });
    if (!place || !mayWithMarket(caller, "market.keep", place.villageId))
      return refused({ code: "not_permitted" });
    await tx.marketPlace.updateMany({
      where: { communeId, id: placeId, closedOn: null },
      data: { closedOn: toDatabaseDay(today) },
    });
    return allowed(null);
  });
}
