import { PRIORITIES } from "#app/domain/households/household.ts";
import { type KnownHousehold, openHouseholdPlanner } from "#app/domain/households/plan-household-import.ts";
import { makeVillageMatcher } from "#app/domain/people/match-village.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { openLabel } from "#app/features/households/seal-label.server.ts";
import { mapInTurns } from "#app/features/roster-import/in-turns.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import type { HouseholdRecord } from "./import-record.ts";
import type { TellProgress } from "./tell-progress.server.ts";

export interface RegisterFacts {
  readonly known: readonly KnownHousehold[];
  readonly villages: readonly { readonly id: number; readonly name: string }[];
}

/** The commune's lists as a file is held against them. */
export async function readRegisterFacts(tx: Tx, keys: KeyRing, communeId: number): Promise<RegisterFacts> {
  const villages = await findVillages(tx, communeId);
  const rows = await tx.$queryRaw<
    (Omit<KnownHousehold, "head" | "priorities"> & { headLabel: Uint8Array; flags: boolean[] })[]
  >`
    select id, village_id as "villageId", code, lane, head_label as "headLabel", adults::int as adults,
           array[is_elderly, is_disabled, is_minority, is_poor, is_remote] as flags
      from household where commune_id = ${communeId} and valid_to is null order by village_id, code, id`;
  const known = await mapInTurns(rows, ({ headLabel, flags, ...row }) => ({
    ...row,
    head: openLabel(keys, communeId, headLabel),
    priorities: PRIORITIES.filter((_, index) => flags[index]),
  }));
  return { known, villages: villages.map(({ id, name }) => ({ id, name })) };
}

/** Every line's fate anew. Lines that were left out are as if they had never been in the file. */
export async function planRecords(
  records: readonly HouseholdRecord[],
  facts: RegisterFacts,
  tell: TellProgress = () => {},
): Promise<HouseholdRecord[]> {
  const planner = openHouseholdPlanner(makeVillageMatcher(facts.villages));
  await mapInTurns(facts.known, planner.know);
  return mapInTurns(
    records,
    (record) => {
      if (record.isLeftOut) return record;
      const { line, given, mend } = record;
      return { ...record, ...planner.plan({ line, household: { ...given, ...mend } }) };
    },
    (done) => tell("compare", done, records.length),
  );
}
