import type { OutcomeAtDoor } from "#app/domain/survey/answers.ts";
import type { SurveyProgress } from "#app/domain/survey/progress.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface FormState {
  readonly outcome: OutcomeAtDoor | null;
  readonly isComplete: boolean;
}

/** What became of the doors of one village, by household. */
export async function findStates(
  tx: Tx,
  communeId: number,
  roundId: string,
  villageId: number,
): Promise<ReadonlyMap<string, FormState>> {
  const rows = await tx.$queryRaw<(FormState & { householdId: string })[]>`
    select f.household_id as "householdId", f.outcome, f.is_complete as "isComplete"
      from survey_form f join household h on h.commune_id = f.commune_id and h.id = f.household_id
     where f.commune_id = ${communeId} and f.round_id = ${roundId}::uuid and h.village_id = ${villageId}`;
  return new Map(rows.map(({ householdId, ...state }) => [householdId, state]));
}

/** F02: how far a round has come in each of its villages, of the households that stand today. */
export async function findProgress(
  tx: Tx,
  communeId: number,
  roundId: string,
): Promise<ReadonlyMap<number, SurveyProgress>> {
  const rows = await tx.$queryRaw<(SurveyProgress & { villageId: number })[]>`
    select v.village_id as "villageId",
           (count(h.id) filter (where not h.is_long_absent or f.household_id is not null))::int as listed,
           (count(f.household_id) filter (where f.is_complete and f.outcome = 'answered'))::int as answered,
           (count(f.household_id) filter (where f.outcome = 'refused'))::int as refused,
           (count(f.household_id) filter (where f.outcome = 'absent'))::int as absent,
           (count(f.household_id) filter (where not f.is_complete))::int as begun
      from survey_round_village v
      left join household h on h.commune_id = v.commune_id and h.village_id = v.village_id and h.valid_to is null
      left join survey_form f on f.commune_id = v.commune_id and f.round_id = v.round_id and f.household_id = h.id
     where v.commune_id = ${communeId} and v.round_id = ${roundId}::uuid
     group by v.village_id`;
  return new Map(rows.map(({ villageId, ...progress }) => [villageId, progress]));
}
