import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { actOnImport } from "#app/features/roster-import/act-on-import.server.ts";
import { IMPORT_PATHS, rosterBatchPath } from "#app/features/roster-import/import-paths.ts";
import { readImport } from "#app/features/roster-import/read-import.server.ts";
import { importsArea } from "#app/messages/vi/import.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Pagination } from "#app/ui/kit/pagination.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { FateLinks } from "#app/ui/roster-import/fate-links.tsx";
import { ImportLines } from "#app/ui/roster-import/import-lines.tsx";
import { ImportStanding } from "#app/ui/roster-import/import-standing.tsx";
import { SettleForm } from "#app/ui/roster-import/settle-form.tsx";

export const handle: PageHandle = { title: (say) => say(importsArea).batch.windowTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  if (caller.communeId === null) throw notFound();
  const search = new URL(args.request.url).searchParams;
  const view = await readImport(
    caller.platform,
    caller.scope("roster-import.read"),
    args.params.batchId ?? "",
    { fate: search.get("nhom"), page: Number(search.get("trang")) || 1 },
  );
  if (!view) throw notFound();
  return view;
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  if (caller.communeId === null) throw notFound();
  const batchId = args.params.batchId ?? "";
  const fields = (await receiveForm(args.request)) ?? new FormData();
  const verdict = await actOnImport(caller.platform, caller.scope("roster-import.act"), batchId, fields);
  if (!verdict.ok) return data({ problems: verdict.problems }, { status: 422 });
  if (verdict.value === "discarded") return goOn(`${IMPORT_PATHS.rosterImport}?xong=bo`);
  const search = verdict.value === "changed" ? new URL(args.request.url).search : "";
  return goOn(rosterBatchPath(batchId) + search);
}

export default function RosterImportBatch() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { batch: words } = useMessages(importsArea).imports;
  const isOpen = view.state === "previewed";
  return (
    <Page
      width="wide"
      title={words.title(view.fileName)}
      trail={<Breadcrumb steps={[{ to: IMPORT_PATHS.rosterImport, label: words.trail }]} />}
    >
      <ErrorSummary problems={answer?.problems} labels={words.fields} />
      <ImportStanding view={view} rosterAt={IMPORT_PATHS.roster} />
      {view.state === "undone" ? null : <FateLinks counts={view.summary.counts} shown={view.shown} />}
      <ImportLines view={view} />
      <Pagination
        page={view.page}
        lastPage={view.lastPage}
        hrefOf={(page) => `?nhom=${view.shown}&trang=${page}`}
      />
      {isOpen ? <SettleForm view={view} /> : null}
    </Page>
  );
}
