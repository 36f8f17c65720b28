import { isOneOf } from "#app/domain/people/team.ts";
import { optionalNumber } from "#app/features/roster/read-params.server.ts";
import { HOUSEHOLD_FILTERS, type HouseholdQuery } from "./read-village-households.server.ts";

/** What the address asks of a list. */
export function householdQuery(query: URLSearchParams): HouseholdQuery {
  const filter = query.get("loc") ?? "";
  return {
    search: (query.get("tim") ?? "").slice(0, 80),
    filter: isOneOf(HOUSEHOLD_FILTERS, filter) ? filter : null,
    page: optionalNumber(query.get("trang")) ?? 1,
  };
}
