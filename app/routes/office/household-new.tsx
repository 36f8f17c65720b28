import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { addHousehold } from "#app/features/households/add-household.server.ts";
import { factsOf } from "#app/features/households/household-form.server.ts";
import { problemsOf } from "#app/features/households/household-problems.ts";
import { householdQuery } from "#app/features/households/household-query.server.ts";
import { newHouseholdSchema } from "#app/features/households/households.schema.ts";
import { HOUSEHOLD_PATHS } from "#app/features/households/paths.ts";
import { readVillageHouseholds } from "#app/features/households/read-village-households.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { newIds, numberParam } from "#app/features/roster/read-params.server.ts";
import { householdsArea } from "#app/messages/vi/households.ts";
import { HouseholdFields, useHouseholdLabels } from "#app/ui/households/household-fields.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { type FormAnswer, fieldOf, fieldText } from "#app/ui/kit/form-answer.ts";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(householdsArea).form.add };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "household.manage");
  const everything = householdQuery(new URLSearchParams());
  const list = await readVillageHouseholds(caller, numberParam(args.params.villageId), everything);
  if (!list) throw notFound();
  const { village, nextCode, lanes } = list;
  return { village, nextCode, lanes, id: newIds(caller, 1)[0] ?? "", today: caller.today };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "household.manage");
  const villageId = numberParam(args.params.villageId);
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, newHouseholdSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { id, validFrom } = form.value;
  const verdict = await inRoster(caller, "households.add", (tx, act) =>
    addHousehold(tx, caller.platform.keys, act, { id, villageId, validFrom, ...factsOf(form.value) }),
  );
  if (!verdict.ok && verdict.code === "not_permitted") throw notFound();
  if (!verdict.ok) return askAgain(problemsOf(verdict), form.values);
  return goOn(`${HOUSEHOLD_PATHS.village(villageId)}?xong=1`);
}

export default function NewHousehold() {
  const { village, nextCode, lanes, id, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const words = useMessages(householdsArea).households;
  const labels = useHouseholdLabels();
  return (
    <Page width="narrow">
      <Breadcrumb
        steps={[
          { to: HOUSEHOLD_PATHS.register, label: words.title },
          { to: HOUSEHOLD_PATHS.village(village.id), label: village.name },
        ]}
      />
      <FormCard title={words.form.add} problems={answer?.problems} labels={labels}>
        <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
        <HouseholdFields answer={answer} stored={{ code: nextCode, adults: 2 }} lanes={lanes} isNew />
        <TextField {...fieldOf(answer, "validFrom", today)} type="date" label={words.form.from} />
        <SubmitButton block>{words.form.save}</SubmitButton>
      </FormCard>
    </Page>
  );
}
