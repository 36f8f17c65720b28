import type { Paper } from "#app/domain/documents/paper.ts";
import type { TaskBoard, TaskView } from "#app/domain/plan-tasks/task-view.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findSetting } from "#app/features/communes/read-settings.server.ts";
import { faceOfCommune } from "#app/features/documents/paper-face.ts";
import { makeFormat } from "#app/messages/format.ts";
import type { planTasksPaperWords } from "#app/messages/plan-tasks-paper.ts";
import { sayMonth, sayTaskTime } from "#app/messages/say-task-time.ts";

type Words = typeof planTasksPaperWords;

/** The board as a paper: every task with its units, and the units with their counts. */
export async function makeTaskPaper(caller: Caller, board: TaskBoard, words: Words): Promise<Paper> {
  const scope = caller.scope("plan-tasks.make-paper");
  const header = await caller.platform.db.withCommunes(
    scope,
    async (tx) => (await findSetting(tx, onlyCommune(scope), "document_header")).value,
  );
  const numbers = [...new Set(board.tasks.map(({ planNumber }) => planNumber))].join(", ");
  return {
    ...faceOfCommune(header, caller.today),
    number: null,
    type: words.type,
    subject: words.subject(numbers),
    attachedTo: null,
    bases: [],
    addressees: null,
    blocks: [
      { is: "table", table: tableOfTasks(board.tasks, words) },
      { is: "paragraph", text: words.asOf(makeFormat("vi").date(caller.today)), look: "italic" },
      { is: "table", table: tableOfUnits(board, words) },
    ],
    annexes: [],
    check: null,
    isAcross: true,
  };
}

function tableOfTasks(tasks: readonly TaskView[], { words, headings, sheet }: Words) {
  const format = makeFormat("vi");
  return {
    name: sheet,
    caption: null,
    total: null,
    columns: [
      { heading: headings.number, width: 4, kind: "whole", isCentred: true },
      { heading: headings.content, width: 26, kind: "text" },
      { heading: headings.lead, width: 14, kind: "text" },
      { heading: headings.helps, width: 14, kind: "text" },
      { heading: headings.due, width: 11, kind: "text" },
      { heading: headings.lastDay, width: 9, kind: "text", isCentred: true },
      { heading: headings.percent, width: 7, kind: "share" },
      { heading: headings.stand, width: 11, kind: "text" },
      { heading: headings.result, width: 18, kind: "text" },
    ],
    groups: [
      {
        title: null,
        rows: tasks.map((task, index) => {
          const months = task.missed.map((month) => sayMonth(month, words)).join(", ");
          const late = task.daysLate === null ? "" : words.daysLate(task.daysLate);
          const told = task.reports.at(-1);
          return [
            index + 1,
            task.content,
            task.leadUnit,
            task.coordinatingUnits.join("; "),
            sayTaskTime(task.time, words, format),
            format.date(task.lastDay),
            task.percent * 100,
            [words.stands[task.stand], months === "" ? late : words.missed(months)]
              .filter(Boolean)
              .join(": "),
            [told?.note, told?.link, told?.fileName].filter(Boolean).join("; "),
          ];
        }),
      },
    ],
  } as const;
}

function tableOfUnits({ units }: TaskBoard, { words, unitSheet }: Words) {
  const heading = words.units;
  return {
    name: unitSheet,
    caption: heading.title,
    total: null,
    columns: [
      { heading: heading.unit, width: 40, kind: "text" },
      { heading: heading.leads, width: 12, kind: "whole" },
      { heading: heading.helps, width: 12, kind: "whole" },
      { heading: heading.done, width: 12, kind: "whole" },
      { heading: heading.overdue, width: 12, kind: "whole" },
    ],
    groups: [
      {
        title: null,
        rows: units.map(({ unit, leads, helps, done, overdue }) => [unit, leads, helps, done, overdue]),
      },
    ],
  } as const;
}
