import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { RegistrationResponseJSON } from "@simplewebauthn/server";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { codeSchema, passkeyAnswerSchema, recordSchema } from "#app/features/accounts/accounts.schema.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { beginPasskey } from "#app/features/accounts/begin-passkey.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { keepPasskey } from "#app/features/accounts/keep-passkey.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { readAccount } from "#app/features/accounts/read-account.server.ts";
import { removeSecondFactor } from "#app/features/accounts/remove-second-factor.server.ts";
import { safePath, withNext } from "#app/features/accounts/safe-path.ts";
import { offerCodeApp, setUpCodeApp } from "#app/features/accounts/set-up-code-app.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { accountsArea } from "#app/messages/vi/accounts.ts";
import { AccountTrail } from "#app/ui/accounts/account-trail.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { CodeField } from "#app/ui/kit/code-field.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { QrCode } from "#app/ui/kit/qr-code.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { PasskeyButton } from "./passkey-button.tsx";

export const handle: PageHandle = { title: (say) => say(accountsArea).secondFactor.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "account.set-up-second-factor");
  const search = new URL(args.request.url).searchParams;
  return {
    account: await readAccount(caller),
    offer: await offerCodeApp(caller),
    isReady: search.has("xong"),
    isRemoved: search.has("da-bo"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "account.set-up-second-factor");
  const fields = (await receiveForm(args.request)) ?? new FormData();
  const next = safePath(new URL(args.request.url).searchParams.get("tiep"), `${PATHS.secondFactor}?xong`);
  switch (fields.get("intent")) {
    case "passkey-options":
      return data({ options: await beginPasskey(caller, args.request) });
    case "passkey": {
      const form = await readForm(fields, passkeyAnswerSchema);
      if (!form.ok) return askAgain({ form: { code: "passkey_refused" } });
      const answer = form.value.answer as unknown as RegistrationResponseJSON;
      const verdict = await keepPasskey(caller, args.request, answer);
      return verdict.ok
        ? goOn(await afterSetUp(caller, next), [verdict.value.cookie])
        : askAgain({ form: verdict });
    }
    case "remove-code-app":
    case "remove-passkey":
      return remove(caller, fields);
    default: {
      const form = await readForm(fields, codeSchema);
      if (!form.ok) return askAgain(form.problems);
      const verdict = await setUpCodeApp(caller, form.value.code);
      if (verdict.ok) return goOn(await afterSetUp(caller, next), [verdict.value.cookie]);
      return askAgain({ [verdict.code === "code_wrong" ? "code" : "form"]: verdict });
    }
  }
}

/** A factor without a printed sheet ends in a locked-out officer: the sheet comes right after. */
async function afterSetUp(caller: Caller, next: string): Promise<string> {
  const { recoveryCodesLeft } = await readAccount(caller);
  return recoveryCodesLeft === 0 ? withNext(PATHS.recoveryCodes, next) : next;
}

async function remove(caller: Caller, fields: FormData) {
  const form = fields.get("intent") === "remove-passkey" ? await readForm(fields, recordSchema) : null;
  if (form && !form.ok) throw notFound();
  const verdict = await removeSecondFactor(
    caller,
    form ? { kind: "passkey", id: form.value.id } : { kind: "code_app" },
  );
  return verdict.ok ? goOn(`${PATHS.secondFactor}?da-bo`) : askAgain({ form: verdict });
}

export default function SecondFactorSetup() {
  const { account, offer, isReady, isRemoved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { secondFactor: words } = useMessages(accountsArea).accounts;
  const problems = answer && "problems" in answer ? answer.problems : undefined;
  return (
    <Page
      title={words.title}
      lead={account.mustUseSecondFactor ? words.required : words.optional}
      width="narrow"
      trail={<AccountTrail />}
    >
      {isReady && !problems ? <Notice tone="success">{words.ready}</Notice> : null}
      {isRemoved && !problems ? <Notice tone="success">{words.removed}</Notice> : null}
      <ErrorSummary problems={problems} labels={{ code: words.code }} />
      <Card
        title={words.codeApp}
        aside={account.hasCodeApp ? <Pill tone="accent">{words.codeAppOn}</Pill> : null}
      >
        {account.hasCodeApp ? (
          <div className="grid gap-4">
            <Disclosure summary={words.codeAppReplace} isOpen={problems?.code !== undefined}>
              <CodeAppForm offer={offer} problem={problems?.code} />
            </Disclosure>
            <Form method="post">
              <SubmitButton name="intent" value="remove-code-app" variant="quiet" size="small">
                {words.removeNamed(words.codeApp)}
              </SubmitButton>
            </Form>
          </div>
        ) : (
          <CodeAppForm offer={offer} problem={problems?.code} />
        )}
      </Card>
      <Card title={words.passkeys}>
        <p className="text-ink-soft">{words.passkeysLead}</p>
        <Passkeys passkeys={account.passkeys} />
        <div className="mt-4">
          <PasskeyButton act="register" variant="secondary">
            {words.addPasskey}
          </PasskeyButton>
        </div>
      </Card>
    </Page>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;
type Problem = Parameters<typeof CodeField>[0]["error"];

function CodeAppForm({ offer, problem }: { offer: View["offer"]; problem: Problem }) {
  const { secondFactor: words } = useMessages(accountsArea).accounts;
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ol className="list-decimal space-y-2 ps-6">
        <li>{words.codeAppStepInstall}</li>
        <li>{words.codeAppStepScan}</li>
        <li>{words.codeAppStepType}</li>
      </ol>
      <div className="grid justify-items-center gap-3">
        <QrCode content={offer.uri} label={words.codeAppPicture} />
        <p className="text-center text-sm text-ink-soft">
          {words.codeAppByHand} <code className="font-bold text-ink select-all">{offer.secret}</code>
        </p>
      </div>
      <CodeField name="code" label={words.code} error={problem} />
      <SubmitButton name="intent" value="code-app" size="large" block>
        {words.confirm}
      </SubmitButton>
    </Form>
  );
}

function Passkeys({ passkeys }: { passkeys: View["account"]["passkeys"] }) {
  const { secondFactor: words } = useMessages(accountsArea).accounts;
  const format = useFormat();
  return (
    <ul className="mt-2 divide-y divide-line">
      {passkeys.map((passkey) => (
        <li key={passkey.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
          <span>
            <strong>{passkey.label}</strong>{" "}
            <span className="text-ink-soft">
              {words.addedOn(format.date(localDateAt(new Date(passkey.createdAt).getTime())))}
            </span>
          </span>
          <Form method="post">
            <input type="hidden" name="id" value={passkey.id} />
            <SubmitButton
              name="intent"
              value="remove-passkey"
              variant="quiet"
              size="small"
              aria-label={words.removeNamed(passkey.label)}
            >
              {words.remove}
            </SubmitButton>
          </Form>
        </li>
      ))}
    </ul>
  );
}
