import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { RegistrationResponseJSON } from "@simplewebauthn/server";
import { passkeyAnswerSchema } from "#app/features/accounts/accounts.schema.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { newPinSchema } from "#app/features/accounts/enrolment.schema.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import {
  beginLockThisPhone,
  lockThisPhoneByPasskey,
  lockThisPhoneByPin,
} from "#app/features/accounts/phone-lock-this.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { enrolmentArea } from "#app/messages/vi/enrolment.ts";
import { AccountTrail } from "#app/ui/accounts/account-trail.tsx";
import { NewPinFields } from "#app/ui/enrolment/new-pin-fields.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { PasskeyButton } from "./passkey-button.tsx";

export const handle: PageHandle = { title: (say) => say(enrolmentArea).thisPhone.title };

const DONE = `${PATHS.thisPhone}?xong`;

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await allow(args, "phone.lock");
  return {
    isDone: new URL(args.request.url).searchParams.has("xong"),
    hasSecondFactor: actor.hasSecondFactor,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "phone.lock");
  const fields = (await receiveForm(args.request)) ?? new FormData();
  switch (fields.get("intent")) {
    case "passkey-options":
      return data({ options: await beginLockThisPhone(caller, args.request) });
    case "passkey": {
      const form = await readForm(fields, passkeyAnswerSchema);
      if (!form.ok) return askAgain({ form: { code: "passkey_refused" } });
      const answer = form.value.answer as unknown as RegistrationResponseJSON;
      const kept = await lockThisPhoneByPasskey(caller, args.request, answer);
      return kept.ok ? goOn(DONE) : askAgain({ form: kept });
    }
    default: {
      const form = await readForm(fields, newPinSchema);
      if (!form.ok) return askAgain(form.problems);
      const kept = await lockThisPhoneByPin(caller, form.value);
      if (kept.ok) return goOn(DONE);
      return askAgain({ [kept.code === "pins_differ" ? "repeated" : "pin"]: kept });
    }
  }
}

export default function ThisPhone() {
  const { isDone, hasSecondFactor } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { thisPhone: words, enrol } = useMessages(enrolmentArea).enrolment;
  const problems = answer && "problems" in answer ? answer.problems : undefined;
  return (
    <Page width="narrow" trail={<AccountTrail />}>
      {isDone && !answer ? <Notice tone="success">{words.done}</Notice> : null}
      <FormCard
        title={words.title}
        lead={words.lead}
        problems={problems}
        labels={{ pin: enrol.pin, repeated: enrol.repeated }}
        footer={hasSecondFactor ? <p className="text-ink-soft">{words.sleeps}</p> : null}
      >
        <PasskeyButton act="register" variant="primary">
          {words.byFinger}
        </PasskeyButton>
        <h2 className="text-xl">{enrol.orPin}</h2>
        <NewPinFields problems={problems} />
        <SubmitButton size="large" variant="secondary" block>
          {words.save}
        </SubmitButton>
      </FormCard>
    </Page>
  );
}
