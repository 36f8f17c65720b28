import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { choosePlan } from "#app/features/communes/choose-plan.server.ts";
import { readCommune } from "#app/features/communes/read-commune.server.ts";
import { planForm } from "#app/features/communes/setup.schema.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { PlanChoice } from "#app/ui/setup/plan-choice.tsx";
import { SetupPage } from "#app/ui/setup/setup-page.tsx";
import { askAgain } from "./answer-form.server.ts";
import { goOnInSetup } from "./go-on-in-setup.server.ts";
import { planFaces } from "./plan-faces.server.ts";

export const handle: PageHandle = { title: (say) => say(setupArea).steps.names.plan };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  const { presetId, isSetUp } = await readCommune(caller.platform, caller.scope("communes.read-commune"));
  return { plans: planFaces(), presetId, isSetUp };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  const form = await readForm(args.request, planForm);
  if (!form.ok) return askAgain(form.problems, form.values, {});
  const verdict = await choosePlan(caller.platform, caller.scope("communes.choose-plan"), form.value.preset);
  if (verdict.ok) throw await goOnInSetup(caller);
  return askAgain({ form: verdict }, form.values, {});
}

export default function SetupPlan() {
  const { plans, presetId, isSetUp } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { setup } = useMessages(setupArea);
  const shown = isSetUp ? plans.filter(({ id }) => id === presetId) : plans;
  return (
    <SetupPage step="plan" isSetUp={isSetUp} width="normal">
      {isSetUp ? <Notice>{setup.plan.fixed}</Notice> : null}
      <Form method="post" noValidate className="grid gap-6">
        <ErrorSummary problems={answer?.problems} labels={{ preset: setup.plan.label }} />
        <PlanChoice plans={shown} chosen={presetId} error={answer?.problems.preset} />
        {isSetUp ? null : (
          <SubmitButton size="large" className="justify-self-start max-sm:w-full">
            {setup.saveAndGoOn}
          </SubmitButton>
        )}
      </Form>
    </SetupPage>
  );
}
