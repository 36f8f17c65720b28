import type { Answers, HouseholdAnswers, OutcomeAtDoor } from "#app/domain/survey/answers.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface StoredAnswers {
  readonly roundId: string;
  readonly formVersion: number;
  readonly revision: number;
  readonly isComplete: boolean;
  readonly takenBy: string;
  readonly takenByName: string;
  readonly takenAt: number;
  readonly claimId: string | null;
  readonly given: HouseholdAnswers;
}

interface Row extends Omit<StoredAnswers, "given"> {
  readonly outcome: OutcomeAtDoor | null;
  readonly answers: Answers;
  readonly elderly: number | null;
  readonly disabled: number | null;
  readonly manualWorkers: number | null;
  readonly note: string | null;
  readonly adults: HouseholdAnswers["adults"];
}

/** What a household answered in each round, the latest round first. */
export async function findAnswers(
  tx: Tx,
  communeId: number,
  householdId: string,
): Promise<readonly StoredAnswers[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select f.round_id as "roundId", r.form_version::int as "formVersion", f.revision, f.is_complete as "isComplete",
           f.taken_by as "takenBy", a.display_name as "takenByName",
           (extract(epoch from f.taken_at) * 1000)::float8 as "takenAt", f.claim_id as "claimId", f.outcome, f.answers,
           f.elderly::int as elderly, f.disabled::int as disabled, f.manual_workers::int as "manualWorkers", f.note,
           coalesce((select json_agg(json_build_object('slot', s.slot, 'outcome', s.outcome, 'answers', s.answers)
                                     order by s.slot)
              from survey_adult s where s.commune_id = f.commune_id and s.round_id = f.round_id
               and s.household_id = f.household_id), '[]') as adults
      from survey_form f
      join survey_round r on r.commune_id = f.commune_id and r.id = f.round_id
      join account a on a.id = f.taken_by
     where f.commune_id = ${communeId} and f.household_id = ${householdId}::uuid and r.pruned_at is null
     order by r.first_day desc, r.opened_at desc`;
  return rows.map(({ outcome, answers, elderly, disabled, manualWorkers, note, adults, ...row }) => ({
    ...row,
    given: {
      outcome,
      answers,
      note,
      adults,
      groups: {
        ...(elderly === null ? {} : { elderly }),
        ...(disabled === null ? {} : { disabled }),
        ...(manualWorkers === null ? {} : { manualWorkers }),
      },
    },
  }));
}
