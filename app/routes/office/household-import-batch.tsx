import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { actOnHouseholdImport } from "#app/features/household-import/act-on-import.server.ts";
import { HOUSEHOLD_IMPORT_PATHS } from "#app/features/household-import/paths.ts";
import { readHouseholdImport } from "#app/features/household-import/read-import.server.ts";
import { HOUSEHOLD_PATHS } from "#app/features/households/paths.ts";
import { householdImportArea } from "#app/messages/vi/household-import.ts";
import { householdsArea } from "#app/messages/vi/households.ts";
import { ImportFates } from "#app/ui/households/import-fates.tsx";
import { HouseholdImportLines } from "#app/ui/households/import-lines.tsx";
import { HouseholdImportProgress } from "#app/ui/households/import-progress.tsx";
import { HouseholdImportStanding } from "#app/ui/households/import-standing.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Pagination } from "#app/ui/kit/pagination.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(householdImportArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "household.manage");
  if (caller.communeId === null) throw notFound();
  const search = new URL(args.request.url).searchParams;
  const view = await readHouseholdImport(
    caller.platform,
    caller.scope("household-import.read"),
    args.params.householdBatchId ?? "",
    { fate: search.get("nhom"), page: Number(search.get("trang")) || 1 },
  );
  if (!view) throw notFound();
  return view;
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "household.manage");
  if (caller.communeId === null) throw notFound();
  const batchId = args.params.householdBatchId ?? "";
  const fields = (await receiveForm(args.request)) ?? new FormData();
  const scope = caller.scope("household-import.act");
  const answer = await actOnHouseholdImport(caller.platform, scope, batchId, fields);
  if (!answer.ok) return data({ problems: answer.problems }, { status: 422 });
  if (answer.value === "discarded") return goOn(`${HOUSEHOLD_IMPORT_PATHS.imports}?xong=bo`);
  const search = answer.value === "changed" ? new URL(args.request.url).search : "";
  return goOn(HOUSEHOLD_IMPORT_PATHS.batch(batchId) + search);
}

export default function HouseholdImportBatch() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { householdImport: words, households } = useMessages(householdImportArea, householdsArea);
  return (
    <Page
      width="wide"
      title={words.preview(view.fileName)}
      trail={
        <Breadcrumb
          steps={[
            { to: HOUSEHOLD_PATHS.register, label: households.title },
            { to: HOUSEHOLD_IMPORT_PATHS.imports, label: words.trail },
          ]}
        />
      }
    >
      <ErrorSummary problems={answer?.problems} labels={words.fields} />
      <HouseholdImportProgress tellsAt={HOUSEHOLD_IMPORT_PATHS.progress} />
      <HouseholdImportStanding view={view} listAt={HOUSEHOLD_PATHS.register} />
      {view.state === "undone" ? null : <ImportFates counts={view.summary.counts} shown={view.shown} />}
      <HouseholdImportLines view={view} />
      <Pagination
        page={view.page}
        lastPage={view.lastPage}
        hrefOf={(page) => `?nhom=${view.shown}&trang=${page}`}
      />
    </Page>
  );
}
