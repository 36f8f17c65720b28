import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { CARRIED_OVER_PATHS } from "#app/features/carried-over/paths.ts";
import { readTables } from "#app/features/carried-over/read-tables.server.ts";
import { takeTable } from "#app/features/carried-over/take-table.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { carriedOverArea } from "#app/messages/vi/carried-over.ts";
import { TableForm } from "#app/ui/carried-over/table-form.tsx";
import { TablePreview } from "#app/ui/carried-over/table-preview.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DataTable } from "#app/ui/kit/data-table.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(carriedOverArea).table.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "carried-over.manage");
  if (caller.communeId === null) throw notFound();
  return {
    batchId: newIds(caller, 1)[0] ?? "",
    tables: await readTables(caller.platform, caller.scope("carried-over.read-tables")),
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "carried-over.manage");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await takeTable(caller, fields);
  if (answer.step === "done") return goOn(`${CARRIED_OVER_PATHS.table}?xong=${answer.word}`);
  const { step: _, ...rest } = answer;
  const headers = { "Cache-Control": "no-store" };
  return data(
    { problems: {}, preview: null, ...rest },
    { status: answer.step === "shown" ? 200 : 422, headers },
  );
}

export default function CarriedOverTable() {
  const { batchId, tables, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { carriedOver } = useMessages(carriedOverArea);
  const words = carriedOver.table;
  const format = useFormat();
  const typed = answer as FormAnswer | undefined;
  const textIn = (name: string) => String(typed?.values[name] ?? "");
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: CARRIED_OVER_PATHS.figures, label: carriedOver.title }]} />}
    >
      {answer === undefined && done === "taken" ? <Flash>{words.taken}</Flash> : null}
      {answer === undefined && done === "undone" ? <Flash>{words.undone}</Flash> : null}
      <Notice tone="info">{words.how}</Notice>
      <ErrorSummary
        problems={answer?.problems}
        labels={{ file: words.file, period: words.period, source: carriedOver.source }}
      />
      {answer?.preview ? (
        <TablePreview
          preview={answer.preview}
          batchId={batchId}
          period={textIn("period")}
          source={textIn("source")}
        />
      ) : null}
      <TableForm
        answer={typed}
        pasted={answer?.preview?.text ?? (textIn("pasted") || textIn("text"))}
        icon={FileSpreadsheet}
      />
      {tables.length > 0 ? (
        <Card title={words.earlier}>
          <DataTable
            caption={words.earlier}
            hidesCaption
            rows={tables}
            rowKey={({ id }) => id}
            columns={[
              { key: "file", header: words.file, cell: ({ fileName }) => fileName },
              { key: "when", header: words.when, cell: ({ madeAt }) => format.moment(madeAt) },
              { key: "state", header: words.state, cell: ({ state }) => words.states[state] },
              {
                key: "result",
                header: words.result,
                cell: ({ counts }) => words.ready(counts.create, counts.update, counts.same),
              },
              {
                key: "undo",
                header: words.undo,
                cell: ({ id, fileName, state }) =>
                  state === "applied" ? (
                    <Form method="post">
                      <input type="hidden" name="batchId" value={id} />
                      <Button
                        type="submit"
                        name="act"
                        value="undo"
                        size="small"
                        variant="secondary"
                        aria-label={words.undoOf(fileName)}
                      >
                        {words.undo}
                      </Button>
                    </Form>
                  ) : (
                    "–"
                  ),
              },
            ]}
          />
        </Card>
      ) : null}
    </Page>
  );
}
