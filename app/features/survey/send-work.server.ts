import { createHmac } from "node:crypto";
import { PLAIN_UNIT } from "#app/domain/activity/claim.ts";
import { kindOf } from "#app/domain/activity/scheme.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { logAct } from "#app/features/activity-log/log-act.ts";
import { findSchemeToday } from "#app/features/activity-log/read-log-kinds.server.ts";
import { submitClaim } from "#app/features/activity-log/submit-claim.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";

/** The kind of work by which a form taken earns. */
export const SURVEY_KIND = "skill-survey";

interface WorkDone {
  readonly roundId: string;
  readonly householdId: string;
  readonly adultsAnswered: number;
}

/**
 * The form as ordinary work of whoever took it: another person checks it like any other. One record per household and
 * round, whoever sends it and however often: its name follows from the two.
 */
export async function sendSurveyWork(
  caller: Caller,
  { roundId, householdId, adultsAnswered }: WorkDone,
): Promise<"sent" | "not_sent"> {
  const scope = caller.scope("survey.send-work");
  const communeId = onlyCommune(scope);
  const { platform, today } = caller;
  const kind = await platform.db.withCommunes(scope, async (tx) =>
    kindOf(await findSchemeToday(tx, logAct(caller)), SURVEY_KIND),
  );
  const [usual] = kind?.modes ?? [];
  if (!usual) return "not_sent";
  const id = nameOfWork(caller, communeId, roundId, householdId);
  const verdict = await submitClaim(caller, {
    id,
    content: {
      activityKey: SURVEY_KIND,
      workDate: today,
      mode: usual,
      audience: "households",
      place: null,
      note: null,
      link: null,
      visits: Math.max(1, adultsAnswered),
      minutes: null,
      counters: {},
      movements: [],
      units: [{ ...PLAIN_UNIT, householdId }],
      helpers: [],
      photos: [],
    },
  });
  if (!verdict.ok && verdict.code !== "claim_id_reused") return "not_sent";
  await platform.db.withCommunes(scope, (tx) =>
    tx.surveyForm.updateMany({
      where: { communeId, roundId, householdId, claimId: null },
      data: { claimId: id },
    }),
  );
  return verdict.ok ? "sent" : "not_sent";
}

function nameOfWork({ platform }: Caller, communeId: number, roundId: string, householdId: string): string {
  const mac = createHmac("sha256", platform.keys.derive(`commune:${communeId}:survey`));
  const bytes = mac.update(`work\n${roundId}\n${householdId}`).digest();
  // The round's own milliseconds, so that the name sorts where the round does.
  return makeId(Number.parseInt(roundId.replaceAll("-", "").slice(0, 12), 16), bytes);
}
