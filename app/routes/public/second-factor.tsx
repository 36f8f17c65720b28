import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import {
  codeSchema,
  passkeyAnswerSchema,
  passwordProofSchema,
  recoveryCodeSchema,
} from "#app/features/accounts/accounts.schema.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { beginPasskeyProof } from "#app/features/accounts/begin-passkey-proof.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { proveByCode } from "#app/features/accounts/prove-by-code.server.ts";
import { proveByPasskey } from "#app/features/accounts/prove-by-passkey.server.ts";
import { proveByPassword } from "#app/features/accounts/prove-by-password.server.ts";
import { proveByRecoveryCode } from "#app/features/accounts/prove-by-recovery-code.server.ts";
import { readAccount } from "#app/features/accounts/read-account.server.ts";
import { safePath } from "#app/features/accounts/safe-path.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { accountsArea } from "#app/messages/vi/accounts.ts";
import { Button } from "#app/ui/kit/button.tsx";
import { CodeField } from "#app/ui/kit/code-field.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { PasswordField } from "#app/ui/kit/password-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { PasskeyButton } from "../member/passkey-button.tsx";

export const handle: PageHandle = { title: (say) => say(accountsArea).prove.titleFactor };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "account.prove");
  const { hasCodeApp, passkeys, recoveryCodesLeft } = await readAccount(caller);
  return {
    hasFactor: caller.actor.hasSecondFactor,
    hasCodeApp,
    hasPasskey: passkeys.length > 0,
    hasRecoveryCodes: recoveryCodesLeft > 0,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "account.prove");
  const { request } = args;
  const fields = (await receiveForm(request)) ?? new FormData();
  if (fields.get("intent") === "passkey-options") {
    return data({ options: await beginPasskeyProof(caller, request) });
  }
  const verdict = await prove(caller, request, fields);
  if (!verdict.ok) return askAgain({ [verdict.field]: verdict.problem });
  return goOn(safePath(new URL(request.url).searchParams.get("tiep")), [verdict.cookie]);
}

type Proof = { ok: true; cookie: string } | { ok: false; field: string; problem: Rejection };

/** One of the four ways, by the button that was pressed. */
async function prove(caller: Caller, request: Request, fields: FormData): Promise<Proof> {
  switch (fields.get("intent")) {
    case "recovery": {
      const form = await readForm(fields, recoveryCodeSchema);
      if (!form.ok) return firstProblem(form.problems);
      return settle("recoveryCode", await proveByRecoveryCode(caller, form.value.recoveryCode));
    }
    case "password": {
      const form = await readForm(fields, passwordProofSchema);
      if (!form.ok) return firstProblem(form.problems);
      return settle("password", await proveByPassword(caller, form.value.password));
    }
    case "passkey": {
      const form = await readForm(fields, passkeyAnswerSchema);
      if (!form.ok) return { ok: false, field: "form", problem: { code: "passkey_refused" } };
      const answer = form.value.answer as unknown as AuthenticationResponseJSON;
      return settle("form", await proveByPasskey(caller, request, answer));
    }
    default: {
      const form = await readForm(fields, codeSchema);
      if (!form.ok) return firstProblem(form.problems);
      return settle("code", await proveByCode(caller, form.value.code));
    }
  }
}

function settle(
  field: string,
  verdict: { ok: true; value: { cookie: string } } | ({ ok: false } & Rejection),
): Proof {
  if (verdict.ok) return { ok: true, cookie: verdict.value.cookie };
  return { ok: false, field: verdict.code === "try_later" ? "form" : field, problem: verdict };
}

function firstProblem(problems: Readonly<Record<string, Rejection | undefined>>): Proof {
  const [field = "form", problem] = Object.entries(problems)[0] ?? [];
  return { ok: false, field, problem: problem ?? { code: "not_valid" } };
}

export default function SecondFactor() {
  const { hasFactor, hasCodeApp, hasPasskey, hasRecoveryCodes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { prove: words } = useMessages(accountsArea).accounts;
  const problems = answer && "problems" in answer ? answer.problems : undefined;
  const labels = { code: words.code, password: words.password, recoveryCode: words.recoveryCode };
  const title = hasFactor ? words.titleFactor : words.titleFresh;
  const lead = !hasFactor ? words.leadPassword : hasCodeApp ? words.leadCode : words.leadPasskey;
  return (
    <Page width="narrow">
      <FormCard ribbon title={title} lead={lead} problems={problems} labels={labels}>
        {hasCodeApp ? <CodeField name="code" label={words.code} error={problems?.code} autoFocus /> : null}
        {hasFactor ? null : (
          <PasswordField
            name="password"
            label={words.password}
            error={problems?.password}
            autoComplete="current-password"
          />
        )}
        {hasFactor && !hasCodeApp ? null : (
          <SubmitButton name="intent" value={hasFactor ? "code" : "password"} size="large" block>
            {words.submit}
          </SubmitButton>
        )}
        {hasPasskey ? (
          <PasskeyButton act="prove" variant={hasCodeApp ? "secondary" : "primary"}>
            {words.usePasskey}
          </PasskeyButton>
        ) : null}
      </FormCard>
      {hasFactor && hasRecoveryCodes ? (
        <Disclosure summary={words.recoveryTitle} isOpen={problems?.recoveryCode !== undefined}>
          <Form method="post" noValidate className="grid gap-4">
            <p>{words.recoveryLead}</p>
            <TextField
              name="recoveryCode"
              label={words.recoveryCode}
              error={problems?.recoveryCode}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
            />
            <SubmitButton name="intent" value="recovery" variant="secondary">
              {words.recoverySubmit}
            </SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
      <Form method="post" action="/dang-xuat" className="text-center">
        <Button type="submit" variant="quiet">
          {words.cancel}
        </Button>
      </Form>
    </Page>
  );
}
