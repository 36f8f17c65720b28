import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerNewForm } from "#app/features/report-forms/answer-form-act.server.ts";
import { readForms } from "#app/features/report-forms/read-form-sheet.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { reportFormsArea } from "#app/messages/vi/report-forms.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { FileField } from "#app/ui/kit/file-field.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldOf } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { FORM_ACCEPT, REPORT_FORM_PATHS } from "#app/ui/report-forms/report-form-paths.ts";
import { REPORT_PATHS } from "#app/ui/reports/report-paths.ts";

export const handle: PageHandle = { title: (say) => say(reportFormsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "report.manage");
  if (caller.communeId === null) throw notFound();
  const [id = ""] = newIds(caller, 1);
  const forms = (await readForms(caller)).map(({ id, name, version, mapping }) => ({
    id,
    name,
    version,
    mapped: mapping.length,
  }));
  return { id, forms, wasRemoved: new URL(args.request.url).searchParams.get("xong") === "xoa" };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "report.manage");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerNewForm(caller, fields);
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${REPORT_FORM_PATHS.one(answer.done)}?xong=moi`);
}

export default function ReportForms() {
  const { id, forms, wasRemoved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { reportForms: words, reports } = useMessages(reportFormsArea, reportsArea);
  const format = useFormat();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: REPORT_PATHS.office, label: reports.officeTitle }]} />}
    >
      {wasRemoved && !answer ? <Flash>{words.removed}</Flash> : null}
      {forms.length === 0 ? (
        <EmptyState icon={FileSpreadsheet} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      <ul className="grid gap-4 lg:grid-cols-2">
        {forms.map((form) => (
          <li key={form.id}>
            <Card title={form.name}>
              <p className="mb-4 text-ink-soft">
                {words.version(form.version)} ·{" "}
                {form.mapped === 0 ? words.notMapped : words.mapped(format.number(form.mapped))}
              </p>
              <LinkButton to={REPORT_FORM_PATHS.one(form.id)} variant="secondary">
                {words.open}
              </LinkButton>
            </Card>
          </li>
        ))}
      </ul>
      <Card title={words.add}>
        <Form
          key={id}
          method="post"
          encType="multipart/form-data"
          noValidate
          className="grid grid-cols-1 gap-5"
        >
          <ErrorSummary problems={answer?.problems} labels={{ name: words.name, file: words.file }} />
          <input type="hidden" name="id" value={id} />
          <TextField
            {...fieldOf(answer, "name")}
            label={words.name}
            hint={words.nameHint}
            autoComplete="off"
          />
          <FileField
            name="file"
            label={words.file}
            hint={words.fileHint}
            error={answer?.problems.file}
            accept={FORM_ACCEPT}
          />
          <div>
            <SubmitButton>{words.save}</SubmitButton>
          </div>
        </Form>
      </Card>
    </Page>
  );
}
