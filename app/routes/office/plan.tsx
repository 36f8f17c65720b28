import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import ScrollText from "lucide-react/icons/scroll-text";
import { can } from "#app/domain/access/can.ts";
import { makeId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { planHeadSchema } from "#app/features/plans/plan.schema.ts";
import { fieldOfHead } from "#app/features/plans/plan-fields.ts";
import { readPlans } from "#app/features/plans/read-plans.server.ts";
import { writePlan } from "#app/features/plans/write-plan.server.ts";
import { plansArea } from "#app/messages/vi/plans.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { PlanHeadForm } from "#app/ui/plans/plan-head-form.tsx";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";

export const handle: PageHandle = { title: (say) => say(plansArea).title };

const PATH = "/van-phong/ke-hoach";

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "plan.read");
  const { platform, communeId, actor, today, now } = caller;
  if (communeId === null) throw notFound();
  return {
    plans: await readPlans(platform, caller.scope("plans.read")),
    mayEdit: can(actor, "plan.edit", { communeId }, today).ok,
    id: makeId(now.getTime(), platform.random.bytes(10)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "plan.edit");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, planHeadSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { replacesId = null, legalBases = "", ...head } = form.value;
  const verdict = await writePlan(caller.platform, caller.scope("plans.write"), {
    ...head,
    replacesId,
    legalBases,
    revision: 0,
  });
  if (!verdict.ok) return askAgain({ [fieldOfHead(verdict.code)]: verdict }, form.values);
  return goOn(`${PATH}/${head.id}?xong=luu`);
}

export default function Plans() {
  const { plans, mayEdit, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { plans: words } = useMessages(plansArea);
  const format = useFormat();
  return (
    <Page trail={<OfficeTrail />} title={words.title} lead={words.lead}>
      {plans.length === 0 ? (
        <EmptyState icon={ScrollText} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : (
        plans.map((plan) => (
          <Card key={plan.id} title={<TextLink to={`${PATH}/${plan.id}`}>{plan.title}</TextLink>}>
            <p>{words.headLine(plan.number, format.date(plan.issuedOn))}</p>
            <p className="text-ink-soft">
              {words.span(format.date(plan.startsOn), format.date(plan.endsOn))}
            </p>
            {plan.replacesNumber ? <p>{words.replacesLine(plan.replacesNumber)}</p> : null}
          </Card>
        ))
      )}
      {mayEdit ? (
        <PlanHeadForm
          title={words.add}
          lead={words.addLead}
          problems={answer?.problems ?? {}}
          values={{ id, ...answer?.values }}
          others={plans}
        />
      ) : null}
    </Page>
  );
}
