import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import ListChecks from "lucide-react/icons/list-checks";
import { ORDER_PATHS } from "#app/domain/orders/order.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerMemberOrder } from "#app/features/orders/answer-order-form.server.ts";
import { readTaskChoices } from "#app/features/orders/find-plan-tasks.server.ts";
import { readKindChoices, readLedTeams } from "#app/features/orders/read-order-choices.server.ts";
import { readOwnOrders } from "#app/features/orders/read-orders.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { ordersArea } from "#app/messages/vi/orders.ts";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { Pill } from "#app/ui/kit/pill.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { MemberOrderForm } from "#app/ui/orders/member-order-form.tsx";
import { PartList } from "#app/ui/orders/part-list.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(ordersArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "order.read");
  if (caller.communeId === null) throw notFound();
  const [id = ""] = newIds(caller, 1);
  const teams = await readLedTeams(caller);
  return {
    live: await caller.platform.live.readVersions([`commune:${caller.communeId}`]),
    ...(await readOwnOrders(caller)),
    teams,
    kinds: teams.length > 0 ? await readKindChoices(caller) : [],
    tasks: teams.length > 0 ? await readTaskChoices(caller) : [],
    id,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "order.give");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerMemberOrder(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${ORDER_PATHS.mine}?xong=${answer.done}`);
}

export default function Orders() {
  const { live, mine, given, teams, kinds, tasks, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { orders: words } = useMessages(ordersArea);
  useLive(live);
  const late = given.filter(({ daysLate }) => daysLate !== null).length;
  return (
    <Page title={words.title} lead={words.lead} width="narrow">
      {done !== null && !answer ? <Flash key={given.length}>{words.given}</Flash> : null}
      {mine.length === 0 ? (
        <EmptyState icon={ListChecks} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <section className="grid gap-3">
          {teams.length > 0 ? <h2 className="text-xl">{words.mineTitle}</h2> : null}
          <PartList parts={mine} shows="giver" />
        </section>
      )}
      {teams.map((team) => {
        const own = answer?.values.teamId === String(team.id) ? answer : undefined;
        return (
          <Disclosure
            key={`${team.id}-${id}`}
            summary={teams.length > 1 ? `${words.give}: ${team.name}` : words.give}
            isOpen={own !== undefined}
          >
            <MemberOrderForm id={id} team={team} kinds={kinds} tasks={tasks} answer={own} />
          </Disclosure>
        );
      })}
      {teams.length > 0 ? (
        <section className="grid gap-3">
          <h2 className="flex flex-wrap items-center gap-3 text-xl">
            {words.givenTitle}
            {late > 0 ? <Pill tone="danger">{words.lateTitle(late)}</Pill> : null}
          </h2>
          {given.length === 0 ? (
            <p className="text-ink-soft">{words.noneGiven}</p>
          ) : (
            <PartList parts={given} shows="doer" />
          )}
        </section>
      ) : null}
    </Page>
  );
}
