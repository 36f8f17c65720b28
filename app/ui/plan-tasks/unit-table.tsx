import { Link } from "@remix-run/react";
import type { UnitWork } from "#app/domain/plan-tasks/plan-task.ts";
import { PLAN_TASK_PATHS } from "#app/domain/plan-tasks/task-view.ts";
import { planTasksArea } from "#app/messages/vi/plan-tasks.ts";
import { DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** J21: what each unit leads and helps with. */
export function UnitTable({ units }: { units: readonly UnitWork[] }) {
  const { planTasks } = useMessages(planTasksArea);
  const words = planTasks.units;
  const { number } = useFormat();
  const figure = (key: "leads" | "helps" | "done" | "overdue") => ({
    key,
    header: words[key],
    isFigure: true,
    cell: (unit: UnitWork) => number(unit[key]),
  });
  return (
    <DataTable
      caption={words.title}
      hidesCaption
      rows={units}
      rowKey={({ unit }) => unit}
      columns={[
        {
          key: "unit",
          header: words.unit,
          cell: ({ unit }) => (
            <Link
              to={`${PLAN_TASK_PATHS.board}?don-vi=${encodeURIComponent(unit)}`}
              className="text-accent-ink underline underline-offset-4"
            >
              {unit}
            </Link>
          ),
        },
        figure("leads"),
        figure("helps"),
        figure("done"),
        figure("overdue"),
      ]}
    />
  );
}
