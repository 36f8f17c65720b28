import { Form } from "@remix-run/react";
import { MOST_PLAN_TASKS } from "#app/domain/targets/team-plan.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { Button } from "../kit/button.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { NumberField } from "../kit/number-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";
import type { ShownChoice, ShownPlan } from "./team-plan-view.tsx";

interface TeamPlanFormProps {
  teamId: number;
  latest: ShownPlan | null;
  choices: readonly ShownChoice[];
  answer: FormAnswer | undefined;
}

const FEWEST_SHOWN = 4;
const TASKS = Array.from({ length: MOST_PLAN_TASKS }, (_, index) => index + 1);

/** B24: the commune's targets with the team's own share offered, and room for its own tasks. */
export function TeamPlanForm({ teamId, latest, choices, answer }: TeamPlanFormProps) {
  const { targets: words } = useMessages(targetsArea);
  const { plan } = words;
  const format = useFormat();
  const stored = storedOf(latest);
  const shownTasks = Math.min(TASKS.length, Math.max(FEWEST_SHOWN, (latest?.content.tasks.length ?? 0) + 2));
  const labels = Object.fromEntries([
    ...choices.map(({ entry }) => [`target-${entry.key}`, entry.text]),
    ...TASKS.flatMap((at) => [
      [`task-${at}`, plan.task(at)],
      [`due-${at}`, plan.taskDue(at)],
    ]),
  ]) as Readonly<Record<string, string>>;
  const of = (name: string) => ({
    name,
    label: labels[name] ?? name,
    error: answer?.problems[name],
    defaultValue: fieldText(answer, name, stored[name] ?? null),
    optional: true,
  });
  return (
    <Form method="post" noValidate className="grid max-w-2xl gap-6">
      <ErrorSummary problems={answer?.problems} labels={labels} />
      <input type="hidden" name="team" value={teamId} />
      <input type="hidden" name="revision" value={latest?.revision ?? 0} />
      <fieldset className="grid gap-5">
        <legend className="text-lg font-bold">{plan.targetsTitle}</legend>
        <p className="mt-1 text-ink-soft">{plan.targetsHint}</p>
        {choices.map(({ entry, suggested, done, whole }) => {
          const unit = entry.test.kind === "share" ? words.units[entry.test.of] : "";
          const hint =
            suggested === null || whole === null
              ? plan.noSuggestion
              : plan.suggested(format.number(suggested), format.number(whole), format.number(done), unit);
          return (
            <NumberField
              key={entry.key}
              {...of(`target-${entry.key}`)}
              unit={unit}
              hint={hint}
              placeholder={suggested === null ? "" : String(suggested)}
              maxLength={8}
            />
          );
        })}
      </fieldset>
      <fieldset className="grid gap-5">
        <legend className="text-lg font-bold">{plan.tasksTitle}</legend>
        {TASKS.slice(0, shownTasks).map((at) => (
          <div key={at} className="grid gap-3 sm:grid-cols-[1fr_14rem] sm:items-end">
            <TextField {...of(`task-${at}`)} maxLength={200} />
            <TextField {...of(`due-${at}`)} type="date" />
          </div>
        ))}
        {shownTasks < TASKS.length ? <p className="text-sm text-ink-soft">{plan.moreTasks}</p> : null}
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="act" value="send">
          {plan.send}
        </SubmitButton>
        <Button type="submit" name="act" value="save" variant="secondary">
          {plan.save}
        </Button>
      </div>
    </Form>
  );
}

function storedOf(latest: ShownPlan | null): Readonly<Record<string, string | number>> {
  const stored: Record<string, string | number> = {};
  for (const { key, count } of latest?.content.targets ?? []) stored[`target-${key}`] = count;
  for (const [index, { text, dueOn }] of (latest?.content.tasks ?? []).entries()) {
    stored[`task-${index + 1}`] = text;
    if (dueOn !== null) stored[`due-${index + 1}`] = dueOn;
  }
  return stored;
}
