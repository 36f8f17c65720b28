import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { startOfDay } from "#app/domain/calendar/local-date.ts";
import { type DoorFacts, type Gap, lackingAt, type WalkDoorState } from "#app/domain/gap-walks/gap.ts";
import type { Answers, HouseholdAnswers, OutcomeAtDoor } from "#app/domain/survey/answers.ts";
import type { HouseholdForLogging } from "#app/features/households/read-households-for-logging.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface FactsRow {
  readonly householdId: string;
  readonly answers: Answers | null;
  readonly outcome: OutcomeAtDoor | null;
  readonly adults: HouseholdAnswers["adults"] | null;
  readonly isSurveyed: boolean | null;
  readonly work: DoorFacts["work"];
}

/** What is known of each standing household of a village: newest answers, the running round, and work done there. */
export async function findFacts(
  tx: Tx,
  communeId: number,
  villageId: number,
  today: LocalDate,
): Promise<ReadonlyMap<string, DoorFacts>> {
  const rows = await tx.$queryRaw<FactsRow[]>`
    with running as (
      select r.id from survey_round r
        join survey_round_village v on v.commune_id = r.commune_id and v.round_id = r.id and v.village_id = ${villageId}
       where r.commune_id = ${communeId} and r.first_day <= ${today}::date and r.last_day >= ${today}::date
         and r.pruned_at is null
       order by r.first_day desc limit 1),
    newest as (
      select distinct on (household_id) household_id, round_id, answers, outcome from survey_form
       where commune_id = ${communeId} and coalesce(outcome, 'answered') = 'answered'
       order by household_id, taken_at desc)
    select h.id as "householdId", n.answers, n.outcome,
           (select json_agg(json_build_object('slot', a.slot, 'outcome', a.outcome, 'answers', a.answers) order by a.slot)
              from survey_adult a
             where a.commune_id = h.commune_id and a.round_id = n.round_id and a.household_id = h.id) as adults,
           (select exists (select from survey_form f where f.commune_id = h.commune_id and f.round_id = running.id
                              and f.household_id = h.id and f.is_complete) from running) as "isSurveyed",
           coalesce((select json_agg(distinct jsonb_build_object('kind', c.activity_key, 'slot', u.slot))
              from claim_unit u join claim c on c.commune_id = u.commune_id and c.id = u.claim_id
             where u.commune_id = h.commune_id and u.household_id = h.id and c.state in ('submitted', 'verified')),
             '[]') as work
      from household h left join newest n on n.household_id = h.id
     where h.commune_id = ${communeId} and h.village_id = ${villageId} and h.valid_to is null`;
  return new Map(
    rows.map(({ householdId, answers, outcome, adults, isSurveyed, work }) => [
      householdId,
      {
        isSurveyed,
        work,
        given: answers && { outcome, answers, groups: {}, note: null, adults: adults ?? [] },
      },
    ]),
  );
}

export interface OpenDoor {
  readonly household: HouseholdForLogging;
  /** Who lacks it; empty: the household. */
  readonly slots: readonly number[];
}

/** Doors of the village where this is lacking, in the order of `listed`. Nobody is sent to a house that stands empty. */
export function openDoors(
  gap: Gap,
  listed: readonly HouseholdForLogging[],
  facts: ReadonlyMap<string, DoorFacts>,
): OpenDoor[] {
  return listed.flatMap((household) => {
    const known = facts.get(household.id);
    const slots = known && !household.isLongAbsent ? lackingAt(gap, known) : null;
    return slots === null ? [] : [{ household, slots }];
  });
}

/** What became of each door since the day of the walk; a form of the survey taken counts as sent. */
export async function findDoorStates(
  tx: Tx,
  communeId: number,
  walkIds: readonly string[],
): Promise<ReadonlyMap<string, WalkDoorState>> {
  const rows = await tx.$queryRaw<{ key: string; isSent: boolean; isVerified: boolean }[]>`
    select d.walk_id || '/' || d.household_id as key,
           coalesce(bool_or(c.id is not null), false) as "isSent",
           coalesce(bool_or(c.state = 'verified'), false) as "isVerified"
      from gap_door d
      join gap_walk w on w.commune_id = d.commune_id and w.id = d.walk_id
      left join claim_unit u on u.commune_id = d.commune_id and u.household_id = d.household_id
      left join claim c on c.commune_id = u.commune_id and c.id = u.claim_id and c.work_date >= w.walk_on
       and c.state in ('submitted', 'verified')
     where d.commune_id = ${communeId} and d.walk_id = any(${[...walkIds]}::uuid[])
     group by 1`;
  const asked = await tx.$queryRaw<{ key: string; takenAt: Date; walkOn: LocalDate }[]>`
    select d.walk_id || '/' || d.household_id as key, f.taken_at as "takenAt", w.walk_on::text as "walkOn"
      from gap_door d
      join gap_walk w on w.commune_id = d.commune_id and w.id = d.walk_id and w.gap = 'not_surveyed'
      join survey_form f on f.commune_id = d.commune_id and f.household_id = d.household_id and f.is_complete
     where d.commune_id = ${communeId} and d.walk_id = any(${[...walkIds]}::uuid[])`;
  const formsTaken = new Set(
    asked.filter(({ takenAt, walkOn }) => takenAt.getTime() >= startOfDay(walkOn)).map(({ key }) => key),
  );
  return new Map(
    rows.map(({ key, isSent, isVerified }) => [
      key,
      isVerified ? "verified" : isSent || formsTaken.has(key) ? "sent" : "open",
    ]),
  );
}
