import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatRecoveryCode } from "#app/domain/accounts/recovery-code.ts";
import { makeId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { makeSlip, type PrintedSlip } from "#app/features/accounts/enrolment-make-slip.server.ts";
import { appointOfficer } from "#app/features/communes/appoint-officer.server.ts";
import { readCommune } from "#app/features/communes/read-commune.server.ts";
import { readOfficers } from "#app/features/communes/read-officers.server.ts";
import { officerForm } from "#app/features/communes/setup.schema.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { PrintButton } from "#app/ui/kit/print-button.tsx";
import { RadioGroup } from "#app/ui/kit/radio-group.tsx";
import { Slip } from "#app/ui/kit/slip.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { fieldsOf, typedIn } from "#app/ui/setup/form-answer.ts";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";
import { SetupPage } from "#app/ui/setup/setup-page.tsx";
import { SheetForm } from "#app/ui/setup/sheet-form.tsx";
import { askAgain, showAgain } from "./answer-form.server.ts";

export const handle: PageHandle = { title: (say) => say(setupArea).steps.names.second_officer };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "role.grant");
  const { platform, now, person } = caller;
  const { isSetUp } = await readCommune(platform, caller.scope("communes.read-commune"));
  const officers = await readOfficers(platform, caller.scope("communes.read-officers"));
  return {
    isSetUp,
    others: officers.filter(({ accountId }) => accountId !== person.accountId),
    newAccountId: makeId(now.getTime(), platform.random.bytes(10)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "role.grant");
  const form = await readForm(args.request, officerForm);
  if (!form.ok) return askAgain(form.problems, form.values, NO_SLIP);
  const { account, role, name, username = null } = form.value;
  const appointed = await appointOfficer(caller, { accountId: account, role, name, username });
  if (!appointed.ok) return askAgain({ username: appointed }, form.values, NO_SLIP);
  const made = await makeSlip(caller, account);
  if (!made.ok) return askAgain({ form: made }, form.values, NO_SLIP);
  const slip: SlipView | null = slipView(made.value);
  return showAgain({}, { slip });
}

const NO_SLIP: { readonly slip: SlipView | null } = { slip: null };

function slipView({ link, code, expiresAt, displayName, username }: PrintedSlip) {
  return { link, code: formatRecoveryCode(code), displayName, username, expiresAtMs: expiresAt.getTime() };
}

export default function SetupSecondOfficer() {
  const { isSetUp, others, newAccountId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { setup } = useMessages(setupArea);
  const words = setup.secondOfficer;
  const field = fieldsOf(answer);
  const slip = answer?.slip ?? null;
  return (
    <SetupPage step="second_officer" isSetUp={isSetUp} isAnswered={slip !== null}>
      {slip ? <MadeSlip slip={slip} isSetUp={isSetUp} /> : <Notice>{words.why}</Notice>}
      {others.length > 0 ? (
        <Card title={words.people}>
          <ul className="divide-y divide-line">
            {others.map(({ accountId, name, role, hasSignedIn }) => (
              <li key={accountId} className="flex flex-wrap items-center justify-between gap-2 py-3">
                <span>
                  <span className="block font-bold">{name}</span>
                  <span className="block text-sm text-ink-soft">{words.roles[role]}</span>
                </span>
                <Pill tone={hasSignedIn ? "accent" : "gold"}>
                  {hasSignedIn ? words.active : words.waiting}
                </Pill>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {slip ? null : (
        <SheetForm
          problems={answer?.problems}
          labels={{ role: words.role, name: words.name, username: words.username }}
        >
          <input type="hidden" name="account" value={typedIn(answer, "account") ?? newAccountId} />
          <RadioGroup
            name="role"
            label={words.role}
            choices={[
              { value: "office", label: words.roles.office, hint: words.roles.officeHint },
              {
                value: "commune_leader",
                label: words.roles.commune_leader,
                hint: words.roles.commune_leaderHint,
              },
            ]}
            defaultValue={typedIn(answer, "role") ?? "office"}
            error={answer?.problems.role}
          />
          <TextField {...field("name", null)} label={words.name} autoComplete="off" maxLength={120} />
          <TextField
            {...field("username", null)}
            label={words.username}
            hint={words.usernameHint}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            optional
          />
          <SubmitButton size="large" block>
            {words.submit}
          </SubmitButton>
        </SheetForm>
      )}
    </SetupPage>
  );
}

interface SlipView {
  readonly link: string;
  readonly code: string;
  readonly displayName: string;
  readonly username: string;
  readonly expiresAtMs: number;
}

function MadeSlip({ slip, isSetUp }: { slip: SlipView; isSetUp: boolean }) {
  const { setup } = useMessages(setupArea);
  const words = setup.secondOfficer;
  const format = useFormat();
  return (
    <>
      <div className="no-print">
        <Notice tone="warning">{words.slipOnce}</Notice>
      </div>
      <Slip title={words.slipTitle} name={slip.displayName} address={slip.link} code={slip.code}>
        <p>{words.slipBody(format.moment(slip.expiresAtMs))}</p>
        <p className="mt-2 text-ink-soft">
          {words.username}: <span className="font-bold text-ink">{slip.username}</span>
        </p>
      </Slip>
      <div className="no-print flex flex-wrap gap-3">
        <PrintButton />
        <LinkButton to={isSetUp ? OFFICE_PATHS.settings : OFFICE_PATHS.setup} variant="secondary">
          {setup.villages.goOn}
        </LinkButton>
      </div>
    </>
  );
}
