import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface FoundRound {
  readonly id: string;
  readonly name: string;
  readonly formVersion: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly isPruned: boolean;
  readonly villageIds: readonly number[];
}

/** The rounds of the commune, the latest first. */
export function findRounds(tx: Tx, communeId: number): Promise<FoundRound[]> {
  return tx.$queryRaw<FoundRound[]>`
    select r.id, r.name, r.form_version::int as "formVersion", r.first_day::text as "firstDay",
           r.last_day::text as "lastDay", r.pruned_at is not null as "isPruned",
           array(select v.village_id from survey_round_village v
                  where v.commune_id = r.commune_id and v.round_id = r.id order by v.village_id) as "villageIds"
      from survey_round r where r.commune_id = ${communeId}
     order by r.first_day desc, r.opened_at desc, r.id`;
}

export async function findRound(tx: Tx, communeId: number, roundId: string): Promise<FoundRound | null> {
  return (await findRounds(tx, communeId)).find(({ id }) => id === roundId) ?? null;
}
