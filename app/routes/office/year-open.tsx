import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { makeId } from "#app/domain/ids.ts";
import { REVIEW_KINDS } from "#app/domain/year/review-result.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { openReview } from "#app/features/year/open-review.server.ts";
import { readOpeningChoices } from "#app/features/year/read-desk.server.ts";
import { openForm } from "#app/features/year/year.schema.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { fieldText } from "#app/ui/kit/form-answer.ts";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { RadioGroup } from "#app/ui/kit/radio-group.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useMonthName } from "#app/ui/months/use-month-name.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { YEAR_PATHS } from "#app/ui/year/year-paths.ts";

export const handle: PageHandle = { title: (say) => say(yearReviewArea).open.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "year.manage");
  const { platform, communeId, now } = caller;
  if (communeId === null) throw notFound();
  return {
    id: makeId(now.getTime(), platform.random.bytes(10)),
    choices: await readOpeningChoices(caller),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "year.manage");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, openForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const year = Math.floor(form.value.lastMonth / 100);
  const verdict = await openReview(caller, { ...form.value, year });
  if (verdict.ok) return goOn(`${YEAR_PATHS.review(verdict.value.id)}?xong=mo`);
  const field = FIELDS[verdict.code as keyof typeof FIELDS] ?? "form";
  return askAgain({ [field]: verdict }, form.values);
}

const FIELDS = {
  review_months_backwards: "lastMonth",
  review_too_long: "lastMonth",
  review_month_on_trial: "firstMonth",
  review_sheet_not_adopted: "sheetVersion",
  review_of_year_known: "kind",
} as const;

export default function OpenReview() {
  const { id, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { yearReview } = useMessages(yearReviewArea);
  const words = yearReview.open;
  const monthName = useMonthName();
  const problems = answer?.problems ?? {};
  const months = choices.months.map((month) => ({ value: String(month), label: monthName(month) }));
  const trail = <Breadcrumb steps={[{ to: YEAR_PATHS.desk, label: yearReview.title }]} />;
  if (choices.sheets.length === 0 || months.length === 0) {
    return (
      <Page trail={trail} title={words.title} width="narrow">
        <Notice
          tone="warning"
          title={choices.sheets.length === 0 ? words.noSheet : words.noMonths}
          action={<TextLink to={YEAR_PATHS.sheet}>{yearReview.sheetLink}</TextLink>}
        />
      </Page>
    );
  }
  return (
    <Page trail={trail} width="narrow">
      <FormCard
        title={words.title}
        lead={words.lead}
        problems={problems}
        labels={{
          kind: words.kind,
          title: words.name,
          firstMonth: words.first,
          lastMonth: words.last,
          sheetVersion: words.sheet,
        }}
      >
        <input type="hidden" name="id" value={fieldText(answer, "id") || id} />
        <RadioGroup
          name="kind"
          label={words.kind}
          error={problems.kind}
          defaultValue={fieldText(answer, "kind", "annual")}
          choices={REVIEW_KINDS.map((value) => ({
            value,
            label: yearReview.kinds[value],
            hint: words.kindHints[value],
          }))}
        />
        <TextField
          name="title"
          label={words.name}
          hint={words.nameHint}
          error={problems.title}
          defaultValue={fieldText(answer, "title")}
          autoComplete="off"
        />
        <SelectField
          name="firstMonth"
          label={words.first}
          error={problems.firstMonth}
          defaultValue={fieldText(answer, "firstMonth")}
          choices={months}
        />
        <SelectField
          name="lastMonth"
          label={words.last}
          error={problems.lastMonth}
          defaultValue={fieldText(answer, "lastMonth")}
          choices={months}
        />
        <SelectField
          name="sheetVersion"
          label={words.sheet}
          error={problems.sheetVersion}
          defaultValue={fieldText(answer, "sheetVersion", choices.sheets[0]?.version ?? null)}
          choices={choices.sheets.map(({ version, title, document }) => ({
            value: String(version),
            label: `${title} (${document ?? version})`,
          }))}
        />
        <SubmitButton size="large" block>
          {words.submit}
        </SubmitButton>
      </FormCard>
    </Page>
  );
}
