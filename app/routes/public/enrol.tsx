import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { RegistrationResponseJSON } from "@simplewebauthn/server";
import { parseRecoveryCode } from "#app/domain/accounts/recovery-code.ts";
import { passkeyAnswerSchema } from "#app/features/accounts/accounts.schema.ts";
import { allowAnyone, type Guest } from "#app/features/accounts/allow.server.ts";
import { newPasswordSchema, newPinSchema, slipCodeSchema } from "#app/features/accounts/enrolment.schema.ts";
import {
  beginBindByPasskey,
  bindPhoneByPasskey,
} from "#app/features/accounts/enrolment-bind-by-passkey.server.ts";
import { bindPhoneByPin } from "#app/features/accounts/enrolment-bind-by-pin.server.ts";
import { readSlip } from "#app/features/accounts/enrolment-read-slip.server.ts";
import { resetPasswordBySlip } from "#app/features/accounts/enrolment-reset-password.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { enrolmentArea } from "#app/messages/vi/enrolment.ts";
import { NewPasswordFields } from "#app/ui/accounts/new-password-fields.tsx";
import { NewPinFields } from "#app/ui/enrolment/new-pin-fields.tsx";
import type { Problems } from "#app/ui/kit/error-summary.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { PasskeyButton } from "../member/passkey-button.tsx";

export const handle: PageHandle = { title: (say) => say(enrolmentArea).enrol.title };

/** Looking changes nothing: a chat that previews the link does not use the slip up. */
export async function loader(args: LoaderFunctionArgs) {
  const guest = await allowAnyone(args);
  const reference = referenceOf(args.request);
  if (reference === null) return data({ step: "type" as const }, NO_STORE);
  const slip = await readSlip(guest, reference);
  if (!slip.ok) return data({ step: "closed" as const }, { ...NO_STORE, status: 404 });
  const { displayName, opens, endsSecondFactor } = slip.value;
  return data({ step: opens, displayName, endsSecondFactor }, NO_STORE);
}

export async function action(args: ActionFunctionArgs) {
  const guest = await allowAnyone(args);
  const fields = (await receiveForm(args.request)) ?? new FormData();
  const reference = referenceOf(args.request);
  if (reference === null) return openTypedCode(fields);
  switch (fields.get("intent")) {
    case "passkey-options": {
      const begun = await beginBindByPasskey(guest, args.request, reference);
      return begun.ok ? data({ options: begun.value }, NO_STORE) : askAgain({ form: begun });
    }
    case "passkey": {
      const form = await readForm(fields, passkeyAnswerSchema);
      if (!form.ok) return askAgain({ form: { code: "passkey_refused" } });
      const answer = form.value.answer as unknown as RegistrationResponseJSON;
      const bound = await bindPhoneByPasskey(guest, args.request, reference, answer);
      return bound.ok ? goOn("/", bound.value.cookies) : askAgain({ form: bound });
    }
    case "password":
      return choosePassword(guest, args.request, reference, fields);
    default:
      return choosePin(guest, args.request, reference, fields);
  }
}

