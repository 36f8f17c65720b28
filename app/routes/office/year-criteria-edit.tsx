import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { listCriteria } from "#app/domain/year/review-run.ts";
import { figuresOf } from "#app/domain/year/sheet-figures.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { sheetFormSchema, sheetOfForm } from "#app/features/criteria/criteria.schema.ts";
import { saveDraft } from "#app/features/criteria/draft-sheet.server.ts";
import { readCriteria } from "#app/features/criteria/read-criteria.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { yearCriteriaArea } from "#app/messages/vi/year-criteria.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "#app/ui/kit/form-answer.ts";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CRITERIA_PATHS } from "#app/ui/year/criteria/criteria-paths.ts";
import { SheetFields } from "#app/ui/year/criteria/sheet-form.tsx";

export const handle: PageHandle = { title: (say) => say(yearCriteriaArea).edit.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "criteria.edit");
  const inWork = await findInWork(caller);
  // What waits for the second person is read on the desk, and changed nowhere.
  if (inWork?.state !== "draft") throw goOn(CRITERIA_PATHS.office);
  const { revision, title, sheet } = inWork;
  const figures = listCriteria(sheet).map((criterion) => [criterion.key, figuresOf(criterion)]);
  return {
    revision,
    title,
    sheet,
    figures: Object.fromEntries(figures) as Record<string, ReturnType<typeof figuresOf>>,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "criteria.edit");
  const inWork = await findInWork(caller);
  if (inWork === null) return askAgain({ form: { code: "criteria_nothing_drafted" } });
  const fields = (await receiveForm(args.request)) ?? new FormData();
  const form = await readForm(fields, sheetFormSchema(inWork.sheet));
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await saveDraft(caller.platform, caller.scope("criteria.save"), {
    revision: form.value.revision as number,
    title: form.value.title as string,
    change: sheetOfForm(form.value),
  });
  return verdict.ok ? goOn(`${CRITERIA_PATHS.office}?xong=luu`) : askAgain({ form: verdict }, form.values);
}

async function findInWork(caller: Caller) {
  if (caller.communeId === null) throw notFound();
  return (await readCriteria(caller.platform, caller.scope("criteria.read"))).inWork;
}

export default function YearCriteriaEdit() {
  const { revision, title, sheet, figures } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { yearCriteria } = useMessages(yearCriteriaArea);
  const words = yearCriteria.edit;
  const format = useFormat();
  const labels = Object.fromEntries(
    listCriteria(sheet).flatMap(({ key, title: name }) =>
      ["title", "maximum", "explanation", ...(figures[key] ?? []).map((figure) => figure.name)].map(
        (field) => [`${key}.${field}`, name],
      ),
    ),
  );
  return (
    <Page
      title={words.title}
      lead={words.lead(format.points(sheet.total))}
      trail={<Breadcrumb steps={[{ to: CRITERIA_PATHS.office, label: yearCriteria.title }]} />}
    >
      <Form method="post" noValidate className="grid gap-6">
        <ErrorSummary problems={answer?.problems} labels={labels} />
        <input type="hidden" name="revision" value={fieldText(answer, "revision", revision)} />
        <SheetFields title={title} sheet={sheet} figures={figures} answer={answer} />
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </Form>
    </Page>
  );
}
