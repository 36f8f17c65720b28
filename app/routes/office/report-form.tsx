import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import Download from "lucide-react/icons/download";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerFormAct } from "#app/features/report-forms/answer-form-act.server.ts";
import { readFormSheet } from "#app/features/report-forms/read-form-sheet.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { reportFormsArea } from "#app/messages/vi/report-forms.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { CheckBox } from "#app/ui/kit/check-box.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { FileField } from "#app/ui/kit/file-field.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { FormPreview } from "#app/ui/report-forms/form-preview.tsx";
import { MapForm } from "#app/ui/report-forms/map-form.tsx";
import { FORM_ACCEPT, REPORT_FORM_PATHS } from "#app/ui/report-forms/report-form-paths.ts";
import { useMetricName } from "#app/ui/report-forms/use-metric-name.ts";
import { REPORT_PATHS } from "#app/ui/reports/report-paths.ts";
import { usePeriodName } from "#app/ui/reports/use-period-name.ts";

export const handle: PageHandle = { title: (say) => say(reportFormsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "report.manage");
  if (caller.communeId === null) throw notFound();
  const search = new URL(args.request.url).searchParams;
  const found = await readFormSheet(caller, idParam(args.params.form), search.get("ky") || null);
  if (found === null) throw notFound();
  const { id, name, version, revision, mapping } = found.form;
  return { ...found, form: { id, name, version, revision, mapping }, done: search.get("xong") };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "report.manage");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const { form } = (await readFormSheet(caller, idParam(args.params.form), null)) ?? {};
  if (!form) throw notFound();
  const answer = await answerFormAct(caller, form.id, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  if (answer.done === "xoa") return goOn(`${REPORT_FORM_PATHS.list}?xong=xoa`);
  return goOn(`${REPORT_FORM_PATHS.one(form.id)}?xong=${answer.done}`);
}

export default function ReportForm() {
  const { form, sheets, lines, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { reportForms: words, reports } = useMessages(reportFormsArea, reportsArea);
  const fileProblem = answer?.problems.file;
  return (
    <Page
      title={form.name}
      lead={words.formLead}
      trail={
        <Breadcrumb
          steps={[
            { to: REPORT_PATHS.office, label: reports.officeTitle },
            { to: REPORT_FORM_PATHS.list, label: words.title },
          ]}
        />
      }
    >
      {done !== null && !answer ? <Done key={`${form.revision}-${done}`} done={done} /> : null}
      <PeriodChoice />
      <FormPreview lines={lines} sheets={sheets} />
      <MapForm
        sheets={sheets}
        revision={form.revision}
        answer={fileProblem || answer?.problems.sure ? undefined : answer}
      />
      <MappedCells />
      <Disclosure summary={words.replace} isOpen={fileProblem !== undefined}>
        <Form method="post" encType="multipart/form-data" noValidate className="grid grid-cols-1 gap-5">
          {fileProblem ? <ErrorSummary problems={answer?.problems} labels={{ file: words.file }} /> : null}
          <input type="hidden" name="revision" value={form.revision} />
          <p className="text-ink-soft">{words.replaceHint}</p>
          <FileField
            name="file"
            label={words.file}
            hint={words.fileHint}
            error={fileProblem}
            accept={FORM_ACCEPT}
          />
          <div>
            <SubmitButton name="act" value="replace">
              {words.replaceButton}
            </SubmitButton>
          </div>
        </Form>
      </Disclosure>
      <Disclosure summary={words.remove} isOpen={answer?.problems.sure !== undefined}>
        <Form method="post" noValidate className="grid gap-3">
          <CheckBox name="sure" label={words.removeSure} error={answer?.problems.sure} />
          <div>
            <SubmitButton name="act" value="remove" variant="danger">
              {words.remove}
            </SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </Page>
  );
}

function Done({ done }: { done: string }) {
  const { reportForms: words } = useMessages(reportFormsArea);
  const format = useFormat();
  const dropped = /^thay-(\d{1,3})$/.exec(done)?.[1];
  if (dropped !== undefined)
    return <Flash tone="danger">{words.replacedLess(format.number(Number(dropped)))}</Flash>;
  const said = { moi: words.added, o: words.mappedFlash, "bo-o": words.unmapped, thay: words.replaced }[done];
  return said === undefined ? null : <Flash>{said}</Flash>;
}

function PeriodChoice() {
  const { form, period, periods } = useLoaderData<typeof loader>();
  const { reportForms: words } = useMessages(reportFormsArea);
  const nameOf = usePeriodName();
  if (period === null) return <p className="text-ink-soft">{words.noPeriod}</p>;
  return (
    <Card>
      <div className="grid items-end gap-4 sm:grid-cols-[1fr_auto]">
        <Form method="get" className="grid items-end gap-4 sm:grid-cols-[1fr_auto]">
          <SelectField
            key={period.key}
            name="ky"
            label={words.period}
            defaultValue={period.key}
            choices={periods.map((each) => ({ value: each.key, label: nameOf(each) }))}
          />
          <Button type="submit" variant="secondary">
            {words.show}
          </Button>
        </Form>
        {form.mapping.length === 0 ? null : (
          <LinkButton
            to={REPORT_FORM_PATHS.filled(form.id, period.key)}
            icon={Download}
            reloadDocument
            download
          >
            {words.download}
          </LinkButton>
        )}
      </div>
    </Card>
  );
}

function MappedCells() {
  const { form, sheets } = useLoaderData<typeof loader>();
  const { reportForms: words } = useMessages(reportFormsArea);
  const nameOf = useMetricName();
  if (form.mapping.length === 0) return null;
  return (
    <Disclosure summary={words.unmapTitle}>
      <ul className="grid gap-3">
        {form.mapping.map(({ sheet, cell, metric }, index) => (
          <li key={`${sheet}!${cell}`} className="flex flex-wrap items-center justify-between gap-3">
            <span>{words.unmapLine(sheets.length > 1 ? `${sheet}: ${cell}` : cell, nameOf(metric))}</span>
            <Form method="post">
              <input type="hidden" name="revision" value={form.revision} />
              <input type="hidden" name="at" value={index + 1} />
              <SubmitButton
                name="act"
                value="unmap"
                variant="secondary"
                aria-label={`${words.unmap}: ${cell}`}
              >
                {words.unmap}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
