import { standingOf, type YearStanding, type YearWish } from "#app/domain/upper-tier/year-standing.ts";
import type { Caller } from "../accounts/allow.server.ts";
import { type CommuneOfYear, eachYear } from "./each-year.server.ts";

export interface CommuneStanding {
  readonly commune: CommuneOfYear["commune"];
  readonly standing: YearStanding | null;
}

/** Communes side by side in what their locked years came to. */
export async function readYearStandings(caller: Caller, wish: YearWish): Promise<CommuneStanding[]> {
  const standings: CommuneStanding[] = [];
  for await (const { commune, locked } of eachYear(caller, wish)) {
    const { isPublished = false, sha256 = "" } = locked ?? {};
    standings.push({ commune, standing: locked && standingOf(locked.result, { isPublished, sha256 }) });
  }
  return standings;
}
