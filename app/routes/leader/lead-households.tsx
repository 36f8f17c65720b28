import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import Handshake from "lucide-react/icons/handshake";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import {
  linkHouseholds,
  markLead,
  readLeads,
  unmarkLead,
} from "#app/features/products/lead-households.server.ts";
import { leadSchema, linkSchema } from "#app/features/products/product.schema.ts";
import { newIds, optionalNumber } from "#app/features/roster/read-params.server.ts";
import { productsArea } from "#app/messages/vi/products.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { LeadCard } from "#app/ui/products/lead-card.tsx";
import { PRODUCT_PATHS } from "#app/ui/products/paths.ts";

export const handle: PageHandle = { title: (say) => say(productsArea).leads.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "market.read");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const board = await readLeads(caller, optionalNumber(query.get("thon")));
  if (!board) throw notFound();
  return { live, board, id: newIds(caller, 1)[0] ?? "", done: query.get("xong") };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "market.keep");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const back = `${new URL(args.request.url).search.replace(/[?&]xong=[^&]*/, "") || "?"}&xong=ghi`;
  if (fields.get("act") === "link") {
    const form = await readForm(fields, linkSchema);
    if (!form.ok) return askAgain(form.problems, form.values);
    const verdict = await linkHouseholds(caller, form.value);
    if (verdict.ok) return goOn(`${PRODUCT_PATHS.leads}${back}`);
    if (verdict.code === "not_permitted") throw notFound();
    const { ok: _, ...rejection } = verdict;
    return askAgain({ ledId: rejection }, form.values);
  }
  const form = await readForm(fields, leadSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { householdId } = form.value;
  if (fields.get("act") === "end") {
    if (fields.get("sure") !== "yes")
      return askAgain({ sure: { code: "required" } }, { leadId: householdId });
    if (!(await unmarkLead(caller, householdId)).ok) throw notFound();
    return goOn(`${PRODUCT_PATHS.leads}${back}`);
  }
  const verdict = await markLead(caller, householdId);
  if (verdict.ok) return goOn(`${PRODUCT_PATHS.leads}${back}`);
  if (verdict.code === "not_permitted") throw notFound();
  const { ok: _, ...rejection } = verdict;
  return askAgain({ householdId: rejection }, form.values);
}

export default function LeadHouseholds() {
  const { live, board, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const words = useMessages(productsArea).products;
  const { number } = useFormat();
  useLive(live);
  const { village, villages, leads, led, reached, mayKeep, others } = board;
  return (
    <Page
      title={words.leads.titleOf(village.name)}
      lead={words.leads.lead}
      trail={<Breadcrumb steps={[{ to: PRODUCT_PATHS.all, label: words.title }]} />}
    >
      {done === "ghi" && !answer ? <Flash key={`${leads.length}/${led}`}>{words.leads.saved}</Flash> : null}
      {villages.length > 1 ? (
        <nav aria-label={words.leads.title} className="flex flex-wrap gap-2">
          {villages.map((each) => (
            <LinkButton
              key={each.id}
              to={PRODUCT_PATHS.leadsOf(each.id)}
              variant={each.id === village.id ? "primary" : "secondary"}
              size="small"
            >
              {each.name}
            </LinkButton>
          ))}
        </nav>
      ) : null}
      <div className="pairs-on-phone grid gap-3 lg:grid-cols-4 lg:gap-4">
        <StatTile label={words.leads.count} value={number(leads.length)} />
        <StatTile label={words.leads.led} value={number(led)} />
        <StatTile label={words.leads.reached} value={number(reached)} />
      </div>
      {leads.length === 0 ? (
        <EmptyState icon={Handshake} title={words.leads.noneTitle}>
          {words.leads.noneBody}
        </EmptyState>
      ) : (
        <div className="grid gap-4 lg:grid-cols-2">
          {leads.map((lead) => (
            <LeadCard
              key={lead.id}
              lead={lead}
              id={id}
              others={others}
              mayKeep={mayKeep}
              problems={answer?.values.leadId === lead.id ? answer.problems : undefined}
            />
          ))}
        </div>
      )}
      {mayKeep && others.length > 0 ? (
        <Disclosure key={id} summary={words.leads.mark} isOpen={answer?.problems.householdId !== undefined}>
          <Form method="post" noValidate className="grid gap-4">
            <SelectField
              name="householdId"
              label={words.leads.household}
              error={answer?.problems.householdId}
              choices={others.map((each) => ({
                value: each.id,
                label: words.leads.code(each.code, each.head),
              }))}
            />
            <div>
              <SubmitButton name="act" value="mark">
                {words.leads.markSubmit}
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </Page>
  );
}
