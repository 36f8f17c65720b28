import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { makeId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerRequest } from "#app/features/reports/answer-request.server.ts";
import { readWhomToAsk } from "#app/features/reports/read-whom-to-ask.server.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { REPORT_PATHS } from "#app/ui/reports/report-paths.ts";
import { RequestForm } from "#app/ui/reports/request-form.tsx";

export const handle: PageHandle = { title: (say) => say(reportsArea).newRequest };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "report.manage");
  if (caller.communeId === null) throw notFound();
  const { platform, now } = caller;
  return {
    ...(await readWhomToAsk(caller)),
    id: makeId(now.getTime(), platform.random.bytes(10)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "report.manage");
  const fields = await receiveForm(args.request);
  if (fields === null || caller.communeId === null) throw notFound();
  return answerRequest(caller, fields, REPORT_PATHS.call);
}

export default function RequestOfOffice() {
  const { id, teams, units, periods } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { reports: words } = useMessages(reportsArea);
  return (
    <Page
      width="narrow"
      title={words.newRequest}
      lead={words.requestLead}
      trail={<Breadcrumb steps={[{ to: REPORT_PATHS.office, label: words.officeTitle }]} />}
    >
      <RequestForm id={id} teams={teams} units={units} periods={periods} answer={answer} />
    </Page>
  );
}
