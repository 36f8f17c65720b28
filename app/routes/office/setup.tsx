import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import CircleCheck from "lucide-react/icons/circle-check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import Clock from "lucide-react/icons/clock";
import { missingSteps, nextStep, SETUP_STEPS } from "#app/domain/roster/setup.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { finishSetup } from "#app/features/communes/finish-setup.server.ts";
import { putOffStep } from "#app/features/communes/mark-step.server.ts";
import { readSetup } from "#app/features/communes/read-setup.server.ts";
import { setupIntentForm } from "#app/features/communes/setup.schema.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { ProgressRing } from "#app/ui/kit/progress-ring.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OFFICE_PATHS, STEP_PATHS } from "#app/ui/setup/paths.ts";
import { askAgain } from "./answer-form.server.ts";
import { goOnInSetup } from "./go-on-in-setup.server.ts";

export const handle: PageHandle = { title: (say) => say(setupArea).hub.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  return readSetup(caller.platform, caller.scope("communes.read-setup"));
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  const form = await readForm(args.request, setupIntentForm);
  if (!form.ok) return askAgain(form.problems, form.values, {});
  const { intent, step } = form.value;
  if (intent === "put-off" && step !== undefined) {
    await putOffStep(caller.platform, caller.scope("communes.put-off-step"), step);
    throw await goOnInSetup(caller);
  }
  const verdict = await finishSetup(caller.platform, caller.scope("communes.finish-setup"));
  if (verdict.ok) throw goOn(OFFICE_PATHS.overview);
  return askAgain({ form: verdict }, {}, {});
}

const PICTURES = { done: CircleCheck, put_off: Clock, open: CircleDashed } as const;

export default function Setup() {
  const { commune, steps } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { setup } = useMessages(setupArea);
  const next = nextStep(steps);
  const doneCount = SETUP_STEPS.filter((step) => steps[step] === "done").length;
  const mayFinish = missingSteps(steps).length === 0 && !commune.isSetUp;
  return (
    <Page title={setup.hub.title} lead={setup.hub.lead} width="narrow">
      <ErrorSummary problems={answer?.problems} />
      {commune.isSetUp ? (
        <Notice
          tone="success"
          action={<LinkButton to={OFFICE_PATHS.overview}>{setup.hub.toOverview}</LinkButton>}
        >
          {setup.hub.finished}
        </Notice>
      ) : null}
      <Card>
        <div className="flex flex-wrap items-center gap-6">
          <ProgressRing value={doneCount} goal={SETUP_STEPS.length} label={setup.hub.progress} size="7rem">
            <span className="text-xl font-bold">
              {doneCount}/{SETUP_STEPS.length}
            </span>
          </ProgressRing>
          <div className="grid min-w-0 flex-1 justify-items-start gap-3">
            {next ? (
              <LinkButton to={STEP_PATHS[next]} size="large" iconAfter={ChevronRight}>
                {setup.hub.goOn(setup.steps.names[next])}
              </LinkButton>
            ) : null}
            {mayFinish ? (
              <Form method="post" className="grid gap-2">
                <p className="text-ink-soft">{setup.hub.finishLead}</p>
                <SubmitButton name="intent" value="finish" size="large" variant={next ? "secondary" : "gold"}>
                  {setup.hub.finish}
                </SubmitButton>
              </Form>
            ) : null}
          </div>
        </div>
        <ol className="mt-6 divide-y divide-line">
          {SETUP_STEPS.map((step) => {
            const state = steps[step];
            const Picture = PICTURES[state];
            return (
              <li key={step}>
                <Link
                  to={STEP_PATHS[step]}
                  className="-mx-2 flex items-center gap-4 rounded-lg px-2 py-3.5 hover:bg-sunken"
                >
                  <Picture
                    size="1.75rem"
                    aria-hidden
                    className={state === "done" ? "shrink-0 text-accent-ink" : "shrink-0 text-ink-soft"}
                  />
                  <span className="min-w-0 flex-1">
                    <span className="block font-bold">{setup.steps.names[step]}</span>
                    <span className="block text-sm text-ink-soft">{setup.steps.leads[step]}</span>
                  </span>
                  <span className="shrink-0 text-sm text-ink-soft">{setup.steps.states[state]}</span>
                </Link>
              </li>
            );
          })}
        </ol>
      </Card>
    </Page>
  );
}
