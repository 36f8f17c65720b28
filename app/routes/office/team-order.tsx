import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ORDER_PATHS } from "#app/domain/orders/order.ts";
import { PLAN_TASK_PATHS } from "#app/domain/plan-tasks/task-view.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerWithdrawal } from "#app/features/orders/answer-order-form.server.ts";
import { readTeamOrder } from "#app/features/orders/read-orders.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { ordersArea } from "#app/messages/vi/orders.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DataTable } from "#app/ui/kit/data-table.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldOf } from "#app/ui/kit/form-answer.ts";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { useFormat, useMessages, useTerms } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { PartPills } from "#app/ui/orders/part-pills.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { order }) => order.content };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "order.give-teams");
  if (caller.communeId === null) throw notFound();
  const order = await readTeamOrder(caller, idParam(args.params.orderId));
  if (order === null) throw notFound();
  return {
    live: await caller.platform.live.readVersions([`commune:${caller.communeId}`]),
    order,
    done: new URL(args.request.url).searchParams.has("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "order.give-teams");
  const orderId = idParam(args.params.orderId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  if ((await readTeamOrder(caller, orderId)) === null) throw notFound();
  const answer = await answerWithdrawal(caller, orderId, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${ORDER_PATHS.ofOffice(orderId)}?xong`);
}

export default function TeamOrder() {
  const { live, order, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { orders } = useMessages(ordersArea);
  useLive(live);
  const words = orders.office;
  const terms = useTerms();
  const format = useFormat();
  return (
    <Page
      title={order.content}
      lead={order.detail ?? undefined}
      trail={<Breadcrumb steps={[{ to: ORDER_PATHS.office, label: words.title }]} />}
    >
      {done && !answer ? <Flash>{words.withdrawn}</Flash> : null}
      <Card>
        {order.planTask === null ? null : (
          <p className="mb-4">
            {orders.one.planTask}:{" "}
            <Link
              to={PLAN_TASK_PATHS.one(order.planTask.id)}
              className="text-accent-ink underline underline-offset-4"
            >
              {order.planTask.content}
            </Link>
          </p>
        )}
        <p className="mb-4 text-ink-soft">{words.remindAll}</p>
        <DataTable
          caption={order.content}
          hidesCaption
          rows={order.parts}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "team",
              header: words.parts(terms),
              cell: ({ id, villageName, teamName }) => (
                <Link to={ORDER_PATHS.one(id)} className="text-accent-ink underline underline-offset-4">
                  {villageName ?? teamName}
                </Link>
              ),
            },
            { key: "due", header: words.table.due, cell: ({ dueOn }) => format.date(dueOn) },
            {
              key: "seen",
              header: words.table.seen,
              cell: ({ seenAt }) => (seenAt === null ? orders.notSeen : format.moment(seenAt)),
            },
            { key: "state", header: words.state, cell: (part) => <PartPills part={part} /> },
          ]}
        />
      </Card>
      {order.withdrawReason === null ? (
        <Disclosure summary={words.withdraw} isOpen={answer !== undefined}>
          <Form method="post" noValidate className="grid gap-5">
            <ErrorSummary problems={answer?.problems} labels={{ reason: words.reason }} />
            <TextArea {...fieldOf(answer, "reason")} label={words.reason} rows={2} />
            <div>
              <SubmitButton variant="danger">{words.withdraw}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </Page>
  );
}
