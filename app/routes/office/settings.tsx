import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { adoptRegulation } from "#app/features/communes/adopt-regulation.server.ts";
import { type CommuneView, readCommune } from "#app/features/communes/read-commune.server.ts";
import { readSetting } from "#app/features/communes/read-settings.server.ts";
import { regulationForm } from "#app/features/communes/settings.schema.ts";
import { CONTACT_PATHS } from "#app/features/contacts/paths.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { contactsArea } from "#app/messages/vi/contacts.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { shellArea } from "#app/messages/vi/shell.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DescriptionList } from "#app/ui/kit/description-list.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ChangedNotice } from "#app/ui/setup/changed-notice.tsx";
import { fieldsOf } from "#app/ui/setup/form-answer.ts";
import { OFFICE_PATHS, STEP_PATHS } from "#app/ui/setup/paths.ts";
import { askAgain, tellConflict } from "./answer-form.server.ts";

export const handle: PageHandle = { title: (say) => say(setupArea).settings.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "commune.read-settings");
  const scope = caller.scope("communes.read-settings");
  return {
    commune: await readCommune(caller.platform, scope),
    words: (await readSetting(caller.platform, scope, "words")).value,
    header: (await readSetting(caller.platform, scope, "document_header")).value,
    cutoff: (await readSetting(caller.platform, scope, "cutoff")).value,
    mayEdit: can(caller.actor, "commune.set-up", null, caller.today).ok,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  const form = await readForm(args.request, regulationForm);
  if (!form.ok) return askAgain(form.problems, form.values, NOTHING_NEWER);
  const { intent, number, date, revision } = form.value;
  if (intent === "adopt" && number === undefined)
    return askAgain({ number: { code: "required" } }, form.values, NOTHING_NEWER);
  if (intent === "adopt" && date === undefined)
    return askAgain({ date: { code: "required" } }, form.values, NOTHING_NEWER);
  const regulation =
    intent === "adopt" && number !== undefined && date !== undefined ? { number, date } : null;
  const verdict = await adoptRegulation(caller.platform, caller.scope("communes.adopt-regulation"), {
    regulation,
    seenRevision: revision,
  });
  if (verdict.ok) throw goOn(`${OFFICE_PATHS.settings}?da-luu`);
  if (verdict.code === "regulation_number_malformed")
    return askAgain({ number: verdict }, form.values, NOTHING_NEWER);
  if (verdict.code === "regulation_date_in_future")
    return askAgain({ date: verdict }, form.values, NOTHING_NEWER);
  const standing: CommuneView | null = await readStanding(caller);
  return tellConflict(verdict, form.values, { standing });
}

const NOTHING_NEWER: { readonly standing: CommuneView | null } = { standing: null };

function readStanding(caller: Caller) {
  return readCommune(caller.platform, caller.scope("communes.read-commune"));
}

export default function Settings() {
  const { commune, words, header, cutoff, mayEdit } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const answer = useActionData<typeof action>();
  const { contacts, setup } = useMessages(contactsArea, setupArea);
  const labels = setup.settings;
  const edit = (to: string) => (mayEdit ? <TextLink to={to}>{setup.edit}</TextLink> : null);
  const { identity } = setup;
  return (
    <Page
      title={labels.title}
      lead={labels.lead}
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: setup.overview.title }]} />}
    >
      {search.has("da-luu") && !answer ? <Notice tone="success">{setup.saved}</Notice> : null}
      <RegulationCard mayEdit={mayEdit} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <Card title={labels.identity} aside={edit(STEP_PATHS.identity)}>
            <DescriptionList
              items={[
                { term: identity.name, value: `${setup.communeKinds[commune.kind]} ${commune.name}` },
                { term: identity.province, value: commune.province },
                { term: identity.code, value: commune.code ?? setup.notEntered },
                { term: identity.issuingBody, value: header.issuingBody },
                { term: identity.office, value: header.office },
              ]}
            />
          </Card>
          <Card>
            <ul className="grid gap-2">
              {mayEdit ? (
                <li>
                  <TextLink to={STEP_PATHS.villages}>{labels.villages}</TextLink>
                </li>
              ) : null}
              {mayEdit ? (
                <li>
                  <TextLink to={CONTACT_PATHS.office}>{contacts.title}</TextLink>
                </li>
              ) : null}
              <li>
                <TextLink to={PATHS.people}>{labels.people}</TextLink>
              </li>
              <li>
                <TextLink to={OFFICE_PATHS.acts}>{labels.acts}</TextLink>
              </li>
            </ul>
          </Card>
        </div>
        <div className="grid gap-6">
          <Card title={labels.words} aside={edit(STEP_PATHS.words)}>
            <DescriptionList
              items={[
                { term: setup.words.team, value: words.team },
                { term: setup.words.teamShort, value: words.teamShort },
                { term: setup.words.village, value: words.village },
              ]}
            />
          </Card>
          <Card title={labels.cutoff} aside={edit(OFFICE_PATHS.cutoff)}>
            <DescriptionList
              items={[
                { term: setup.cutoff.startDay, value: cutoff.startDay },
                { term: setup.cutoff.graceDays, value: `${cutoff.graceDays} ${setup.cutoff.days}` },
                { term: setup.cutoff.team, value: cutoff.due.team.day },
                { term: setup.cutoff.office, value: cutoff.due.office.day },
              ]}
            />
          </Card>
        </div>
      </div>
    </Page>
  );
}

function RegulationCard({ mayEdit }: { mayEdit: boolean }) {
  const loaded = useLoaderData<typeof loader>().commune;
  const answer = useActionData<typeof action>();
  const standing = answer?.standing ?? null;
  const { regulation, isTrial, revision } = standing ?? loaded;
  const { setup, shell } = useMessages(setupArea, shellArea);
  const words = setup.settings;
  const format = useFormat();
  const field = fieldsOf(answer);
  const inForce = regulation ? words.inForce(regulation.number, format.date(regulation.date)) : null;
  return (
    <Card title={words.regulation} aside={isTrial ? <Pill tone="gold">{shell.trial}</Pill> : null}>
      <p className="text-ink-soft">{inForce ?? words.regulationLead}</p>
      {standing ? (
        <div className="mt-4">
          <ChangedNotice standing={[{ term: words.regulation, value: inForce ?? shell.trial }]} />
        </div>
      ) : null}
      {mayEdit ? (
        <Form method="post" noValidate className="mt-5 grid max-w-xl gap-5">
          <ErrorSummary
            problems={answer?.problems}
            labels={{ number: words.regulationNumber, date: words.regulationDate }}
          />
          <input type="hidden" name="revision" value={revision} />
          <TextField
            {...field("number", regulation?.number ?? null)}
            label={words.regulationNumber}
            hint={words.regulationNumberHint}
            maxLength={40}
            autoComplete="off"
          />
          <TextField {...field("date", regulation?.date ?? null)} label={words.regulationDate} type="date" />
          <SubmitButton name="intent" value="adopt" className="justify-self-start">
            {isTrial ? words.adopt : words.change}
          </SubmitButton>
        </Form>
      ) : null}
      {mayEdit && !isTrial ? (
        <div className="mt-5 max-w-xl">
          <Disclosure summary={words.backToTrial}>
            <p className="text-ink-soft">{words.backToTrialLead}</p>
            <Form method="post" className="mt-3">
              <input type="hidden" name="revision" value={revision} />
              <SubmitButton name="intent" value="trial" variant="danger">
                {words.backToTrial}
              </SubmitButton>
            </Form>
          </Disclosure>
        </div>
      ) : null}
    </Card>
  );
}
