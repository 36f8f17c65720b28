import type { TaskProgress, TaskStand } from "#app/domain/plan-tasks/plan-task.ts";
import { sayMonth } from "#app/messages/say-task-time.ts";
import { planTasksArea } from "#app/messages/vi/plan-tasks.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";

const TONES: Readonly<Record<TaskStand, Tone>> = {
  waiting: "neutral",
  under_way: "info",
  overdue: "danger",
  done: "accent",
  done_late: "gold",
  to_tick: "gold",
  ticked: "accent",
};

/** Where a task stands, and by how much it is late. */
export function StandPill({ stand, missed, daysLate }: Omit<TaskProgress, "percent">) {
  const { planTasks: words } = useMessages(planTasksArea);
  const months = missed.map((month) => sayMonth(month, words)).join(", ");
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <Pill tone={TONES[stand]}>{words.stands[stand]}</Pill>
      {stand === "overdue" && daysLate !== null ? (
        <span className="text-sm text-danger-ink">
          {missed.length > 0 ? words.missed(months) : words.daysLate(daysLate)}
        </span>
      ) : null}
    </span>
  );
}
