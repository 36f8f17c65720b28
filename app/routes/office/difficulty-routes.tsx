import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { DIFFICULTY_FIELDS } from "#app/domain/difficulties/difficulty.ts";
import { DIFFICULTY_PATHS } from "#app/domain/difficulties/difficulty-view.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { routeFieldSchema } from "#app/features/difficulties/difficulty.schema.ts";
import { readRoutes, writeRoute } from "#app/features/difficulties/difficulty-routes.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { difficultiesArea } from "#app/messages/vi/difficulties.ts";
import { UnitFields } from "#app/ui/difficulties/unit-fields.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldText } from "#app/ui/kit/form-answer.ts";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(difficultiesArea).routes.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "difficulty.route");
  if (caller.communeId === null) throw notFound();
  return { ...(await readRoutes(caller)), done: new URL(args.request.url).searchParams.has("xong") };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "difficulty.route");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, routeFieldSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { keepers } = await readRoutes(caller);
  if (form.value.keeperId !== undefined && !keepers.some(({ id }) => id === form.value.keeperId))
    return askAgain({ keeperId: { code: "not_chosen" } }, form.values);
  await writeRoute(caller, form.value);
  return goOn(`${DIFFICULTY_PATHS.routes}?xong`);
}

export default function DifficultyRoutes() {
  const { routes, keepers, unitNames, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const words = useMessages(difficultiesArea).difficulties;
  const keeperName = (id: string | null) => keepers.find((keeper) => keeper.id === id)?.name ?? null;
  return (
    <Page
      title={words.routes.title}
      lead={words.routes.lead}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: DIFFICULTY_PATHS.list, label: words.title }]} />}
    >
      {done && !answer ? <Flash>{words.routes.saved}</Flash> : null}
      <Card>
        <ul className="grid gap-5">
          {DIFFICULTY_FIELDS.map((field) => {
            const route = routes.find((each) => each.field === field);
            const own = answer?.values.field === field ? answer : undefined;
            const who = [route?.unitName ?? words.routes.none, keeperName(route?.keeperId ?? null)];
            return (
              <li key={field}>
                <p className="font-bold">{words.fields[field]}</p>
                <p className="mb-2 text-ink-soft">{who.filter(Boolean).join(" · ")}</p>
                <Disclosure
                  summary={`${words.routes.title}: ${words.fields[field]}`}
                  isOpen={own !== undefined}
                >
                  <Form method="post" noValidate className="grid grid-cols-1 gap-5">
                    <ErrorSummary
                      problems={own?.problems}
                      labels={{ unitName: words.routes.unit, keeperId: words.routes.keeper }}
                    />
                    <input type="hidden" name="field" value={field} />
                    <UnitFields
                      unit={{ name: "unitName", value: fieldText(own, "unitName", route?.unitName ?? null) }}
                      keeper={{
                        name: "keeperId",
                        value: fieldText(own, "keeperId", route?.keeperId ?? null),
                      }}
                      keepers={keepers}
                      unitNames={unitNames}
                      problems={own?.problems}
                      idPrefix={own ? "field" : field}
                    />
                    <div>
                      <SubmitButton>{words.routes.save}</SubmitButton>
                    </div>
                  </Form>
                </Disclosure>
              </li>
            );
          })}
        </ul>
      </Card>
    </Page>
  );
}
