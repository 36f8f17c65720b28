import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { monthOf, monthsToTick } from "#app/domain/plan-tasks/plan-task.ts";
import type { TaskView } from "#app/domain/plan-tasks/task-view.ts";
import { sayMonth } from "#app/messages/say-task-time.ts";
import { planTasksArea } from "#app/messages/vi/plan-tasks.ts";
import { Card } from "../kit/card.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { FileField } from "../kit/file-field.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { NumberField } from "../kit/number-field.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface ReportFormProps {
  id: string;
  task: TaskView;
  today: LocalDate;
  answer: FormAnswer | undefined;
}

/** How far it is and what shows it; of a continuous task the tick of one month. */
export function ReportForm({ id, task, today, answer }: ReportFormProps) {
  const { planTasks } = useMessages(planTasksArea);
  const words = planTasks.one;
  const field = (name: string, was: string | number | null = null) => fieldOf(answer, name, was);
  const { percent, month, note, link, file } = words;
  const ticked = new Set(task.reports.map((report) => report.month));
  const months =
    task.time.kind === "all_year"
      ? monthsToTick(task.time.year, task.since).filter((each) => each <= monthOf(today))
      : [];
  const nextMonth = months.find((each) => !ticked.has(each)) ?? months.at(-1) ?? null;
  return (
    <Card title={words.report}>
      <Form method="post" encType="multipart/form-data" noValidate className="grid grid-cols-1 gap-5">
        <ErrorSummary problems={answer?.problems} labels={{ percent, month, note, link, file }} />
        <input type="hidden" name="id" value={id} />
        {task.time.kind === "all_year" ? (
          <SelectField
            {...field("month", nextMonth)}
            label={month}
            choices={months.map((each) => ({
              value: String(each),
              label: ticked.has(each)
                ? words.monthDone(sayMonth(each, planTasks))
                : sayMonth(each, planTasks),
            }))}
          />
        ) : (
          <NumberField {...field("percent", task.percent)} label={percent} maxLength={3} />
        )}
        <TextArea {...field("note")} label={note} rows={3} optional />
        <TextField {...field("link")} label={link} type="url" inputMode="url" optional />
        <FileField
          name="file"
          label={file}
          hint={words.fileHint}
          error={answer?.problems.file}
          accept="application/pdf,image/png,image/jpeg"
          optional
        />
        <div>
          <SubmitButton name="act" value="report">
            {words.send}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
