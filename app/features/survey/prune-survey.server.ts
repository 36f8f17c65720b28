import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { SURVEY_RATE_KEYS, SURVEY_SEGMENTS } from "#app/domain/survey/rates.ts";
import { RETENTION_MONTHS, retentionEnds } from "#app/domain/survey/round.ts";
import { inEachCommune } from "#app/features/communes/in-each-commune.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findRounds } from "./find-rounds.server.ts";
import { readSurveyRates } from "./read-survey-rates.server.ts";

/** F06: the time for which what is known of residents is kept. */
export async function findRetention(tx: Tx, communeId: number): Promise<number> {
  const row = await tx.residentRetention.findFirst({ where: { communeId }, select: { months: true } });
  return row?.months ?? RETENTION_MONTHS;
}

export function pruneAllSurveys(
  platform: Pick<Platform, "db" | "log">,
  now: Date,
  signal?: AbortSignal,
): Promise<void> {
  const failed = "what is known of residents could not be pruned in a commune";
  return inEachCommune(platform, { failed, signal }, async (communeId) => {
    const gone = await pruneResidents(platform, communeId, now);
    if (gone.rounds + gone.labels > 0)
      platform.log.info({ commune: communeId, ...gone }, "what was known of residents was removed");
  });
}

const LABELS_AT_ONCE = 5_000;

/**
 * Answers of persons go when their time is over and leave their sums; so do the names of residents who have had no
 * visit since. Done twice it changes nothing.
 */
export function pruneResidents(
  platform: Pick<Platform, "db">,
  communeId: number,
  now: Date,
): Promise<{ readonly rounds: number; readonly labels: number }> {
  const scope: CommuneScope = {
    actorId: null,
    verb: "survey.prune",
    requestId: "housekeeping",
    communes: [communeId],
  };
  return platform.db.withCommunes(scope, async (tx) => {
    const months = await findRetention(tx, communeId);
    const today = localDateAt(now.getTime());
    const due = (await findRounds(tx, communeId)).filter(
      ({ isPruned, lastDay }) => !isPruned && retentionEnds(lastDay, months) <= today,
    );
    for (const { id, lastDay } of due) await pruneRound(tx, communeId, id, lastDay, now);
    return { rounds: due.length, labels: await pruneLabels(tx, communeId, months, today) };
  });
}

async function pruneRound(
  tx: Tx,
  communeId: number,
  roundId: string,
  lastDay: LocalDate,
  now: Date,
): Promise<void> {
  const found = (await readSurveyRates(tx, { communeId, on: lastDay, roundId })) ?? [];
  await tx.surveySum.createMany({
    data: found.flatMap(({ villageId, bySegment }) =>
      SURVEY_SEGMENTS.flatMap((segment) =>
        SURVEY_RATE_KEYS.map((rate) => ({
          communeId,
          roundId,
          villageId,
          rate,
          segment,
          ...bySegment[segment][rate],
        })),
      ),
    ),
    skipDuplicates: true,
  });
  const where = { communeId, roundId };
  await tx.surveyAdult.deleteMany({ where });
  await tx.surveySending.deleteMany({ where });
  // That somebody was at the door stays, for the progress of the round; what was said there goes.
  await tx.surveyForm.updateMany({
    where,
    data: { answers: {}, elderly: null, disabled: null, manualWorkers: null, note: null },
  });
  await tx.surveyRound.updateMany({ where: { communeId, id: roundId }, data: { prunedAt: now } });
}

/** A name stays as long as there is work with the person that somebody may still have to recognise. */
function pruneLabels(tx: Tx, communeId: number, months: number, today: LocalDate): Promise<number> {
  const years = `${months} months`;
  return tx.$executeRaw`
    update person_slot set label = null, labelled_by = null, labelled_at = null
     where (commune_id, household_id, slot) in (
       select s.commune_id, s.household_id, s.slot from person_slot s
        where s.commune_id = ${communeId} and s.label is not null
          and date_trunc('year', coalesce(s.labelled_at, '-infinity')) + interval '1 year' + ${years}::interval
              <= ${today}::date
          and not exists (
            select from claim_unit u join claim c on c.commune_id = u.commune_id and c.id = u.claim_id
             where u.commune_id = s.commune_id and u.household_id = s.household_id and u.slot = s.slot
               and date_trunc('year', c.work_date) + interval '1 year' + ${years}::interval > ${today}::date)
        limit ${LABELS_AT_ONCE})`;
}
