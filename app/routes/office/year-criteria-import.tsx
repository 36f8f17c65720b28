import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { importSchema } from "#app/features/criteria/criteria.schema.ts";
import { layDraft } from "#app/features/criteria/draft-sheet.server.ts";
import { readCriteria } from "#app/features/criteria/read-criteria.server.ts";
import { readSheetFile } from "#app/features/criteria/read-sheet-file.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { yearCriteriaArea } from "#app/messages/vi/year-criteria.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { FileField } from "#app/ui/kit/file-field.tsx";
import { type FormAnswer, fieldOf } from "#app/ui/kit/form-answer.ts";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CRITERIA_PATHS } from "#app/ui/year/criteria/criteria-paths.ts";

export const handle: PageHandle = { title: (say) => say(yearCriteriaArea).import.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "criteria.edit");
  const { inWork } = await standingOf(caller);
  if (inWork?.state === "asked") throw goOn(CRITERIA_PATHS.office);
  return { title: inWork?.title ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "criteria.edit");
  const { inWork, adopted, proposed } = await standingOf(caller);
  const fields = await receiveForm(args.request);
  if (fields === null) return askAgain({ form: { code: "not_readable" } });
  const form = await readForm(fields, importSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const known = inWork?.sheet ?? adopted?.sheet ?? proposed;
  const reading = await readSheetFile(caller.platform, fields, known);
  if (!reading.ok) return askAgain({ file: reading } as object, form.values);
  const { title } = form.value;
  const verdict = await layDraft(caller.platform, caller.scope("criteria.import"), {
    title,
    sheet: reading.value.sheet,
  });
  if (verdict.ok) return goOn(`${CRITERIA_PATHS.office}?xong=nhap`);
  return askAgain({ file: verdict } as object, form.values);
}

function standingOf(caller: Caller) {
  if (caller.communeId === null) throw notFound();
  return readCriteria(caller.platform, caller.scope("criteria.read"));
}

export default function YearCriteriaImport() {
  const { title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { yearCriteria } = useMessages(yearCriteriaArea);
  const words = yearCriteria.import;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: CRITERIA_PATHS.office, label: yearCriteria.title }]} />}
    >
      <FormCard
        encType="multipart/form-data"
        problems={answer?.problems}
        labels={{ title: words.name, file: words.file }}
      >
        {title === null ? null : <Notice tone="warning">{words.replaces}</Notice>}
        <TextField {...fieldOf(answer, "title", title)} label={words.name} autoComplete="off" />
        <FileField
          name="file"
          label={words.file}
          hint={words.fileHint}
          error={answer?.problems.file}
          accept=".xlsx,.ods,.csv,.txt,.tsv"
        />
        <div>
          <SubmitButton>{words.submit}</SubmitButton>
        </div>
      </FormCard>
    </Page>
  );
}
