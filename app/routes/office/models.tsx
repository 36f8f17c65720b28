import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Sprout from "lucide-react/icons/sprout";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { readModels, writeModel } from "#app/features/market-register/digital-models.server.ts";
import { modelSchema } from "#app/features/market-register/market.schema.ts";
import { MARKET_PATHS } from "#app/features/market-register/paths.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { TITLE_PATHS } from "#app/features/titles/paths.ts";
import { marketArea } from "#app/messages/vi/market.ts";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldText } from "#app/ui/kit/form-answer.ts";
import { Pill } from "#app/ui/kit/pill.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { ModelForm } from "#app/ui/market/model-form.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(marketArea).models.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "model.manage");
  if (caller.communeId === null) throw notFound();
  const [id = ""] = newIds(caller, 1);
  return {
    ...(await readModels(caller)),
    id,
    today: caller.today,
    isDone: new URL(args.request.url).searchParams.has("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "model.manage");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, modelSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { evidence = null, ...facts } = form.value;
  const verdict = await writeModel(caller, { ...facts, evidence });
  if (verdict.ok) return goOn(`${MARKET_PATHS.models}?xong`);
  if (verdict.code === "not_permitted") throw notFound();
  return askAgain({ startedOn: verdict }, form.values);
}

export default function Models() {
  const { models, villages, id, today, isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { market, titles } = useMessages(marketArea, titlesArea);
  const words = market.models;
  const format = useFormat();
  const refused = fieldText(answer, "id");
  const of = (modelId: string) => (refused === modelId ? answer : undefined);
  const isNew = answer !== undefined && !models.some((model) => model.id === refused);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: TITLE_PATHS.all, label: titles.title }]} />}
    >
      {isDone && !answer ? <Flash key={id}>{words.saved}</Flash> : null}
      {models.length === 0 ? (
        <EmptyState icon={Sprout} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      {models.map((model) => (
        <Card
          key={model.id}
          title={model.name}
          aside={
            <span className="flex flex-wrap gap-2">
              {model.isExample ? <Pill tone="gold">{words.example}</Pill> : null}
              <Pill tone={model.state === "replicated" ? "accent" : "neutral"}>
                {words.states[model.state]}
              </Pill>
            </span>
          }
        >
          <p className="text-ink-soft">
            {model.villageName} · {format.date(model.startedOn)}
          </p>
          {model.evidence === null ? null : <p className="mt-1">{model.evidence}</p>}
          <div className="mt-4">
            <Disclosure summary={words.changeOf(model.name)} isOpen={refused === model.id}>
              <ModelForm
                id={model.id}
                today={today}
                villages={villages}
                stored={model}
                answer={of(model.id)}
              />
            </Disclosure>
          </div>
        </Card>
      ))}
      <Disclosure key={id} summary={words.add} isOpen={isNew}>
        <ModelForm
          id={isNew ? refused : id}
          today={today}
          villages={villages}
          stored={null}
          answer={isNew ? answer : undefined}
        />
      </Disclosure>
    </Page>
  );
}
