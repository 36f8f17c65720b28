import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import Award from "lucide-react/icons/award";
import { addMonths, type LocalDate, parseLocalDate } from "#app/domain/calendar/local-date.ts";
import { CERTIFICATE_PATHS } from "#app/domain/certificates/certificate-paths.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { awardPaperSchema, participationSchema } from "#app/features/certificates/certificates.schema.ts";
import { issueForAward } from "#app/features/certificates/issue-for-award.server.ts";
import { issueParticipation } from "#app/features/certificates/issue-participation.server.ts";
import { readOwnCertificates } from "#app/features/certificates/read-certificates.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { certificatesArea } from "#app/messages/vi/certificates.ts";
import { OwnCertificates } from "#app/ui/certificates/own-certificates.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(certificatesArea).title };

const MONTHS_PROPOSED = 3;

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "certificate.read-own");
  const own = await readOwnCertificates(caller);
  return {
    own: own && {
      awards: own.awards,
      certificates: own.certificates.map(({ credential, ...certificate }) => ({
        ...certificate,
        hasBadge: credential !== null,
      })),
    },
    proposed: proposedRange(new URL(args.request.url).searchParams, caller.today),
    isDone: new URL(args.request.url).searchParams.has("xong"),
  };
}

/** L26: a campaign leads here with its own days; else the last months. */
function proposedRange(query: URLSearchParams, today: LocalDate): { from: LocalDate; to: LocalDate } {
  return {
    from: parseLocalDate(query.get("tu") ?? "") ?? addMonths(today, -MONTHS_PROPOSED),
    to: parseLocalDate(query.get("den") ?? "") ?? today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "certificate.read-own");
  const fields = (await receiveForm(args.request)) ?? new FormData();
  return fields.get("intent") === "award" ? certifyAward(caller, fields) : certifyWork(caller, fields);
}

async function certifyWork(caller: Caller, fields: FormData) {
  const form = await readForm(fields, participationSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await issueParticipation(caller, form.value);
  if (verdict.ok) return goOn(`${CERTIFICATE_PATHS.own}?xong`);
  const field =
    { certificate_days_reversed: "from", certificate_days_ahead: "to" }[verdict.code as string] ?? "form";
  return askAgain({ [field]: verdict }, form.values);
}

async function certifyAward(caller: Caller, fields: FormData) {
  const form = await readForm(fields, awardPaperSchema);
  if (!form.ok) throw notFound();
  const verdict = await issueForAward(caller, { awardId: form.value.awardId, holderName: null }, "own");
  if (verdict === null) throw notFound();
  return verdict.ok ? goOn(`${CERTIFICATE_PATHS.own}?xong`) : askAgain({ form: verdict });
}

export default function Certificates() {
  const { own, proposed, isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { certificates: words } = useMessages(certificatesArea);
  const format = useFormat();
  if (own === null) {
    return (
      <Page title={words.title} width="narrow">
        <EmptyState icon={Award} title={words.notOnRoster}>
          {words.notOnRosterBody}
        </EmptyState>
      </Page>
    );
  }
  const typed = answer?.values as Readonly<Record<string, string | undefined>> | undefined;
  return (
    <Page title={words.title} lead={words.lead} width="narrow">
      {isDone && !answer ? <Flash>{words.made}</Flash> : null}
      <FormCard
        lead={words.participationLead}
        problems={answer?.problems}
        labels={{ from: words.from, to: words.to }}
      >
        <h2 className="text-xl">{words.participation}</h2>
        <TextField
          name="from"
          type="date"
          label={words.from}
          defaultValue={typed?.from ?? proposed.from}
          error={answer?.problems.from}
        />
        <TextField
          name="to"
          type="date"
          label={words.to}
          defaultValue={typed?.to ?? proposed.to}
          error={answer?.problems.to}
        />
        <SubmitButton>{words.make}</SubmitButton>
      </FormCard>
      <Card title={words.issued}>
        {own.certificates.length === 0 ? (
          <EmptyState icon={Award} title={words.noneTitle}>
            {words.noneBody}
          </EmptyState>
        ) : (
          <OwnCertificates certificates={own.certificates} />
        )}
      </Card>
      {own.awards.length > 0 ? (
        <Disclosure summary={`${words.awards} (${own.awards.length})`}>
          <ul className="divide-y divide-line">
            {own.awards.map(({ id, title, earnedOn }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <span>{words.awardOf(title, format.date(earnedOn as typeof proposed.to))}</span>
                <Form method="post">
                  <input type="hidden" name="awardId" value={id} />
                  <SubmitButton
                    name="intent"
                    value="award"
                    variant="secondary"
                    aria-label={words.makeOf(title)}
                  >
                    {words.make}
                  </SubmitButton>
                </Form>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Page>
  );
}
