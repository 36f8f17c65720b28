import type { LocalDate } from "../calendar/local-date.ts";
import type { TaskProgress, TaskReport, TaskTime, UnitWork } from "./plan-task.ts";

/** Written out in remix.config.js. */
export const PLAN_TASK_PATHS = {
  board: "/van-phong/nhiem-vu",
  workbook: "/van-phong/nhiem-vu.xlsx",
  one: (taskId: string) => `/van-phong/nhiem-vu/${taskId}`,
  file: (taskId: string, fileId: string) => `/van-phong/nhiem-vu/${taskId}/tep/${fileId}`,
} as const;

export interface TaskReportView extends TaskReport {
  readonly id: string;
  readonly note: string | null;
  readonly link: string | null;
  readonly fileId: string | null;
  readonly fileName: string | null;
  readonly by: string;
}

export interface TaskView extends TaskProgress {
  readonly id: string;
  readonly planId: string;
  readonly planNumber: string;
  readonly content: string;
  readonly time: TaskTime;
  readonly lastDay: LocalDate;
  readonly since: LocalDate;
  readonly leadUnit: string;
  readonly coordinatingUnits: readonly string[];
  readonly keeperId: string | null;
  readonly keeperName: string | null;
  readonly revision: number;
  readonly dropReason: string | null;
  /** In the order they were made. */
  readonly reports: readonly TaskReportView[];
}

/** Who may be asked to tell how far a task is. */
export interface Keeper {
  readonly id: string;
  readonly name: string;
}

export interface TaskBoard {
  readonly tasks: readonly TaskView[];
  readonly units: readonly UnitWork[];
  readonly plans: readonly { readonly id: string; readonly number: string; readonly title: string }[];
  readonly keepers: readonly Keeper[];
  /** Names a unit may be chosen by: those of the plan's tasks and the bodies of the commune. */
  readonly unitNames: readonly string[];
}
