import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { NEEDED_STEPS, SETUP_STEPS, type SetupStep } from "#app/domain/roster/setup.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Breadcrumb } from "../kit/breadcrumb.tsx";
import { Steps } from "../kit/steps.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useMessages } from "../language.tsx";
import { Page } from "../page.tsx";
import { OFFICE_PATHS } from "./paths.ts";

interface SetupPageProps {
  step: SetupStep;
  /** Once the commune is at work the same page is one of the settings. */
  isSetUp: boolean;
  children: ReactNode;
  /** What the step asked for was just done: nothing is left to put off. */
  isAnswered?: boolean;
  width?: "narrow" | "normal";
}

/** One step of the first set-up: where one stands, what it is for, the form, and the way past it. */
export function SetupPage(props: SetupPageProps) {
  const { step, isSetUp, children, isAnswered = false, width = "narrow" } = props;
  const { setup } = useMessages(setupArea);
  const trail = isSetUp
    ? [
        { to: OFFICE_PATHS.overview, label: setup.overview.title },
        { to: OFFICE_PATHS.settings, label: setup.settings.title },
      ]
    : [{ to: OFFICE_PATHS.setup, label: setup.hub.title }];
  const mayWait = !isSetUp && !isAnswered && !NEEDED_STEPS.includes(step);
  return (
    <Page
      title={setup.steps.names[step]}
      lead={setup.steps.leads[step]}
      trail={
        <>
          <Breadcrumb steps={trail} />
          {isSetUp ? null : (
            <div className="mb-6">
              <Steps
                steps={SETUP_STEPS.map((name) => setup.steps.names[name])}
                current={SETUP_STEPS.indexOf(step) + 1}
              />
            </div>
          )}
        </>
      }
    >
      <div className={width === "narrow" ? "grid max-w-2xl gap-6" : "grid gap-6"}>{children}</div>
      {mayWait ? (
        <Form method="post" action={OFFICE_PATHS.setup}>
          <input type="hidden" name="step" value={step} />
          <SubmitButton name="intent" value="put-off" variant="quiet">
            {setup.putOff}
          </SubmitButton>
        </Form>
      ) : null}
    </Page>
  );
}
