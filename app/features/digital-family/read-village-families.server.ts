import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { sightInVillage } from "#app/domain/households/label-sight.ts";
import { foldVietnamese } from "#app/domain/text/fold-vietnamese.ts";
import { FAMILY_STATES, type FamilyState } from "#app/domain/titles/family.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findHouseholdsForLogging } from "#app/features/households/read-households-for-logging.server.ts";
import { findFamilyVillages } from "./family-places.server.ts";
import { findFamilies } from "./find-families.server.ts";

const PAGE_SIZE = 20;

export interface FamilyLine {
  readonly householdId: string;
  readonly code: string;
  readonly lane: string | null;
  readonly head: string;
  readonly state: FamilyState;
  readonly met: number | null;
  readonly validUntil: LocalDate | null;
  /** Written down by the reader: another person confirms. */
  readonly isOwnRecord: boolean;
}

export interface VillageFamilies {
  readonly village: { readonly id: number; readonly name: string };
  readonly others: readonly { readonly id: number; readonly name: string }[];
  readonly total: number;
  readonly recognised: number;
  readonly counts: Readonly<Record<FamilyState, number>>;
  readonly lines: readonly FamilyLine[];
  readonly found: number;
  readonly page: number;
  readonly lastPage: number;
}

export interface FamilyQuery {
  readonly villageId: number | null;
  readonly state: FamilyState | null;
  readonly search: string;
  readonly page: number;
}

/** A village's households by how far they have come; null where none is the reader's. */
export function readVillageFamilies(caller: Caller, query: FamilyQuery): Promise<VillageFamilies | null> {
  const scope = caller.scope("digital-family.read-village");
  const communeId = onlyCommune(scope);
  const { platform, permission, today, person } = caller;
  return platform.db.withCommunes(scope, async (tx) => {
    const villages = await findFamilyVillages(tx, caller, communeId);
    const village =
      query.villageId === null ? villages[0] : villages.find(({ id }) => id === query.villageId);
    if (!village) return null;
    const sight = sightInVillage(permission.grants, communeId, village.id);
    const listed = await findHouseholdsForLogging(tx, platform.keys, scope, village.id, { on: today, sight });
    const families = new Map(
      (await findFamilies(tx, communeId, today, { villageId: village.id })).map((each) => [
        each.householdId,
        each,
      ]),
    );
    const lines = listed.flatMap(({ id, code, lane, head }): FamilyLine[] => {
      const family = families.get(id);
      if (!family) return [];
      const { state, declaration, check, award } = family;
      return [
        {
          householdId: id,
          code,
          lane,
          head,
          state,
          met: (check ?? declaration)?.items.length ?? null,
          validUntil: award && !award.isRevoked ? award.validUntil : null,
          isOwnRecord: declaration?.recordedBy === person.accountId,
        },
      ];
    });
    const asked = lines.filter(
      (line) => (query.state === null || line.state === query.state) && isNamed(query.search, line),
    );
    const lastPage = Math.max(1, Math.ceil(asked.length / PAGE_SIZE));
    const page = Math.min(Math.max(1, query.page), lastPage);
    return {
      village,
      others: villages.filter(({ id }) => id !== village.id),
      total: lines.length,
      recognised: [...families.values()].filter(({ isRecognised }) => isRecognised).length,
      counts: countStates(lines.map(({ state }) => state)),
      lines: asked.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
      found: asked.length,
      page,
      lastPage,
    };
  });
}

function isNamed(search: string, { code, lane, head }: FamilyLine): boolean {
  const text = foldVietnamese([code, lane ?? "", head].join(" "));
  return foldVietnamese(search)
    .split(" ")
    .every((word) => text.includes(word));
}

export function countStates(states: readonly FamilyState[]): Record<FamilyState, number> {
  return Object.fromEntries(
    FAMILY_STATES.map((state) => [state, states.filter((each) => each === state).length]),
  ) as Record<FamilyState, number>;
}
