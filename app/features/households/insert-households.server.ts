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
  /** Known to the office from the start. */
  readonly isLongAbsent?: boolean;
  /** Labels of the first slots, in order. */
  readonly people?: readonly string[];
}

const BATCH = 1_000;

/** Households and a slot for each adult, many in one statement. Whoever calls has judged codes and places. */
export async function insertHouseholds(
  tx: Tx,
  keys: KeyRing,
  act: Pick<RosterAct, "communeId" | "actorId" | "now">,
  households: readonly NewHousehold[],
  afterBatch: (done: number) => void = () => {},
): Promise<void> {
  const { communeId, actorId, now } = act;
  const seal = (label: string) => Buffer.from(sealLabel(keys, communeId, label)).toString("base64");
  for (let start = 0; start < households.length; start += BATCH) {
    const batch = households.slice(start, start + BATCH);
    const rows = batch.map((household) => ({
      id: household.id,
      villageId: household.villageId,
      validFrom: household.validFrom,
      isLongAbsent: household.isLongAbsent ?? false,
      ...columnsOfHousehold(household),
      headLabel: seal(household.head),
    }));
    await tx.$executeRaw`
      insert into household (commune_id, id, village_id, code, lane, head_label, adults, is_long_absent, is_elderly,
                             is_disabled, is_minority, is_poor, is_remote, valid_from, entered_by, entered_at)
      select ${communeId}, id, "villageId", code, lane, decode("headLabel", 'base64'), adults, "isLongAbsent",
             "isElderly", "isDisabled", "isMinority", "isPoor", "isRemote", "validFrom", ${actorId}::uuid, ${now}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as given (id uuid, "villageId" int, code text, lane text, "headLabel" text, adults smallint,
                    "isLongAbsent" boolean, "isElderly" boolean, "isDisabled" boolean, "isMinority" boolean,
                    "isPoor" boolean, "isRemote" boolean, "validFrom" date)`;
    const slots = batch.flatMap(({ id, adults, people = [] }) =>
      Array.from({ length: Math.min(MOST_SLOTS, Math.max(1, adults, people.length)) }, (_, index) => {
        const label = people[index];
        return { id, slot: index + 1, label: label === undefined ? null : seal(label) };
      }),
    );
    await tx.$executeRaw`
      insert into person_slot (commune_id, household_id, slot, label, labelled_by, labelled_at)
      select ${communeId}, id, slot, decode(label, 'base64'), case when label is null then null else ${actorId}::uuid end,
             case when label is null then null else ${now}::timestamptz end
        from jsonb_to_recordset(${JSON.stringify(slots)}::jsonb) as given (id uuid, slot smallint, label text)`;
    afterBatch(start + batch.length);
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
