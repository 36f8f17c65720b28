import type { Pool } from "pg";
import type { Scheme } from "#app/domain/activity/scheme.ts";
import type { MonthFrame } from "#app/domain/months/month.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { NationCommune } from "./invent-commune.ts";
import type { Services } from "./invent-year.ts";
import type { NationWish, Until } from "./nation-size.ts";

/** What the loader works with: the house, and the owner's pool, since only an owner may make tables of a session. */
export interface NationHouse {
  readonly platform: Platform;
  readonly owner: Pool;
  readonly wish: NationWish;
  readonly until: Until;
  readonly months: readonly MonthFrame[];
}

/** A commune that stands in the house, with the numbers the house gave. */
export interface PlacedCommune {
  readonly commune: NationCommune;
  readonly communeId: number;
  readonly villageIds: readonly number[];
  readonly teamIds: readonly number[];
  readonly scheme: Scheme;
  readonly services: Services;
}

export const SEED_VERB = "seed.national";
