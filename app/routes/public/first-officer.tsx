import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  acceptFirstOfficerLink,
  type FirstOfficerRefusal,
  isFirstOfficerLinkOpen,
} from "#app/features/accounts/accept-first-officer-link.server.ts";
import { firstOfficerSchema } from "#app/features/accounts/accounts.schema.ts";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { accountsArea } from "#app/messages/vi/accounts.ts";
import { NewPasswordFields } from "#app/ui/accounts/new-password-fields.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(accountsArea).firstOfficer.title };

export async function loader(args: LoaderFunctionArgs) {
  const guest = await allowAnyone(args);
  const isOpen = await isFirstOfficerLinkOpen(guest, args.params.token ?? "");
  return data({ isOpen }, { status: isOpen ? 200 : 404 });
}

export async function action(args: ActionFunctionArgs) {
  const guest = await allowAnyone(args);
  const form = await readForm(args.request, firstOfficerSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await acceptFirstOfficerLink(guest, args.request, args.params.token ?? "", form.value);
  if (!verdict.ok) return askAgain({ [fieldOf(verdict.code)]: verdict }, form.values);
  return goOn(PATHS.secondFactor, verdict.value.cookies);
}

function fieldOf(code: FirstOfficerRefusal["code"]): keyof typeof firstOfficerSchema.shape | "form" {
  switch (code) {
    case "link_not_valid":
      return "form";
    case "username_invalid":
    case "username_taken":
      return "username";
    case "passwords_differ":
      return "repeated";
    case "password_too_short":
    case "password_too_long":
    case "password_too_common":
      return "password";
  }
}

export default function FirstOfficer() {
  const { isOpen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { firstOfficer: words, signIn } = useMessages(accountsArea).accounts;
  const problems = answer?.problems;
  if (!isOpen) {
    return (
      <Page width="narrow" title={words.closedTitle}>
        <Notice tone="warning">{words.closedBody}</Notice>
        <LinkButton to={PATHS.signIn}>{signIn.submit}</LinkButton>
      </Page>
    );
  }
  return (
    <Page width="narrow">
      <FormCard
        ribbon
        title={words.title}
        lead={words.lead}
        problems={problems}
        labels={{
          displayName: words.displayName,
          username: words.username,
          password: words.password,
          repeated: words.repeated,
        }}
      >
        <TextField
          name="displayName"
          label={words.displayName}
          error={problems?.displayName}
          defaultValue={String(answer?.values.displayName ?? "")}
          autoComplete="name"
          autoCapitalize="words"
        />
        <TextField
          name="username"
          label={words.username}
          hint={words.usernameHint}
          error={problems?.username}
          defaultValue={String(answer?.values.username ?? "")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <NewPasswordFields label={words.password} repeatedLabel={words.repeated} problems={problems} />
        <SubmitButton size="large" block>
          {words.submit}
        </SubmitButton>
      </FormCard>
    </Page>
  );
}
