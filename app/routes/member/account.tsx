import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { communeSchema } from "#app/features/accounts/accounts.schema.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { readAccount } from "#app/features/accounts/read-account.server.ts";
import { readWorkPlaces } from "#app/features/communes/read-work-places.server.ts";
import { chooseCommune } from "#app/features/communes/work-in-commune.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { accountsArea } from "#app/messages/vi/accounts.ts";
import { enrolmentArea } from "#app/messages/vi/enrolment.ts";
import { WorkPlaces } from "#app/ui/accounts/work-places.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DescriptionList } from "#app/ui/kit/description-list.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { leavePhone } from "#app/ui/offline/leave.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(accountsArea).account.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "account.read");
  return { account: await readAccount(caller), places: await readWorkPlaces(caller) };
}

/** Going to work in another commune. */
export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "account.choose-commune");
  const form = await readForm(args.request, communeSchema);
  if (!form.ok || !(await chooseCommune(caller, form.value.communeId))) throw notFound();
  return goOn(PATHS.account);
}

export default function Account() {
  const { account, places } = useLoaderData<typeof loader>();
  const { accounts, enrolment } = useMessages(accountsArea, enrolmentArea);
  const { account: words } = accounts;
  const { thisPhone: phoneWords } = enrolment;
  const hasFactor = account.hasCodeApp || account.passkeys.length > 0;
  return (
    <Page title={account.displayName} lead={words.title} width="narrow">
      <Card>
        <DescriptionList
          items={[
            { term: words.username, value: account.username },
            { term: words.phone, value: account.maskedPhone ?? words.noPhone },
            { term: words.roles, value: <Roles account={account} /> },
          ]}
        />
      </Card>
      {places.length > 1 ? <WorkPlaces places={places} /> : null}
      <Card title={words.security}>
        <DescriptionList
          items={[
            { term: words.password, value: <Password changedAt={account.passwordChangedAt} /> },
            {
              term: words.secondFactor,
              value: (
                <Line to={PATHS.secondFactor} link={words.setUpSecondFactor}>
                  <Pill tone={hasFactor ? "accent" : "gold"}>
                    {hasFactor ? words.secondFactorOn : words.secondFactorOff}
                  </Pill>
                </Line>
              ),
            },
            ...(hasFactor
              ? [
                  {
                    term: words.recoveryCodes,
                    value: (
                      <Line to={PATHS.recoveryCodes} link={words.seeRecoveryCodes}>
                        {words.recoveryCodesLeft(account.recoveryCodesLeft)}
                      </Line>
                    ),
                  },
                ]
              : []),
            {
              term: phoneWords.link,
              value: (
                <Line to={PATHS.thisPhone} link={words.setUpSecondFactor}>
                  <span className="font-normal text-ink-soft">{phoneWords.linkLead}</span>
                </Line>
              ),
            },
            {
              term: words.devices,
              value: (
                <Line to={PATHS.devices} link={words.seeDevices}>
                  <span className="font-normal text-ink-soft">{words.devicesLead}</span>
                </Line>
              ),
            },
          ]}
        />
      </Card>
      <Card title={words.ownData}>
        <Line to="/du-lieu-cua-toi" link={words.seeOwnData}>
          <span className="text-ink-soft">{words.ownDataLead}</span>
        </Line>
      </Card>
      <Form method="post" action="/dang-xuat" onSubmit={leavePhone}>
        <SubmitButton variant="secondary">{words.signOut}</SubmitButton>
      </Form>
    </Page>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>["account"];

function Roles({ account }: { account: View }) {
  const { account: words, roleNames } = useMessages(accountsArea).accounts;
  const format = useFormat();
  if (account.grants.length === 0) return account.isFounder ? words.founder : words.noRoles;
  return (
    <ul>
      {account.grants.map((grant) => (
        <li key={[grant.role, grant.communeId, grant.villageId, grant.teamId].join(":")}>
          {roleNames[grant.role]}
          {grant.validTo ? (
            <span className="font-normal text-ink-soft"> {words.roleUntil(format.date(grant.validTo))}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Password({ changedAt }: { changedAt: string | null }) {
  const { account: words } = useMessages(accountsArea).accounts;
  const format = useFormat();
  const day = changedAt === null ? null : format.date(localDateAt(new Date(changedAt).getTime()));
  return (
    <Line to={PATHS.password} link={words.changePassword}>
      {day === null ? null : <span className="font-normal text-ink-soft">{words.passwordChanged(day)}</span>}
    </Line>
  );
}

function Line({ to, link, children }: { to: string; link: string; children: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-x-4 gap-y-2 sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="min-w-0">{children}</div>
      <LinkButton to={to} variant="secondary" size="small">
        {link}
      </LinkButton>
    </div>
  );
}
