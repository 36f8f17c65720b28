import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { DEFAULT_PRESET_ID } from "#app/domain/plan/plan-preset.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import { planForm } from "#app/features/communes/setup.schema.ts";
import { workInCommune } from "#app/features/communes/work-in-commune.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";
import { PlanChoice } from "#app/ui/setup/plan-choice.tsx";
import { askAgain } from "./answer-form.server.ts";
import { planFaces } from "./plan-faces.server.ts";

export const handle: PageHandle = { title: (say) => say(setupArea).found.title };

export async function loader(args: LoaderFunctionArgs) {
  await allow(args, "commune.found");
  return { plans: planFaces(), chosen: DEFAULT_PRESET_ID };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "commune.found");
  const form = await readForm(args.request, planForm);
  if (!form.ok) return askAgain(form.problems, form.values, {});
  const founder = { ...caller.stamp("communes.found-commune"), actorId: caller.person.accountId };
  const communeId = await foundCommune(caller.platform, founder, form.value.preset);
  await workInCommune(caller, communeId);
  throw goOn(OFFICE_PATHS.setup);
}

export default function Found() {
  const { plans, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { setup } = useMessages(setupArea);
  return (
    <Page title={setup.found.title} lead={setup.found.lead}>
      <Form method="post" noValidate className="grid gap-6">
        <ErrorSummary problems={answer?.problems} labels={{ preset: setup.plan.label }} />
        <PlanChoice plans={plans} chosen={chosen} error={answer?.problems.preset} />
        <SubmitButton size="large" className="justify-self-start max-sm:w-full">
          {setup.found.submit}
        </SubmitButton>
      </Form>
    </Page>
  );
}
