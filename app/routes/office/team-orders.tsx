import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import Megaphone from "lucide-react/icons/megaphone";
import { ORDER_PATHS } from "#app/domain/orders/order.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerTeamOrder } from "#app/features/orders/answer-order-form.server.ts";
import { readTaskChoices } from "#app/features/orders/find-plan-tasks.server.ts";
import { readKindChoices, readStandingTeams } from "#app/features/orders/read-order-choices.server.ts";
import { readTeamOrders } from "#app/features/orders/read-orders.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { ordersArea } from "#app/messages/vi/orders.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { ChipGroup } from "#app/ui/kit/chip-group.tsx";
import { DataTable } from "#app/ui/kit/data-table.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldList } from "#app/ui/kit/form-answer.ts";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { OrderFields } from "#app/ui/orders/order-fields.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";

export const handle: PageHandle = { title: (say) => say(ordersArea).office.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "order.give-teams");
  if (caller.communeId === null) throw notFound();
  const [id = ""] = newIds(caller, 1);
  return {
    live: await caller.platform.live.readVersions([`commune:${caller.communeId}`]),
    lines: await readTeamOrders(caller),
    teams: await readStandingTeams(caller),
    kinds: await readKindChoices(caller),
    tasks: await readTaskChoices(caller),
    id,
    done: new URL(args.request.url).searchParams.has("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "order.give-teams");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerTeamOrder(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${ORDER_PATHS.office}?xong`);
}

export default function TeamOrders() {
  const { live, lines, teams, kinds, tasks, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { orders, setup } = useMessages(ordersArea, setupArea);
  useLive(live);
  const words = orders.office;
  const format = useFormat();
  const of = (part: number, all: number) => words.of(format.number(part), format.number(all));
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: setup.overview.title }]} />}
    >
      {done && !answer ? <Flash key={lines.length}>{orders.given}</Flash> : null}
      <Disclosure key={id} summary={words.give} isOpen={answer !== undefined}>
        <Form method="post" noValidate className="grid grid-cols-1 gap-5">
          <ErrorSummary
            problems={answer?.problems}
            labels={{
              content: orders.form.content,
              dueOn: orders.form.dueOn,
              planTaskId: orders.form.planTask,
              teamIds: words.teams,
            }}
          />
          <input type="hidden" name="id" value={id} />
          <OrderFields answer={answer} kinds={kinds} tasks={tasks} idPrefix="field" />
          <ChipGroup
            name="teamIds"
            label={words.teams}
            hint={words.teamsHint}
            multiple
            optional="unsaid"
            error={answer?.problems.teamIds}
            choices={teams.map((team) => ({ value: String(team.id), label: team.name }))}
            defaultValues={fieldList(answer, "teamIds")}
          />
          <div>
            <SubmitButton>{orders.form.send}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
      {lines.length === 0 ? (
        <EmptyState icon={Megaphone} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <Card>
          <DataTable
            caption={words.title}
            hidesCaption
            rows={lines}
            rowKey={({ orderId }) => orderId}
            columns={[
              {
                key: "content",
                header: words.table.content,
                cell: ({ orderId, content, isWithdrawn }) => (
                  <>
                    <Link
                      to={ORDER_PATHS.ofOffice(orderId)}
                      className="text-accent-ink underline underline-offset-4"
                    >
                      {content}
                    </Link>
                    {isWithdrawn ? ` (${orders.takenBack})` : null}
                  </>
                ),
              },
              { key: "due", header: words.table.due, cell: ({ dueOn }) => format.date(dueOn) },
              {
                key: "seen",
                header: words.table.seen,
                isFigure: true,
                cell: (line) => of(line.seen, line.teams),
              },
              {
                key: "done",
                header: words.table.done,
                isFigure: true,
                cell: (line) => of(line.done, line.teams),
              },
              {
                key: "late",
                header: words.table.late,
                isFigure: true,
                cell: ({ late }) => format.number(late),
              },
            ]}
          />
        </Card>
      )}
    </Page>
  );
}
