import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import KeyRound from "lucide-react/icons/key-round";
import { allow } from "#app/features/accounts/allow.server.ts";
import { readAccount } from "#app/features/accounts/read-account.server.ts";
import { withNext } from "#app/features/accounts/safe-path.ts";
import { confirmStep } from "#app/features/communes/mark-step.server.ts";
import { readCommune } from "#app/features/communes/read-commune.server.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OFFICE_PATHS, STEP_PATHS } from "#app/ui/setup/paths.ts";
import { SetupPage } from "#app/ui/setup/setup-page.tsx";
import { goOnInSetup } from "./go-on-in-setup.server.ts";

export const handle: PageHandle = { title: (say) => say(setupArea).steps.names.recovery_codes };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  const { isSetUp } = await readCommune(caller.platform, caller.scope("communes.read-commune"));
  const { recoveryCodesLeft } = await readAccount(caller);
  return {
    isSetUp,
    recoveryCodesLeft,
    makePath: withNext(OFFICE_PATHS.recoveryCodes, STEP_PATHS.recovery_codes),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  await confirmStep(caller.platform, caller.scope("communes.confirm-step"), "recovery_codes");
  throw await goOnInSetup(caller);
}

export default function SetupRecoveryCodes() {
  const { isSetUp, recoveryCodesLeft, makePath } = useLoaderData<typeof loader>();
  const { recoveryCodes: words } = useMessages(setupArea).setup;
  const hasCodes = recoveryCodesLeft > 0;
  return (
    <SetupPage step="recovery_codes" isSetUp={isSetUp}>
      <Card>
        <p className="text-lg font-bold">{words.left(recoveryCodesLeft)}</p>
        <p className="mt-2 text-ink-soft">{words.why}</p>
        <div className="mt-5 flex flex-wrap gap-3">
          <LinkButton to={makePath} icon={KeyRound} variant={hasCodes ? "secondary" : "primary"}>
            {words.make}
          </LinkButton>
          {hasCodes ? (
            <Form method="post">
              <SubmitButton>{words.confirm}</SubmitButton>
            </Form>
          ) : null}
        </div>
      </Card>
    </SetupPage>
  );
}
