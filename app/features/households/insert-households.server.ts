import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type HouseholdFacts, MOST_SLOTS } from "#app/domain/households/household.ts";
import type { Id } from "#app/domain/ids.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { sealLabel } from "./seal-label.server.ts";

export interface NewHousehold extends HouseholdFacts {
  /** Made by whoever asks: asking twice makes one household. */
  readonly id: Id;
  readonly villageId: number;
  readonly validFrom: LocalDate;
}

const BATCH = 1_000;

/** Households and a slot for each adult, many in one statement. Whoever calls has judged codes and places. */
export async function insertHouseholds(
  tx: Tx,
  keys: KeyRing,
  act: Pick<RosterAct, "communeId" | "actorId" | "now">,
  households: readonly NewHousehold[],
): Promise<void> {
  const { communeId, actorId, now } = act;
  for (let start = 0; start < households.length; start += BATCH) {
    const rows = households.slice(start, start + BATCH).map((household) => ({
      id: household.id,
      villageId: household.villageId,
      validFrom: household.validFrom,
      ...columnsOfHousehold(household),
      headLabel: Buffer.from(sealLabel(keys, communeId, household.head)).toString("base64"),
    }));
    await tx.$executeRaw`
      insert into household (commune_id, id, village_id, code, lane, head_label, adults, is_elderly, is_disabled,
                             is_minority, is_poor, is_remote, valid_from, entered_by, entered_at)
      select ${communeId}, id, "villageId", code, lane, decode("headLabel", 'base64'), adults, "isElderly",
             "isDisabled", "isMinority", "isPoor", "isRemote", "validFrom", ${actorId}::uuid, ${now}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as given (id uuid, "villageId" int, code text, lane text, "headLabel" text, adults smallint,
                    "isElderly" boolean, "isDisabled" boolean, "isMinority" boolean, "isPoor" boolean,
                    "isRemote" boolean, "validFrom" date)`;
    await openSlots(
      tx,
      communeId,
      rows.map(({ id }) => id),
    );
  }
}

/** A slot for each adult; slots that stand stay, since work may point at them. */
export async function openSlots(tx: Tx, communeId: number, householdIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    insert into person_slot (commune_id, household_id, slot)
    select commune_id, id, slot
      from household, generate_series(1, least(greatest(adults, 1), ${MOST_SLOTS}::int)) as slot
     where commune_id = ${communeId} and id = any(${[...householdIds]}::uuid[])
    on conflict do nothing`;
}

/** The columns that a person fills in, but for the sealed one. */
export function columnsOfHousehold(facts: HouseholdFacts) {
  const { code, lane, adults, priorities } = facts;
  return {
    code,
    lane,
    adults,
    isElderly: priorities.includes("elderly"),
    isDisabled: priorities.includes("disabled"),
    isMinority: priorities.includes("minority"),
    isPoor: priorities.includes("poor"),
    isRemote: priorities.includes("remote"),
  };
}
