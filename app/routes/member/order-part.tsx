import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import SquarePen from "lucide-react/icons/square-pen";
import { can } from "#app/domain/access/can.ts";
import { ORDER_PATHS } from "#app/domain/orders/order.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerPartForm } from "#app/features/orders/answer-order-form.server.ts";
import { readPart } from "#app/features/orders/read-orders.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { ordersArea } from "#app/messages/vi/orders.ts";
import { ACTIVITY_PATHS } from "#app/ui/activity/paths.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DescriptionList } from "#app/ui/kit/description-list.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { DirectForm, PerformForms } from "#app/ui/orders/part-forms.tsx";
import { PartPills } from "#app/ui/orders/part-pills.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { part }) => part.content };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "order.read");
  const { communeId, platform, actor, today } = caller;
  if (communeId === null) throw notFound();
  const part = await readPart(caller, idParam(args.params.partId));
  if (part === null) throw notFound();
  const [id = ""] = newIds(caller, 1);
  const mayLog = part.may.perform && can(actor, "activity.log", null, today).ok;
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    part,
    logAt: mayLog && part.activityKey !== null ? ACTIVITY_PATHS.logKind(part.activityKey) : null,
    isOffice: can(actor, "order.give-teams", { communeId }, today).ok,
    id,
    done: new URL(args.request.url).searchParams.has("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "order.read");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const part = await readPart(caller, idParam(args.params.partId));
  const answer = part && (await answerPartForm(caller, part, fields));
  if (!part || !answer) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${ORDER_PATHS.one(part.id)}?xong`);
}

export default function OrderPart() {
  const { live, part, logAt, isOffice, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { orders } = useMessages(ordersArea);
  useLive(live);
  const words = orders.one;
  const format = useFormat();
  const isOpen = part.withdrawReason === null;
  const back =
    isOffice && part.givenTo === "teams"
      ? { to: ORDER_PATHS.ofOffice(part.orderId), label: orders.office.title }
      : { to: ORDER_PATHS.mine, label: orders.title };
  return (
    <Page title={part.content} width="narrow" trail={<Breadcrumb steps={[back]} />}>
      {done && !answer ? <Flash key={part.events.length}>{words.saved}</Flash> : null}
      {part.withdrawReason === null ? null : (
        <Notice tone="warning" title={words.withdrawn(part.withdrawReason)}>
          {null}
        </Notice>
      )}
      <Card>
        <PartPills part={part} />
        {part.detail ? <p className="mt-3 whitespace-pre-line break-words">{part.detail}</p> : null}
        <div className="mt-3">
          <DescriptionList
            items={[
              { term: words.due, value: format.date(part.dueOn) },
              ...(part.memberName ? [{ term: words.who, value: part.memberName }] : []),
              { term: words.team, value: part.teamName },
              ...(part.planTask ? [{ term: words.planTask, value: part.planTask.content }] : []),
              { term: words.by, value: words.byOn(part.issuedBy, format.date(part.issuedOn)) },
            ]}
          />
        </div>
        {logAt ? (
          <LinkButton to={logAt} icon={SquarePen} className="mt-4">
            {words.log}
          </LinkButton>
        ) : null}
      </Card>
      {isOpen && part.may.perform ? <PerformForms key={id} id={id} part={part} answer={answer} /> : null}
      {isOpen && part.may.direct ? (
        <DirectForm key={`${id}-direct`} id={id} part={part} answer={answer} />
      ) : null}
      {part.events.length > 0 ? (
        <Card title={words.history}>
          <ol className="grid gap-4">
            {[...part.events].reverse().map((event) => (
              <li key={event.id} className="border-s-4 border-gold-edge ps-4">
                <p className="font-bold">
                  {words.events[event.kind]}
                  {event.percent === null ? null : `: ${format.percent(event.percent * 100)}`}
                  {event.day === null ? null : `: ${format.date(event.day)}`}
                </p>
                {event.note ? <p className="whitespace-pre-line break-words">{event.note}</p> : null}
                <p className="text-sm text-ink-soft">{words.byOn(event.by, format.moment(event.at))}</p>
              </li>
            ))}
          </ol>
        </Card>
      ) : null}
    </Page>
  );
}
