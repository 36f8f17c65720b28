import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { inWalkingOrder, PRIORITIES, type Priority } from "#app/domain/households/household.ts";
import { type LabelSight, maySeeLabel } from "#app/domain/households/label-sight.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import type { Platform } from "#app/platform/platform.ts";
import { openLabel } from "./seal-label.server.ts";

export interface SlotForLogging {
  readonly slot: number;
  /** "Bà Lan ...123"; null where nobody has written one, or not for these eyes. */
  readonly label: string | null;
  readonly isLabelled: boolean;
}

export interface HouseholdForLogging {
  readonly id: string;
  readonly code: string;
  readonly lane: string | null;
  readonly head: string;
  readonly isLongAbsent: boolean;
  readonly priorities: readonly Priority[];
  readonly slots: readonly SlotForLogging[];
}

export interface ReadForLogging {
  /** The list as it stood on this day: work is logged for days that have passed. */
  readonly on: LocalDate;
  /** Rule 8; see `sightInVillage`. */
  readonly sight: LabelSight;
}

/** A village's list to pick from in two taps: a household, then a person. One query, in walking order. */
export function readHouseholdsForLogging(
  platform: Pick<Platform, "db" | "keys">,
  scope: CommuneScope,
  villageId: number,
  wish: ReadForLogging,
): Promise<HouseholdForLogging[]> {
  return platform.db.withCommunes(scope, (tx) =>
    findHouseholdsForLogging(tx, platform.keys, scope, villageId, wish),
  );
}

interface Row {
  readonly id: string;
  readonly code: string;
  readonly lane: string | null;
  readonly headLabel: Uint8Array;
  readonly isLongAbsent: boolean;
  readonly flags: readonly boolean[];
  readonly slots: readonly {
    readonly slot: number;
    readonly label: string | null;
    readonly by: string | null;
  }[];
}

/** The same inside a transaction of the caller's. */
export async function findHouseholdsForLogging(
  tx: Tx,
  keys: KeyRing,
  scope: CommuneScope,
  villageId: number,
  { on, sight }: ReadForLogging,
): Promise<HouseholdForLogging[]> {
  const communeId = onlyCommune(scope);
  const rows = await tx.$queryRaw<Row[]>`
    select h.id, h.code, h.lane, h.head_label as "headLabel", h.is_long_absent as "isLongAbsent",
           array[h.is_elderly, h.is_disabled, h.is_minority, h.is_poor, h.is_remote] as flags,
           coalesce((select json_agg(json_build_object(
                              'slot', s.slot, 'by', s.labelled_by,
                              'label', translate(encode(s.label, 'base64'), E'\n', '')) order by s.slot)
              from person_slot s where s.commune_id = h.commune_id and s.household_id = h.id), '[]') as slots
      from household h
     where h.commune_id = ${communeId} and h.village_id = ${villageId}
       and h.valid_from <= ${on}::date and (h.valid_to is null or h.valid_to >= ${on}::date)`;
  const open = (sealed: string) => openLabel(keys, communeId, Buffer.from(sealed, "base64"));
  return inWalkingOrder(rows).map(({ headLabel, flags, slots, ...household }) => ({
    ...household,
    head: openLabel(keys, communeId, headLabel),
    priorities: PRIORITIES.filter((_, index) => flags[index]),
    slots: slots.map(({ slot, label, by }) => ({
      slot,
      label: label !== null && maySeeLabel(sight, by, scope.actorId) ? open(label) : null,
      isLabelled: label !== null,
    })),
  }));
}
