import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { makeRecoveryCodes } from "#app/features/accounts/make-recovery-codes.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { readAccount } from "#app/features/accounts/read-account.server.ts";
import { safePath } from "#app/features/accounts/safe-path.ts";
import { accountsArea } from "#app/messages/vi/accounts.ts";
import { AccountTrail } from "#app/ui/accounts/account-trail.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { PrintButton } from "#app/ui/kit/print-button.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(accountsArea).recoveryCodes.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "account.read");
  const { displayName, recoveryCodesLeft } = await readAccount(caller);
  return {
    displayName,
    left: recoveryCodesLeft,
    hasFactor: caller.actor.hasSecondFactor,
    next: safePath(new URL(args.request.url).searchParams.get("tiep"), PATHS.account),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "account.renew-recovery-codes");
  if (!caller.actor.hasSecondFactor) throw goOn(PATHS.secondFactor);
  const codes = await makeRecoveryCodes(caller);
  return data({ codes, madeOn: caller.today }, { headers: { "Cache-Control": "no-store" } });
}

export default function RecoveryCodes() {
  const { displayName, left, hasFactor, next } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const { recoveryCodes: words, account: accountWords } = useMessages(accountsArea).accounts;
  const format = useFormat();
  if (made) {
    return (
      <Page title={words.sheetTitle(displayName)} width="narrow">
        <div className="no-print">
          <Notice tone="warning" title={words.onceTitle}>
            {words.onceBody}
          </Notice>
        </div>
        <Card>
          <ol className="grid list-decimal gap-x-10 gap-y-2 ps-8 text-lg sm:grid-cols-2">
            {made.codes.map((code) => (
              <li key={code}>
                <code className="font-bold tracking-wider tabular-nums">{code}</code>
              </li>
            ))}
          </ol>
          <p className="mt-4 text-ink-soft">{words.sheetFoot(format.date(made.madeOn))}</p>
        </Card>
        <div className="no-print flex flex-wrap gap-3">
          <PrintButton label={words.print} />
          <LinkButton to={next} variant="secondary">
            {words.done}
          </LinkButton>
        </div>
      </Page>
    );
  }
  return (
    <Page title={words.title} lead={words.lead} trail={<AccountTrail />} width="narrow">
      <Card>
        <p>{left > 0 ? words.left(left) : words.none}</p>
        {hasFactor ? (
          <Form method="post" className="mt-4 grid justify-items-start gap-2">
            <SubmitButton>{words.make}</SubmitButton>
            {left > 0 ? <p className="text-sm text-ink-soft">{words.makeHint}</p> : null}
          </Form>
        ) : (
          <div className="mt-4 grid justify-items-start gap-3">
            <p>{words.needFactor}</p>
            <LinkButton to={PATHS.secondFactor}>{accountWords.setUpSecondFactor}</LinkButton>
          </div>
        )}
      </Card>
    </Page>
  );
}
