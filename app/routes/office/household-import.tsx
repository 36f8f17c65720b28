import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import Download from "lucide-react/icons/download";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { HOUSEHOLD_IMPORT_PATHS } from "#app/features/household-import/paths.ts";
import { readHouseholdImports } from "#app/features/household-import/read-import.server.ts";
import { receiveHouseholds } from "#app/features/household-import/receive-households.server.ts";
import { HOUSEHOLD_PATHS } from "#app/features/households/paths.ts";
import { householdImportArea } from "#app/messages/vi/household-import.ts";
import { householdsArea } from "#app/messages/vi/households.ts";
import { HouseholdImportProgress } from "#app/ui/households/import-progress.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DataTable } from "#app/ui/kit/data-table.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { UploadForm } from "#app/ui/roster-import/upload-form.tsx";

export const handle: PageHandle = { title: (say) => say(householdImportArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "household.manage");
  if (caller.communeId === null) throw notFound();
  return {
    today: caller.today,
    imports: await readHouseholdImports(caller.platform, caller.scope("household-import.read-all")),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "household.manage");
  if (caller.communeId === null) throw notFound();
  const fields = await receiveForm(args.request);
  if (!fields) return askAgain({ form: { code: "not_readable" } });
  const answer = await receiveHouseholds(caller, fields);
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(HOUSEHOLD_IMPORT_PATHS.batch(answer.batchId));
}

export default function HouseholdImport() {
  const { today, imports } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { householdImport: words, households } = useMessages(householdImportArea, householdsArea);
  const format = useFormat();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: HOUSEHOLD_PATHS.register, label: households.title }]} />}
      actions={
        <LinkButton to={HOUSEHOLD_IMPORT_PATHS.template} reloadDocument variant="secondary" icon={Download}>
          {words.template}
        </LinkButton>
      }
    >
      {search.get("xong") === "bo" && !answer ? <Flash>{words.dropped}</Flash> : null}
      <Notice tone="info">{words.citizenIds}</Notice>
      <ErrorSummary
        problems={answer?.problems}
        labels={{ file: words.file, effectiveOn: words.effectiveOn }}
      />
      <UploadForm
        today={today}
        problems={answer?.problems}
        values={answer?.values}
        words={words}
        icon={FileSpreadsheet}
      />
      <HouseholdImportProgress tellsAt={HOUSEHOLD_IMPORT_PATHS.progress} />
      {imports.length > 0 ? (
        <Card title={words.earlier}>
          <DataTable
            caption={words.earlier}
            hidesCaption
            rows={imports}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "file",
                header: words.columns.file,
                cell: ({ id, fileName }) => (
                  <TextLink to={HOUSEHOLD_IMPORT_PATHS.batch(id)}>{fileName}</TextLink>
                ),
              },
              { key: "when", header: words.columns.when, cell: ({ madeAt }) => format.moment(madeAt) },
              {
                key: "state",
                header: words.columns.state,
                cell: ({ state }) => (
                  <Pill tone={state === "applied" ? "accent" : "neutral"}>{words.states[state]}</Pill>
                ),
              },
              {
                key: "result",
                header: words.columns.result,
                cell: ({ counts }) =>
                  words.result(format.number(counts.create), format.number(counts.update)),
              },
            ]}
          />
        </Card>
      ) : null}
    </Page>
  );
}