async function openTypedCode(fields: FormData) {
  const form = await readForm(fields, slipCodeSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const code = parseRecoveryCode(form.value.code);
  if (code === null) return askAgain({ code: { code: "link_not_valid" } }, form.values);
  return goOn(`${PATHS.enrol}?${new URLSearchParams({ ma: code })}`);
}

async function choosePin(guest: Guest, request: Request, reference: string, fields: FormData) {
  const form = await readForm(fields, newPinSchema);
  if (!form.ok) return askAgain(form.problems);
  const bound = await bindPhoneByPin(guest, request, reference, form.value);
  if (bound.ok) return goOn("/", bound.value.cookies);
  if (bound.code === "pins_differ") return askAgain({ repeated: bound });
  return askAgain({ [bound.code.startsWith("pin_") ? "pin" : "form"]: bound });
}

async function choosePassword(guest: Guest, request: Request, reference: string, fields: FormData) {
  const form = await readForm(fields, newPasswordSchema);
  if (!form.ok) return askAgain(form.problems);
  const reset = await resetPasswordBySlip(guest, request, reference, form.value);
  if (reset.ok) {
    const { isHalfWay, hasSecondFactor, cookies } = reset.value;
    return goOn(!isHalfWay ? "/" : hasSecondFactor ? PATHS.prove : PATHS.secondFactor, cookies);
  }
  if (reset.code === "passwords_differ") return askAgain({ repeated: reset });
  return askAgain({ [reset.code.startsWith("password_") ? "password" : "form"]: reset });
}

const NO_STORE = { headers: { "Cache-Control": "no-store" } };

function referenceOf(request: Request): string | null {
  return new URL(request.url).searchParams.get("ma");
}

export default function Enrol() {
  const found = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer && "problems" in answer ? answer.problems : undefined;
  switch (found.step) {
    case "type":
      return (
        <TypeCode problems={problems} typed={answer && "values" in answer ? answer.values.code : undefined} />
      );
    case "closed":
      return <Closed />;
    case "phone":
      return <BindPhone name={found.displayName} problems={problems} />;
    case "password":
      return <NewPassword name={found.displayName} endsFactor={found.endsSecondFactor} problems={problems} />;
  }
}

function TypeCode({ problems, typed }: { problems: Problems | undefined; typed: unknown }) {
  const { enrol: words } = useMessages(enrolmentArea).enrolment;
  return (
    <Page width="narrow">
      <FormCard
        ribbon
        title={words.typeTitle}
        lead={words.typeLead}
        problems={problems}
        labels={{ code: words.code }}
      >
        <TextField
          name="code"
          label={words.code}
          hint={words.codeHint}
          error={problems?.code}
          defaultValue={typeof typed === "string" ? typed : ""}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <SubmitButton size="large" block>
          {words.next}
        </SubmitButton>
      </FormCard>
    </Page>
  );
}

function Closed() {
  const { enrol: words } = useMessages(enrolmentArea).enrolment;
  return (
    <Page width="narrow" title={words.closedTitle}>
      <Notice tone="warning">{words.closedBody}</Notice>
      <LinkButton to={PATHS.enrol} variant="secondary">
        {words.typeAnother}
      </LinkButton>
    </Page>
  );
}

function BindPhone({ name, problems }: { name: string; problems: Problems | undefined }) {
  const { enrol: words } = useMessages(enrolmentArea).enrolment;
  return (
    <Page width="narrow">
      <FormCard
        ribbon
        title={words.hello(name)}
        lead={words.phoneLead}
        problems={problems}
        labels={{ pin: words.pin, repeated: words.repeated }}
        footer={<p className="text-ink-soft">{words.notMe}</p>}
      >
        <PasskeyButton act="register" variant="primary">
          {words.byFinger}
        </PasskeyButton>
        <h2 className="text-xl">{words.orPin}</h2>
        <NewPinFields problems={problems} />
        <SubmitButton name="intent" value="pin" size="large" variant="secondary" block>
          {words.usePin}
        </SubmitButton>
      </FormCard>
    </Page>
  );
}

function NewPassword(props: { name: string; endsFactor: boolean; problems: Problems | undefined }) {
  const { enrol: words } = useMessages(enrolmentArea).enrolment;
  const { name, endsFactor, problems } = props;
  return (
    <Page width="narrow">
      <FormCard
        ribbon
        title={words.hello(name)}
        lead={words.passwordLead}
        problems={problems}
        labels={{ password: words.password, repeated: words.passwordAgain }}
        footer={<p className="text-ink-soft">{words.notMe}</p>}
      >
        <Notice tone={endsFactor ? "warning" : "info"}>
          {endsFactor ? words.factorEnds : words.factorStays}
        </Notice>
        <NewPasswordFields label={words.password} repeatedLabel={words.passwordAgain} problems={problems} />
        <SubmitButton name="intent" value="password" size="large" block>
          {words.setPassword}
        </SubmitButton>
      </FormCard>
    </Page>
  );
}
