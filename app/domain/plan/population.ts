/** Whom or what a share is taken of; the counts come from the village list, the survey or the roster. */
export type Population =
  | "residents"
  | "adults"
  | "urban_adults"
  | "smartphone_owners_who_asked"
  | "people_without_smartphone"
  | "sim_2g_users"
  | "households"
  | "households_and_businesses"
  | "members"
  | "villages"
  | "ocop_products";
