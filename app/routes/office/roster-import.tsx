import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import Download from "lucide-react/icons/download";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { IMPORT_PATHS, rosterBatchPath } from "#app/features/roster-import/import-paths.ts";
import { previewRoster } from "#app/features/roster-import/preview-roster.server.ts";
import { readImports } from "#app/features/roster-import/read-imports.server.ts";
import { pastedOf, receiveUpload } from "#app/features/roster-import/receive-upload.server.ts";
import { uploadSchema } from "#app/features/roster-import/roster-import.schema.ts";
import { importsArea } from "#app/messages/vi/import.ts";
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

export const handle: PageHandle = { title: (say) => say(importsArea).roster.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  if (caller.communeId === null) throw notFound();
  return {
    today: caller.today,
    imports: await readImports(caller.platform, caller.scope("roster-import.read")),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  if (caller.communeId === null) throw notFound();
  const fields = await receiveForm(args.request);
  if (!fields) return askAgain({ form: { code: "not_readable" } });
  const form = await readForm(
    new URLSearchParams({ effectiveOn: String(fields.get("effectiveOn") ?? "") }),
    uploadSchema,
  );
  const values = { ...form.values, ...pastedOf(fields) };
  if (!form.ok) return askAgain(form.problems, values);
  const upload = await receiveUpload(fields);
  const verdict = upload.ok
    ? await previewRoster(
        caller.platform,
        caller.scope("roster-import.preview"),
        upload.value,
        form.value.effectiveOn,
      )
    : upload;
  if (!verdict.ok) return askAgain({ file: verdict }, values);
  return goOn(rosterBatchPath(verdict.value.batchId));
}

export default function RosterImport() {
  const { today, imports } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { roster: words } = useMessages(importsArea).imports;
  const format = useFormat();
  const problems = answer?.problems;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <LinkButton to={IMPORT_PATHS.rosterTemplate} reloadDocument variant="secondary" icon={Download}>
          {words.template}
        </LinkButton>
      }
    >
      {search.get("xong") === "bo" && !answer ? <Flash>{words.dropped}</Flash> : null}
      <Notice tone="info">{words.citizenIds}</Notice>
      <ErrorSummary problems={problems} labels={{ file: words.file, effectiveOn: words.effectiveOn }} />
      <UploadForm
        today={today}
        problems={problems}
        values={answer?.values}
        words={words}
        icon={FileSpreadsheet}
      />
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
                header: words.fileColumn,
                cell: ({ id, fileName }) => <TextLink to={rosterBatchPath(id)}>{fileName}</TextLink>,
              },
              { key: "when", header: words.when, cell: ({ madeAt }) => format.moment(madeAt) },
              {
                key: "state",
                header: words.state,
                cell: ({ state }) => (
                  <Pill tone={state === "applied" ? "accent" : "neutral"}>{words.states[state]}</Pill>
                ),
              },
              {
                key: "counts",
                header: words.counted,
                cell: ({ counts }) => words.countsShort(counts.create, counts.update),
              },
            ]}
          />
        </Card>
      ) : null}
    </Page>
  );
}
