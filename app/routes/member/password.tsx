import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { passwordChangeSchema } from "#app/features/accounts/accounts.schema.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { changePassword, type PasswordChangeRefusal } from "#app/features/accounts/change-password.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { safePath } from "#app/features/accounts/safe-path.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { accountsArea } from "#app/messages/vi/accounts.ts";
import { AccountTrail } from "#app/ui/accounts/account-trail.tsx";
import { NewPasswordFields } from "#app/ui/accounts/new-password-fields.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { PasswordField } from "#app/ui/kit/password-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(accountsArea).password.title };

export async function loader(args: LoaderFunctionArgs) {
  const { actor, person } = await allow(args, "account.change-password");
  return {
    mustChange: actor.mustChangePassword,
    username: person.username,
    isDone: new URL(args.request.url).searchParams.has("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "account.change-password");
  const form = await readForm(args.request, passwordChangeSchema);
  if (!form.ok) return askAgain(form.problems);
  const verdict = await changePassword(caller, form.value);
  if (!verdict.ok) return askAgain({ [fieldOf(verdict.code)]: verdict });
  const next = new URL(args.request.url).searchParams.get("tiep");
  return goOn(safePath(next, `${PATHS.password}?xong`), [verdict.value.cookie]);
}

function fieldOf(code: PasswordChangeRefusal["code"]): keyof typeof passwordChangeSchema.shape | "form" {
  switch (code) {
    case "password_wrong":
      return "current";
    case "passwords_differ":
      return "repeated";
    case "password_too_short":
    case "password_too_long":
    case "password_too_common":
    case "password_unchanged":
      return "password";
    default:
      return "form";
  }
}

export default function Password() {
  const { mustChange, username, isDone } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems;
  const { password: words } = useMessages(accountsArea).accounts;
  return (
    <Page width="narrow" trail={mustChange ? null : <AccountTrail />}>
      {isDone && !problems ? <Notice tone="success">{words.done}</Notice> : null}
      <FormCard
        title={words.title}
        lead={mustChange ? words.mustChange : words.lead}
        problems={problems}
        labels={{ current: words.current, password: words.next, repeated: words.repeated }}
      >
        {/* Tells a password manager whose password this is. */}
        <input type="hidden" autoComplete="username" value={username} readOnly />
        <PasswordField
          name="current"
          label={words.current}
          error={problems?.current}
          autoComplete="current-password"
        />
        <NewPasswordFields label={words.next} repeatedLabel={words.repeated} problems={problems} />
        <SubmitButton size="large" block>
          {words.submit}
        </SubmitButton>
      </FormCard>
    </Page>
  );
}
