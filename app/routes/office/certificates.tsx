import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import Award from "lucide-react/icons/award";
import { CERTIFICATE_PATHS } from "#app/domain/certificates/certificate-paths.ts";
import { UNION_EXPORT_PATHS } from "#app/domain/certificates/union-export.ts";
import { isId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { awardPaperSchema, searchSchema } from "#app/features/certificates/certificates.schema.ts";
import { issueForAward } from "#app/features/certificates/issue-for-award.server.ts";
import { readCertificateBook } from "#app/features/certificates/read-certificates.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { certificatesArea } from "#app/messages/vi/certificates.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { unionExportsArea } from "#app/messages/vi/union-exports.ts";
import { CertificateStatePill, useCertificateTitle } from "#app/ui/certificates/certificate-facts.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { DataTable } from "#app/ui/kit/data-table.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";

export const handle: PageHandle = { title: (say) => say(certificatesArea).office.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "certificate.issue");
  const form = await readForm(new URL(args.request.url).searchParams, searchSchema);
  const search = form.ok ? (form.value.tim ?? null) : null;
  const wanted = new URL(args.request.url).searchParams.get("danh-hieu");
  const book = await readCertificateBook(caller, search);
  return {
    search,
    wanted: wanted !== null && isId(wanted) ? wanted : null,
    book: book.map(({ credential: _, ...certificate }) => certificate),
  };
}

/** A paper for somebody who has no account to make it with: a household, a team, a member on paper. */
export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "certificate.issue");
  const form = await readForm(args.request, awardPaperSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { awardId, holderName = null } = form.value;
  const verdict = await issueForAward(caller, { awardId, holderName }, "any");
  if (verdict === null) throw notFound();
  if (verdict.ok) return goOn(`${CERTIFICATE_PATHS.officeOne(verdict.value.id)}?xong=cap`);
  return askAgain(
    { [verdict.code === "certificate_name_missing" ? "holderName" : "form"]: verdict },
    form.values,
  );
}

export default function CertificateBook() {
  const { search, wanted, book } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { certificates, setup, unionExports } = useMessages(certificatesArea, setupArea, unionExportsArea);
  const words = certificates.office;
  const format = useFormat();
  const titleOf = useCertificateTitle();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <LinkButton to={UNION_EXPORT_PATHS.desk} variant="secondary">
          {unionExports.title}
        </LinkButton>
      }
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: setup.overview.title }]} />}
    >
      {wanted === null ? null : (
        <FormCard
          lead={words.issueLead}
          problems={answer?.problems}
          labels={{ holderName: words.holderName }}
        >
          <input type="hidden" name="awardId" value={wanted} />
          <TextField
            name="holderName"
            label={words.holderName}
            hint={words.holderHint}
            optional
            maxLength={160}
            error={answer?.problems.holderName}
            defaultValue={typeof answer?.values.holderName === "string" ? answer.values.holderName : ""}
          />
          <SubmitButton>{certificates.make}</SubmitButton>
        </FormCard>
      )}
      <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
        <div className="min-w-60 flex-1">
          <TextField
            name="tim"
            type="search"
            label={words.search}
            defaultValue={search ?? ""}
            maxLength={80}
          />
        </div>
        <SubmitButton variant="secondary">{words.searchButton}</SubmitButton>
      </Form>
      <DataTable
        caption={words.title}
        hidesCaption
        rows={book}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={Award} title={search === null ? words.noneTitle : words.notFound}>
            {search === null ? words.noneBody : null}
          </EmptyState>
        }
        columns={[
          {
            key: "holder",
            header: words.holder,
            cell: ({ id, holderName }) => (
              <Link to={CERTIFICATE_PATHS.officeOne(id)} className="font-bold text-accent-ink underline">
                {holderName ?? words.erasedHolder}
              </Link>
            ),
          },
          { key: "number", header: words.number, cell: ({ number }) => number },
          { key: "what", header: words.what, cell: titleOf },
          { key: "issued", header: words.issuedOn, cell: ({ issuedOn }) => format.date(issuedOn) },
          { key: "state", header: words.state, cell: ({ state }) => <CertificateStatePill state={state} /> },
        ]}
      />
    </Page>
  );
}
