import { z } from "zod";
import { LARGEST_LIST } from "#app/domain/targets/detail.ts";
import { MOST_PLAN_TASKS, type TeamPlanContent } from "#app/domain/targets/team-plan.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { dayText, noteText, wholeNumber } from "#app/features/forms/text.schema.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { TargetFormAnswer } from "./answer-forms.server.ts";
import { readTeamPlan } from "./read-team-plan.server.ts";
import { decideTeamPlan, writeTeamPlan } from "./team-plans.server.ts";

const revision = wholeNumber({ minimum: 0, maximum: 1_000_000 });
const TASKS = Array.from({ length: MOST_PLAN_TASKS }, (_, index) => index + 1);

/** "target-<key>" for each of the commune's targets, "task-1" and "due-1" for each task. */
export async function answerTeamPlan(
  caller: Caller,
  teamId: number,
  fields: FormData,
): Promise<TargetFormAnswer> {
  const sheet = await readTeamPlan(caller, teamId);
  if (!sheet) return null;
  const keys = sheet.choices.map(({ entry }) => entry.key);
  const schema = z.object({
    revision,
    act: z.enum(["save", "send"]),
    ...Object.fromEntries(
      keys.map((key) => [`target-${key}`, wholeNumber({ minimum: 1, maximum: LARGEST_LIST }).optional()]),
    ),
    ...Object.fromEntries(
      TASKS.map((at) => [`task-${at}`, noteText({ minimum: 3, maximum: 200 }).optional()]),
    ),
    ...Object.fromEntries(TASKS.map((at) => [`due-${at}`, dayText().optional()])),
  });
  const form = await readForm(fields, schema);
  if (!form.ok) return form.problems.act ? null : { ...form, problems: form.problems as FormProblems };
  const values = form.values as FormValues;
  const read = form.value as Readonly<Record<string, unknown>>;
  const orphan = TASKS.find((at) => read[`task-${at}`] === undefined && read[`due-${at}`] !== undefined);
  if (orphan !== undefined) {
    return { ok: false, problems: { [`task-${orphan}`]: { code: "required" } }, values };
  }
  const verdict = await inRoster(caller, "targets.write-team-plan", (tx, act) =>
    writeTeamPlan(tx, act, {
      teamId,
      year: sheet,
      seenRevision: form.value.revision,
      content: contentOf(read, keys),
      isSubmitted: form.value.act === "send",
    }),
  );
  if (verdict.ok) return { ok: true };
  const { ok: _, ...problem } = verdict;
  return { ok: false, problems: { form: problem }, values };
}

function contentOf(read: Readonly<Record<string, unknown>>, keys: readonly string[]): TeamPlanContent {
  return {
    targets: keys.flatMap((key) => {
      const count = read[`target-${key}`];
      return typeof count === "number" ? [{ key, count }] : [];
    }),
    tasks: TASKS.flatMap((at) => {
      const [text, dueOn] = [read[`task-${at}`], read[`due-${at}`] ?? null];
      return typeof text === "string"
        ? [{ text, dueOn: dueOn as TeamPlanContent["tasks"][number]["dueOn"] }]
        : [];
    }),
  };
}

export async function answerTeamPlanWord(
  caller: Caller,
  teamId: number,
  fields: FormData,
): Promise<TargetFormAnswer> {
  const sheet = await readTeamPlan(caller, teamId);
  if (!sheet) return null;
  const form = await readForm(
    fields,
    z.object({
      revision,
      act: z.enum(["approve", "return"]),
      note: noteText({ minimum: 3, maximum: 500 }).optional(),
    }),
  );
  if (!form.ok) return form.problems.act ? null : { ...form, problems: form.problems as FormProblems };
  const { act: verdict, note = null, revision: seen } = form.value;
  const values = form.values as FormValues;
  if (verdict === "return" && note === null) {
    return { ok: false, problems: { note: { code: "required" } }, values };
  }
  const word = await inRoster(caller, "targets.decide-team-plan", (tx, act) =>
    decideTeamPlan(tx, act, { teamId, year: sheet.year, revision: seen, verdict, note }),
  );
  if (word.ok) return { ok: true };
  const { ok: _, ...problem } = word;
  return { ok: false, problems: { form: problem }, values };
}
