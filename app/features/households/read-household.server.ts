import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { PRIORITIES, type Priority } from "#app/domain/households/household.ts";
import { householdReach, reachesVillage } from "#app/domain/households/household-reach.ts";
import { maySeeLabel, sightInVillage } from "#app/domain/households/label-sight.ts";
import { partsOfSlotLabel } from "#app/domain/households/slot-label.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { openLabel } from "./seal-label.server.ts";

export interface SlotView {
  readonly slot: number;
  readonly name: string | null;
  readonly digits: string | null;
  readonly isLabelled: boolean;
}

export interface HouseholdView {
  readonly id: string;
  readonly villageId: number;
  readonly villageName: string;
  readonly code: string;
  readonly lane: string | null;
  readonly head: string;
  readonly adults: number;
  readonly priorities: readonly Priority[];
  readonly isLongAbsent: boolean;
  readonly absenceProposed: boolean | null;
  readonly proposedBy: string | null;
  readonly proposedAt: number | null;
  readonly isOwnProposal: boolean;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly slots: readonly SlotView[];
}

interface Row extends Omit<HouseholdView, "head" | "priorities" | "slots" | "isOwnProposal"> {
  readonly headLabel: Uint8Array;
  readonly flags: readonly boolean[];
  readonly proposerId: string | null;
}

/** One household and its people as far as the caller may see them; null where there is none for these eyes. */
export async function readHousehold(caller: Caller, householdId: string): Promise<HouseholdView | null> {
  const { communeId, permission, platform, person } = caller;
  if (communeId === null) return null;
  const reach = householdReach(permission.grants, communeId);
  return platform.db.withCommunes(caller.scope("households.read"), async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`
      select h.id, h.village_id as "villageId", village.name as "villageName", h.code, h.lane,
             h.head_label as "headLabel", h.adults::int as adults,
             array[h.is_elderly, h.is_disabled, h.is_minority, h.is_poor, h.is_remote] as flags,
             h.is_long_absent as "isLongAbsent", h.absence_proposed as "absenceProposed",
             h.absence_proposed_by as "proposerId", proposer.display_name as "proposedBy",
             (extract(epoch from h.absence_proposed_at) * 1000)::float8 as "proposedAt",
             h.valid_from::text as "validFrom", h.valid_to::text as "validTo"
        from household h
        join village on village.commune_id = h.commune_id and village.id = h.village_id
        left join account proposer on proposer.id = h.absence_proposed_by
       where h.commune_id = ${communeId} and h.id = ${householdId}::uuid`;
    if (!row || !reachesVillage(reach, row.villageId)) return null;
    const sight = sightInVillage(permission.grants, communeId, row.villageId);
    const slots = await tx.personSlot.findMany({
      where: { communeId, householdId },
      select: { slot: true, label: true, labelledBy: true },
      orderBy: { slot: "asc" },
    });
    const { headLabel, flags, proposerId, ...household } = row;
    return {
      ...household,
      head: openLabel(platform.keys, communeId, headLabel),
      priorities: PRIORITIES.filter((_, index) => flags[index]),
      isOwnProposal: proposerId === person.accountId,
      slots: slots.map(({ slot, label, labelledBy }) => {
        const isSeen = label !== null && maySeeLabel(sight, labelledBy, person.accountId);
        const parts = isSeen ? partsOfSlotLabel(openLabel(platform.keys, communeId, label)) : null;
        return {
          slot,
          name: parts?.name ?? null,
          digits: parts?.digits ?? null,
          isLabelled: label !== null,
        };
      }),
    };
  });
}
