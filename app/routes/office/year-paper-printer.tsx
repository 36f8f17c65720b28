import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { YEAR_PAPER_PATHS } from "#app/domain/year-papers/year-paper-views.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { answerPrinterForm } from "#app/features/year-papers/answer-paper-forms.server.ts";
import { readPrinter } from "#app/features/year-papers/find-printer.server.ts";
import { readReviewName } from "#app/features/year-papers/find-review-name.server.ts";
import { yearPapersArea } from "#app/messages/vi/year-papers.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { CheckBox } from "#app/ui/kit/check-box.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { FileField } from "#app/ui/kit/file-field.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldText } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { YEAR_PATHS } from "#app/ui/year/year-paths.ts";

export const handle: PageHandle = { title: (say) => say(yearPapersArea).printer.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "year-paper.issue");
  if (caller.communeId === null) throw notFound();
  const reviewId = idParam(args.params.reviewId);
  const title = await readReviewName(caller, reviewId);
  if (title === null) throw notFound();
  const [id = ""] = newIds(caller, 1);
  const isDone = new URL(args.request.url).searchParams.get("xong") === "thiet-lap";
  return { reviewId, title, printer: await readPrinter(caller), id, isDone };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "year-paper.issue");
  const reviewId = idParam(args.params.reviewId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null || (await readReviewName(caller, reviewId)) === null)
    throw notFound();
  const answer = await answerPrinterForm(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${YEAR_PAPER_PATHS.setting(reviewId)}?xong=thiet-lap`);
}

export default function YearPaperPrinter() {
  const { reviewId, title, printer, id, isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { yearPapers, yearReview } = useMessages(yearPapersArea, yearReviewArea);
  const format = useFormat();
  const words = yearPapers.printer;
  const field = (name: string, now: string) => ({
    name,
    defaultValue: fieldText(answer, name) || now,
    error: answer?.problems[name],
  });
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="narrow"
      trail={
        <Breadcrumb
          steps={[
            { to: YEAR_PATHS.desk, label: yearReview.title },
            { to: YEAR_PATHS.review(reviewId), label: title },
            { to: YEAR_PAPER_PATHS.desk(reviewId), label: yearPapers.tab },
          ]}
        />
      }
    >
      {isDone && !answer ? <Flash key={id}>{yearPapers.done["thiet-lap"]}</Flash> : null}
      <Form method="post" encType="multipart/form-data" noValidate className="grid grid-cols-1 gap-5">
        <ErrorSummary
          problems={answer?.problems}
          labels={{
            emblem: words.emblem,
            shiftRight: words.shiftRight,
            shiftDown: words.shiftDown,
            bases: words.bases,
          }}
        />
        <input type="hidden" name="id" value={id} />
        <Card title={words.overprint}>
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              {...field("shiftRight", format.number(printer.shiftRight / 10, 1))}
              label={words.shiftRight}
              hint={words.shiftHint}
              inputMode="text"
              autoComplete="off"
            />
            <TextField
              {...field("shiftDown", format.number(printer.shiftDown / 10, 1))}
              label={words.shiftDown}
              hint={words.shiftHint}
              inputMode="text"
              autoComplete="off"
            />
          </div>
          <p className="my-4 text-ink-soft">{words.testHint}</p>
          <LinkButton to={YEAR_PAPER_PATHS.testSheet(reviewId)} reloadDocument variant="secondary">
            {words.testSheet}
          </LinkButton>
        </Card>
        <Card title={words.emblem}>
          <div className="grid gap-4">
            {printer.emblemName === null ? null : <p>{words.emblemNow(printer.emblemName)}</p>}
            <FileField
              name="emblem"
              label={words.emblem}
              hint={words.emblemHint}
              error={answer?.problems.emblem}
              accept="image/png,image/jpeg"
            />
            {printer.hasEmblem ? <CheckBox name="removeEmblem" label={words.removeEmblem} /> : null}
          </div>
        </Card>
        <Card title={words.bases}>
          <TextArea
            {...field("bases", printer.bases.join("\n"))}
            label={words.bases}
            hint={words.basesHint}
            rows={8}
          />
        </Card>
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </Form>
    </Page>
  );
}
