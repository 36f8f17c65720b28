import { Form } from "@remix-run/react";
import { TASK_TIME_KINDS, type TaskTime, valueOfTime } from "#app/domain/plan-tasks/plan-task.ts";
import type { TaskBoard, TaskView } from "#app/domain/plan-tasks/task-view.ts";
import { planTasksArea } from "#app/messages/vi/plan-tasks.ts";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { NumberField } from "../kit/number-field.tsx";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface TaskFormProps {
  id: string;
  task: TaskView | null;
  plans: TaskBoard["plans"];
  keepers: TaskBoard["keepers"];
  unitNames: readonly string[];
  year: number;
  answer: FormAnswer | undefined;
}

/** A new task, or one to be changed. Only the field of the chosen kind of time is read. */
export function TaskForm({ id, task, plans, keepers, unitNames, year, answer }: TaskFormProps) {
  const { planTasks } = useMessages(planTasksArea);
  const words = planTasks.form;
  const field = (name: string, was: string | number | null = null) => ({
    ...fieldOf(answer, name, was),
    id: `task-${name}`,
  });
  const time: TaskTime | null = task?.time ?? null;
  const shown = (...kinds: TaskTime["kind"][]) =>
    time !== null && kinds.includes(time.kind) ? valueOfTime(time) : null;
  const { plan, content, timeKind, day, period, leadUnit, coordinatingUnits, keeper } = words;
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-5">
      <ErrorSummary
        problems={answer?.problems}
        labels={{
          planId: plan,
          content,
          timeKind,
          day,
          period,
          year: words.year,
          leadUnit,
          coordinatingUnits,
          keeperId: keeper,
        }}
      />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={task?.revision ?? 0} />
      <TextArea {...field("content", task?.content ?? null)} label={content} rows={2} />
      <RadioGroup
        {...field("timeKind", time?.kind ?? "before")}
        label={timeKind}
        choices={TASK_TIME_KINDS.map((value) => ({ value, label: words.timeKinds[value] }))}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField
          {...field("day", shown("before", "by"))}
          type="date"
          label={day}
          hint={words.dayHint}
          optional="unsaid"
        />
        <TextField
          {...field("period", shown("within"))}
          label={period}
          hint={words.periodHint}
          optional="unsaid"
        />
        <NumberField
          {...field("year", shown("all_year") ?? year)}
          label={words.year}
          hint={words.yearHint}
          maxLength={4}
          optional="unsaid"
        />
      </div>
      <TextField
        {...field("leadUnit", task?.leadUnit ?? null)}
        label={leadUnit}
        list="unit-names"
        autoComplete="off"
      />
      <datalist id="unit-names">
        {unitNames.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextArea
        {...field("coordinatingUnits", task?.coordinatingUnits.join("\n") ?? null)}
        label={coordinatingUnits}
        hint={words.coordinatingHint}
        rows={3}
        optional
      />
      <SelectField
        {...field("planId", task?.planId ?? plans[0]?.id ?? null)}
        label={plan}
        choices={plans.map(({ id: value, number }) => ({ value, label: number }))}
      />
      <SelectField
        {...field("keeperId", task?.keeperId ?? null)}
        label={keeper}
        hint={words.keeperHint}
        optional
        choices={keepers.map(({ id: value, name }) => ({ value, label: name }))}
      />
      <div>
        <SubmitButton name="act" value="save">
          {words.save}
        </SubmitButton>
      </div>
    </Form>
  );
}
