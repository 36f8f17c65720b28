import {
  IDENTITY_KINDS,
  type IdentityKind,
  type IdentityPlace,
  identityRate,
  sumPlaces,
} from "#app/domain/titles/identity-rates.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { countHouseholds } from "#app/features/households/count-households.server.ts";

export interface IdentityLine extends IdentityPlace {
  readonly villageId: number;
  readonly name: string;
  /** Basis points; null without a denominator. */
  readonly rates: Readonly<Record<IdentityKind, number | null>>;
}

export interface IdentityRates {
  readonly villages: readonly IdentityLine[];
  readonly commune: IdentityPlace & { readonly rates: IdentityLine["rates"] };
}

/** D03: known people of each village with verified work of the three kinds, over the village's adults. */
export function readIdentityRates(caller: Caller): Promise<IdentityRates> {
  const scope = caller.scope("market-register.read-identity");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const villages = await findVillages(tx, communeId);
    const listed = await countHouseholds(tx, communeId, caller.today);
    const counted = await tx.$queryRaw<{ villageId: number; kind: IdentityKind; people: number }[]>`
      select u.village_id as "villageId", c.activity_key as kind, count(distinct u.person_key)::int as people
        from claim c join claim_unit u on u.commune_id = c.commune_id and u.claim_id = c.id
       where c.commune_id = ${communeId} and c.state = 'verified' and u.person_key is not null
         and c.activity_key = any(${[...IDENTITY_KINDS]}::text[])
       group by 1, 2`;
    const places = villages.map(({ id, name, adults }) => ({
      villageId: id,
      name,
      adults: adults ?? listed.get(id)?.adults ?? null,
      people: Object.fromEntries(
        IDENTITY_KINDS.map((kind) => [
          kind,
          counted.find((row) => row.villageId === id && row.kind === kind)?.people ?? 0,
        ]),
      ) as Record<IdentityKind, number>,
    }));
    const commune = sumPlaces(places);
    return {
      villages: places.map((place) => ({ ...place, rates: ratesOf(place) })),
      commune: { ...commune, rates: ratesOf(commune) },
    };
  });
}

function ratesOf(place: IdentityPlace): IdentityLine["rates"] {
  return Object.fromEntries(IDENTITY_KINDS.map((kind) => [kind, identityRate(place, kind)])) as Record<
    IdentityKind,
    number | null
  >;
}
