import { PLAN_TASK_PATHS, type TaskView } from "#app/domain/plan-tasks/task-view.ts";
import { sayMonth } from "#app/messages/say-task-time.ts";
import { planTasksArea } from "#app/messages/vi/plan-tasks.ts";
import { Card } from "../kit/card.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** All that was said of a task, newest first. */
export function ReportHistory({ task }: { task: TaskView }) {
  const { planTasks } = useMessages(planTasksArea);
  const words = planTasks.one;
  const format = useFormat();
  return (
    <Card title={words.history}>
      {task.reports.length === 0 ? <p className="text-ink-soft">{words.noHistory}</p> : null}
      <ol className="grid gap-5">
        {[...task.reports].reverse().map((report) => (
          <li key={report.id} className="border-s-4 border-gold-edge ps-4">
            <p className="font-bold">
              {report.month === null
                ? format.percent(report.percent * 100)
                : sayMonth(report.month, planTasks)}
            </p>
            {report.note ? <p className="whitespace-pre-line break-words">{report.note}</p> : null}
            <p className="flex flex-wrap gap-x-5">
              {report.link ? (
                <a
                  href={report.link}
                  rel="noreferrer noopener nofollow"
                  target="_blank"
                  className="inline-flex min-h-12 items-center text-accent-ink underline"
                >
                  {words.openLink}
                </a>
              ) : null}
              {report.fileId ? (
                <a
                  href={PLAN_TASK_PATHS.file(task.id, report.fileId)}
                  className="inline-flex min-h-12 items-center break-all text-accent-ink underline"
                >
                  {report.fileName}
                </a>
              ) : null}
            </p>
            <p className="text-sm text-ink-soft">{words.by(report.by, format.date(report.on))}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
