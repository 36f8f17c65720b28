import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import ListTodo from "lucide-react/icons/list-todo";
import { can } from "#app/domain/access/can.ts";
import { PLAN_TASK_PATHS, type TaskView } from "#app/domain/plan-tasks/task-view.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerBoardForm } from "#app/features/plan-tasks/answer-task-form.server.ts";
import { readTaskBoard } from "#app/features/plan-tasks/read-tasks.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { planTasksArea } from "#app/messages/vi/plan-tasks.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { FilterLinks } from "#app/ui/kit/filter-links.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { PrintButton } from "#app/ui/kit/print-button.tsx";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TaskForm } from "#app/ui/plan-tasks/task-form.tsx";
import { TaskTable } from "#app/ui/plan-tasks/task-table.tsx";
import { UnitTable } from "#app/ui/plan-tasks/unit-table.tsx";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";

export const handle: PageHandle = { title: (say) => say(planTasksArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "plan-task.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const unit = query.get("don-vi");
  const [id = ""] = newIds(caller, 1);
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    board: await readTaskBoard(caller),
    unit,
    onlyOverdue: query.get("xem") === "tre",
    mayManage: can(actor, "plan-task.manage", { communeId }, today).ok,
    year: Number(today.slice(0, 4)),
    id,
    done: query.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "plan-task.manage");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerBoardForm(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${PLAN_TASK_PATHS.board}?xong=${answer.done}`);
}

export default function PlanTasks() {
  const { live, board, unit, onlyOverdue, mayManage, year, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { planTasks: words, setup } = useMessages(planTasksArea, setupArea);
  useLive(live);
  const { tasks, units, plans } = board;
  const isOf = (task: TaskView) =>
    unit === null || task.leadUnit === unit || task.coordinatingUnits.includes(unit);
  const shown = tasks.filter((task) => isOf(task) && (!onlyOverdue || task.stand === "overdue"));
  const late = shown.filter(({ stand }) => stand === "overdue");
  const sorted = [...late, ...shown.filter(({ stand }) => stand !== "overdue")];
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: setup.overview.title }]} />}
      actions={
        tasks.length > 0 ? (
          <>
            <LinkButton
              to={PLAN_TASK_PATHS.workbook}
              reloadDocument
              variant="secondary"
              icon={FileSpreadsheet}
            >
              {words.workbook}
            </LinkButton>
            <PrintButton label={words.print} />
          </>
        ) : undefined
      }
    >
      {done !== null && !answer ? (
        <Flash key={tasks.length}>{done === "lay-moc" ? words.taken : words.saved}</Flash>
      ) : null}
      {tasks.length === 0 ? (
        <EmptyState icon={ListTodo} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <Tiles />
          <Card>
            <div className="mb-5 grid gap-3">
              <FilterLinks
                label={words.filterLabel}
                choices={[
                  { to: PLAN_TASK_PATHS.board, text: words.showAll, isChosen: unit === null && !onlyOverdue },
                  { to: "?xem=tre", text: words.overdueOnly, isChosen: onlyOverdue },
                  ...(unit === null ? [] : [{ to: "", text: unit, isChosen: true }]),
                ]}
              />
            </div>
            {sorted.length === 0 ? (
              <p className="text-ink-soft">{words.noneHere}</p>
            ) : (
              <TaskTable tasks={sorted} />
            )}
          </Card>
          <Card title={words.units.title}>
            <UnitTable units={units} />
          </Card>
        </>
      )}
      {mayManage && plans[0] ? (
        <>
          <Disclosure summary={words.add} isOpen={answer !== undefined}>
            <TaskForm {...board} key={id} id={id} task={null} year={year} answer={answer} />
          </Disclosure>
          <Form method="post">
            <input type="hidden" name="planId" value={plans[0].id} />
            <SubmitButton name="act" value="milestones" variant={tasks.length === 0 ? "primary" : "quiet"}>
              {words.takeMilestones}
            </SubmitButton>
          </Form>
        </>
      ) : null}
    </Page>
  );
}

function Tiles() {
  const { board } = useLoaderData<typeof loader>();
  const { planTasks } = useMessages(planTasksArea);
  const { number } = useFormat();
  const words = planTasks.tiles;
  const { tasks } = board;
  const count = (...stands: TaskView["stand"][]) =>
    number(tasks.filter(({ stand }) => stands.includes(stand)).length);
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:gap-4">
      <StatTile label={words.all} value={number(tasks.length)} />
      <StatTile label={words.overdue} value={count("overdue")} to={`${PLAN_TASK_PATHS.board}?xem=tre`} />
      <StatTile label={words.done} value={count("done", "done_late")} />
      <StatTile
        label={words.continuous}
        value={number(tasks.filter(({ time }) => time.kind === "all_year").length)}
      />
    </div>
  );
}
