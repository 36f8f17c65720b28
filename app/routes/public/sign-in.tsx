import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signInSchema } from "#app/features/accounts/accounts.schema.ts";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { readPhonePeople } from "#app/features/accounts/phone-read-people.server.ts";
import { safePath, withNext } from "#app/features/accounts/safe-path.ts";
import { signIn } from "#app/features/accounts/sign-in.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { accountsArea } from "#app/messages/vi/accounts.ts";
import { enrolmentArea } from "#app/messages/vi/enrolment.ts";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { PasswordField } from "#app/ui/kit/password-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(accountsArea).signIn.title };

export async function loader(args: LoaderFunctionArgs) {
  const { platform, now, signedIn } = await allowAnyone(args);
  const search = new URL(args.request.url).searchParams;
  const next = safePath(search.get("tiep"));
  if (signedIn && !signedIn.isHalfWay) throw goOn(next);
  const people = await readPhonePeople(platform, args.request, now);
  // An enrolled phone is unlocked; whoever wants the password all the same says so, or has just gone out.
  const isAsked = search.has("mat-khau") || search.has("da-ra") || signedIn !== null;
  if (people.length > 0 && !isAsked) throw goOn(withNext(PATHS.unlock, next));
  return { hasSignedOut: search.has("da-ra"), isEnrolled: people.length > 0 };
}

export async function action(args: ActionFunctionArgs) {
  const guest = await allowAnyone(args);
  const next = safePath(new URL(args.request.url).searchParams.get("tiep"));
  const form = await readForm(args.request, signInSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await signIn(guest, args.request, form.value);
  if (!verdict.ok) {
    return askAgain({ [verdict.code === "try_later" ? "form" : "password"]: verdict }, form.values);
  }
  const { isHalfWay, hasSecondFactor, cookies } = verdict.value;
  const step = hasSecondFactor ? PATHS.prove : PATHS.secondFactor;
  return goOn(isHalfWay ? withNext(step, next) : next, cookies);
}

export default function SignIn() {
  const { hasSignedOut, isEnrolled } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { accounts, enrolment } = useMessages(accountsArea, enrolmentArea);
  const { signIn: words } = accounts;
  const problems = answer?.problems;
  return (
    <Page width="narrow">
      {hasSignedOut && !answer ? <Notice tone="success">{words.signedOut}</Notice> : null}
      {isEnrolled ? (
        <LinkButton to={PATHS.unlock} size="large" block>
          {enrolment.unlock.openThisPhone}
        </LinkButton>
      ) : null}
      <FormCard
        ribbon
        title={words.title}
        lead={words.lead}
        problems={problems}
        labels={{ name: words.name, password: words.password }}
        footer={
          <Disclosure summary={words.help}>
            <p>{words.helpBody}</p>
            <p className="mt-2">
              <TextLink to={PATHS.enrol}>{enrolment.unlock.bySlip}</TextLink>
            </p>
          </Disclosure>
        }
      >
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          error={problems?.name}
          defaultValue={String(answer?.values.name ?? "")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          name="password"
          label={words.password}
          error={problems?.password}
          autoComplete="current-password"
        />
        <SubmitButton size="large" block>
          {words.submit}
        </SubmitButton>
      </FormCard>
    </Page>
  );
}
