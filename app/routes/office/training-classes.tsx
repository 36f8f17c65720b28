import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import Presentation from "lucide-react/icons/presentation";
import { type LocalDate, parseLocalDate } from "#app/domain/calendar/local-date.ts";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readClasses } from "#app/features/training/keep-class-sheet.server.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ClassTables } from "#app/ui/training/class-tables.tsx";

export const handle: PageHandle = { title: (say) => say(trainingArea).classes.title };

/** Classes for residents that others verified, with sums for the report. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "training.read");
  if (caller.communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const from = parseLocalDate(query.get("tu") ?? "") ?? (`${caller.today.slice(0, 4)}-01-01` as LocalDate);
  const to = parseLocalDate(query.get("den") ?? "") ?? caller.today;
  return { from, to, ...(await readClasses(caller, from, to)) };
}

export default function TrainingClasses() {
  const { from, to, withoutSheet, ...desk } = useLoaderData<typeof loader>();
  const { training } = useMessages(trainingArea);
  const words = training.classes;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: TRAINING_PATHS.desk, label: training.desk.title }]} />}
    >
      <Form method="get" className="flex flex-wrap items-end gap-4">
        <TextField name="tu" label={words.from} type="date" defaultValue={from} />
        <TextField name="den" label={words.to} type="date" defaultValue={to} />
        <SubmitButton variant="secondary">{words.show}</SubmitButton>
      </Form>
      {withoutSheet > 0 ? <Notice tone="warning">{words.withoutSheet(withoutSheet)}</Notice> : null}
      {desk.lines.length === 0 ? (
        <EmptyState icon={Presentation} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <ClassTables {...desk} />
      )}
    </Page>
  );
}
