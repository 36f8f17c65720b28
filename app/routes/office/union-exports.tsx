import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import FileDown from "lucide-react/icons/file-down";
import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import { CERTIFICATE_PATHS } from "#app/domain/certificates/certificate-paths.ts";
import { CLASSIFYING_UNIONS, UNION_EXPORT_PATHS } from "#app/domain/certificates/union-export.ts";
import { makeId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { makeUnionExport } from "#app/features/union-exports/make-union-export.server.ts";
import { readMadeExports, readUnionResults } from "#app/features/union-exports/read-union-results.server.ts";
import { unionExportSchema, unionWishSchema } from "#app/features/union-exports/union-exports.schema.ts";
import { certificatesArea } from "#app/messages/vi/certificates.ts";
import { unionExportsArea } from "#app/messages/vi/union-exports.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { UnionResultsTable } from "#app/ui/union-exports/union-results-table.tsx";

export const handle: PageHandle = { title: (say) => say(unionExportsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "union-export.make");
  if (caller.communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const form = await readForm(query, unionWishSchema);
  const { year } = partsOf(caller.today);
  const wish = form.ok
    ? { union: form.value.doanThe, from: form.value.from, to: form.value.to }
    : { union: CLASSIFYING_UNIONS[0], from: `${year}-01-01` as LocalDate, to: caller.today };
  return {
    results: await readUnionResults(caller, wish),
    made: await readMadeExports(caller),
    newId: makeId(caller.now.getTime(), caller.platform.random.bytes(10)),
    isDone: query.has("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "union-export.make");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, unionExportSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { id, doanThe, from, to } = form.value;
  const verdict = await makeUnionExport(caller, { id, union: doanThe, from, to });
  if (!verdict.ok) return askAgain({ form: verdict }, form.values);
  const shown = new URLSearchParams({ doanThe, from, to, xong: "" });
  return goOn(`${UNION_EXPORT_PATHS.desk}?${shown}`);
}

export default function UnionExports() {
  const { results, made, newId, isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { unionExports: words, certificates } = useMessages(unionExportsArea, certificatesArea);
  const format = useFormat();
  const { union, from, to, lines, withoutConsent } = results;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: CERTIFICATE_PATHS.office, label: certificates.office.title }]} />}
    >
      {isDone && !answer ? <Flash>{words.made}</Flash> : null}
      <ErrorSummary
        problems={answer?.problems}
        labels={{ from: words.from, to: words.to, doanThe: words.union }}
      />
      <Form
        key={`${union}/${from}/${to}`}
        method="get"
        className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_auto] lg:items-end"
      >
        <SelectField
          name="doanThe"
          label={words.union}
          required
          defaultValue={union}
          choices={CLASSIFYING_UNIONS.map((value) => ({ value, label: words.unions[value] }))}
        />
        <TextField name="from" type="date" label={words.from} defaultValue={from} />
        <TextField name="to" type="date" label={words.to} defaultValue={to} />
        <SubmitButton variant="secondary">{words.show}</SubmitButton>
      </Form>
      <UnionResultsTable results={results} />
      <p className="text-ink-soft">{words.withoutConsent(withoutConsent)}</p>
      {lines.length > 0 ? (
        <Card>
          <p className="max-w-prose">{words.makeLead}</p>
          <Form method="post" className="mt-4">
            <input type="hidden" name="id" value={newId} />
            <input type="hidden" name="doanThe" value={union} />
            <input type="hidden" name="from" value={from} />
            <input type="hidden" name="to" value={to} />
            <SubmitButton>{words.make}</SubmitButton>
          </Form>
        </Card>
      ) : null}
      <Card title={words.madeTitle}>
        {made.length === 0 ? <p className="text-ink-soft">{words.madeNone}</p> : <p>{words.laterNote}</p>}
        <ul className="mt-3 divide-y divide-line">
          {made.map((one) => {
            const range = words.range(format.date(one.from), format.date(one.to));
            return (
              <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
                <span>
                  <strong>{words.unions[one.union]}</strong>, {range}
                  <br />
                  <span className="text-ink-soft">
                    {words.howMany}: {format.number(one.people)} · {words.when}: {format.moment(one.madeAt)} ·{" "}
                    {words.by}: {one.madeBy}
                  </span>
                </span>
                <TextLink
                  to={UNION_EXPORT_PATHS.file(one.id)}
                  reloadDocument
                  aria-label={words.downloadOf(words.unions[one.union], range)}
                >
                  <FileDown size="1.125em" aria-hidden className="me-1 inline" />
                  {words.download}
                </TextLink>
              </li>
            );
          })}
        </ul>
      </Card>
    </Page>
  );
}
