import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { PLAN_TASK_PATHS } from "#app/domain/plan-tasks/task-view.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { readOrdersOfTask } from "#app/features/orders/find-plan-tasks.server.ts";
import { answerTaskForm, mayReport } from "#app/features/plan-tasks/answer-task-form.server.ts";
import { readTask, readTaskBoard } from "#app/features/plan-tasks/read-tasks.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { sayTaskTime } from "#app/messages/say-task-time.ts";
import { planTasksArea } from "#app/messages/vi/plan-tasks.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DescriptionList } from "#app/ui/kit/description-list.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OrdersOfTask } from "#app/ui/plan-tasks/orders-of-task.tsx";
import { ReportForm } from "#app/ui/plan-tasks/report-form.tsx";
import { ReportHistory } from "#app/ui/plan-tasks/report-history.tsx";
import { StandPill } from "#app/ui/plan-tasks/stand-pill.tsx";
import { TaskForm } from "#app/ui/plan-tasks/task-form.tsx";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { task }) => task.content };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "plan-task.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const task = await readTask(caller, idParam(args.params.taskId));
  if (task === null) throw notFound();
  const mayManage = can(actor, "plan-task.manage", { communeId }, today).ok && task.dropReason === null;
  const [id = ""] = newIds(caller, 1);
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    task,
    today,
    orders: await readOrdersOfTask(caller, task.id),
    mayOrder: can(actor, "order.give-teams", { communeId }, today).ok,
    mayReport: mayReport(caller, task),
    choices: mayManage ? await readTaskBoard(caller) : null,
    id,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "plan-task.report");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const task = await readTask(caller, idParam(args.params.taskId));
  const answer = task && (await answerTaskForm(caller, task, fields));
  if (!task || !answer) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${PLAN_TASK_PATHS.one(task.id)}?xong=${answer.done}`);
}

export default function PlanTask() {
  const {
    live,
    task,
    today,
    orders,
    mayOrder,
    mayReport: isKeeper,
    choices,
    id,
    done,
  } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { planTasks } = useMessages(planTasksArea);
  useLive(live);
  const words = planTasks.one;
  const answerOf = (act: string) => (answer?.values.act === act ? answer : undefined);
  const flashes: Readonly<Record<string, string>> = {
    luu: planTasks.saved,
    "bao-cao": words.reported,
    thoi: words.droppedFlash,
  };
  return (
    <Page
      title={task.content}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: PLAN_TASK_PATHS.board, label: planTasks.title }]} />}
    >
      {done !== null && !answer ? <Flash key={task.reports.length}>{flashes[done]}</Flash> : null}
      {task.dropReason === null ? null : (
        <Notice tone="warning" title={words.dropped(task.dropReason)}>
          {null}
        </Notice>
      )}
      <Facts />
      {isKeeper ? (
        <ReportForm key={id} id={id} task={task} today={today} answer={answerOf("report")} />
      ) : null}
      <OrdersOfTask orders={orders} mayOpen={mayOrder} />
      <ReportHistory task={task} />
      {choices ? (
        <>
          <Disclosure summary={planTasks.edit} isOpen={answerOf("save") !== undefined}>
            <TaskForm
              {...choices}
              key={task.revision}
              id={task.id}
              task={task}
              year={Number(today.slice(0, 4))}
              answer={answerOf("save")}
            />
          </Disclosure>
          <Disclosure summary={words.drop} isOpen={answerOf("drop") !== undefined}>
            <Form method="post" noValidate className="grid gap-5">
              <ErrorSummary problems={answerOf("drop")?.problems} labels={{ reason: words.dropReason }} />
              <TextArea
                name="reason"
                label={words.dropReason}
                hint={words.dropHint}
                rows={2}
                error={answerOf("drop")?.problems.reason}
              />
              <div>
                <SubmitButton name="act" value="drop" variant="danger">
                  {words.drop}
                </SubmitButton>
              </div>
            </Form>
          </Disclosure>
        </>
      ) : null}
    </Page>
  );
}

function Facts() {
  const { task } = useLoaderData<typeof loader>();
  const { planTasks } = useMessages(planTasksArea);
  const words = planTasks.one;
  const format = useFormat();
  const helps = task.coordinatingUnits;
  return (
    <Card>
      <p className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <strong className="text-2xl tabular-nums">{format.percent(task.percent * 100)}</strong>
        <StandPill {...task} />
      </p>
      <DescriptionList
        items={[
          {
            term: words.due,
            value: (
              <>
                {sayTaskTime(task.time, planTasks, format)}
                <span className="block font-normal text-ink-soft">
                  {planTasks.lastDay(format.date(task.lastDay))}
                </span>
              </>
            ),
          },
          { term: words.lead, value: task.leadUnit },
          { term: words.helps, value: helps.length === 0 ? words.none : helps.join("; ") },
          { term: words.keeper, value: task.keeperName ?? words.office },
          { term: words.plan, value: task.planNumber },
        ]}
      />
    </Card>
  );
}
