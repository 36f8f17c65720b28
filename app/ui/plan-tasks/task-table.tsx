import { Link } from "@remix-run/react";
import { PLAN_TASK_PATHS, type TaskView } from "#app/domain/plan-tasks/task-view.ts";
import { sayTaskTime } from "#app/messages/say-task-time.ts";
import { planTasksArea } from "#app/messages/vi/plan-tasks.ts";
import { DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { StandPill } from "./stand-pill.tsx";

/** J14 to J21: one row for each task, what is late first. */
export function TaskTable({ tasks }: { tasks: readonly TaskView[] }) {
  const { planTasks: words } = useMessages(planTasksArea);
  const format = useFormat();
  return (
    <DataTable
      caption={words.title}
      hidesCaption
      rows={tasks}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "content",
          header: words.table.content,
          cell: ({ id, content }) => (
            <Link to={PLAN_TASK_PATHS.one(id)} className="text-accent-ink underline underline-offset-4">
              {content}
            </Link>
          ),
        },
        {
          key: "due",
          header: words.table.due,
          cell: ({ time }) => sayTaskTime(time, words, format),
        },
        { key: "lead", header: words.table.lead, cell: ({ leadUnit }) => leadUnit },
        {
          key: "percent",
          header: words.table.percent,
          isFigure: true,
          cell: ({ percent }) => format.percent(percent * 100),
        },
        { key: "stand", header: words.table.stand, cell: (task) => <StandPill {...task} /> },
      ]}
    />
  );
}
