import type { CommuneScope } from "#app/platform/db/database.ts";

/** Verbs that change a commune work in exactly one. */
export function onlyCommune(scope: CommuneScope): number {
  const [communeId, ...others] = scope.communes;
  if (communeId === undefined || others.length > 0) throw new Error(`${scope.verb} works in one commune`);
  return communeId;
}
