import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import FileText from "lucide-react/icons/file-text";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readCalls } from "#app/features/reports/read-calls.server.ts";
import { reportFormsArea } from "#app/messages/vi/report-forms.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { ProgressBar } from "#app/ui/kit/progress-bar.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { REPORT_FORM_PATHS } from "#app/ui/report-forms/report-form-paths.ts";
import { REPORT_PATHS } from "#app/ui/reports/report-paths.ts";
import { ReportPill } from "#app/ui/reports/report-pill.tsx";
import { useDueDay, usePeriodName } from "#app/ui/reports/use-period-name.ts";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";

export const handle: PageHandle = { title: (say) => say(reportsArea).officeTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "report.oversee");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const mayManage = can(actor, "report.manage", { communeId }, today).ok;
  return { live, mayManage, calls: await readCalls(caller) };
}

export default function ReportsOfOffice() {
  const { live, calls, mayManage } = useLoaderData<typeof loader>();
  useLive(live);
  const { reports: words, reportForms, setup } = useMessages(reportsArea, reportFormsArea, setupArea);
  const nameOf = usePeriodName();
  const dueDay = useDueDay();
  return (
    <Page
      title={words.officeTitle}
      lead={words.officeLead}
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: setup.overview.title }]} />}
      actions={
        <>
          <LinkButton to={REPORT_PATHS.youth} variant="secondary">
            {words.youthTitle}
          </LinkButton>
          {mayManage ? (
            <>
              <LinkButton to={REPORT_FORM_PATHS.list} variant="secondary">
                {reportForms.link}
              </LinkButton>
              <LinkButton to={REPORT_PATHS.request}>{words.newRequest}</LinkButton>
            </>
          ) : null}
        </>
      }
    >
      {calls.length === 0 ? (
        <EmptyState icon={FileText} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      <ul className="grid gap-4 lg:grid-cols-2">
        {calls.map((call) => (
          <li key={call.id}>
            <Card
              title={call.title ?? nameOf(call.period)}
              aside={call.missing > 0 ? <Pill tone="danger">{words.missingCount(call.missing)}</Pill> : null}
            >
              {call.title ? <p className="mb-2">{nameOf(call.period)}</p> : null}
              <ProgressBar label={words.states.sent} value={call.sent} goal={Math.max(1, call.asked)} />
              <p className="mt-3 text-ink-soft">{words.due(dueDay(call.senderLateFrom))}</p>
              {call.consolidated ? (
                <p className="mt-2 flex flex-wrap items-center gap-2">
                  {words.consolidated}: <ReportPill standing={call.consolidated.standing} />
                </p>
              ) : null}
              <div className="mt-4 flex flex-wrap gap-3">
                <LinkButton to={REPORT_PATHS.call(call.id)} variant="secondary">
                  {words.whoSent}
                </LinkButton>
                {call.consolidated ? (
                  <LinkButton to={REPORT_PATHS.sheet(call.consolidated.id)} variant="secondary">
                    {words.consolidated}
                  </LinkButton>
                ) : null}
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </Page>
  );
}
