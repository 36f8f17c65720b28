import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import FileText from "lucide-react/icons/file-text";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readOwnSheets } from "#app/features/reports/own-sheets.server.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { REPORT_PATHS } from "#app/ui/reports/report-paths.ts";
import { ReportPill } from "#app/ui/reports/report-pill.tsx";
import { useDueDay, usePeriodName } from "#app/ui/reports/use-period-name.ts";
import { TeamTrail } from "#app/ui/roster/team-trail.tsx";

export const handle: PageHandle = { title: (say) => say(reportsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "report.read-own");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const mayReadYouth = can(actor, "report.read-youth", { communeId }, today).ok;
  return { live, mayReadYouth, sheets: await readOwnSheets(caller) };
}

export default function OwnReports() {
  const { live, sheets, mayReadYouth } = useLoaderData<typeof loader>();
  useLive(live);
  const { reports: words } = useMessages(reportsArea);
  const nameOf = usePeriodName();
  const dueDay = useDueDay();
  return (
    <Page
      trail={<TeamTrail />}
      width="narrow"
      title={words.title}
      lead={words.ownLead}
      actions={
        mayReadYouth ? (
          <LinkButton to={REPORT_PATHS.youth} variant="secondary">
            {words.youthTitle}
          </LinkButton>
        ) : null
      }
    >
      {sheets.length === 0 ? (
        <EmptyState icon={FileText} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      <ul className="grid gap-4">
        {sheets.map((sheet) => {
          const isOpen = sheet.standing.state === "draft" || sheet.standing.state === "returned";
          return (
            <li key={sheet.id}>
              <Card
                title={sheet.title ?? nameOf(sheet.period)}
                aside={<ReportPill standing={sheet.standing} />}
              >
                <p>{sheet.name}</p>
                <p className="mb-4 text-ink-soft">{words.due(dueDay(sheet.lateFrom))}</p>
                <LinkButton
                  to={REPORT_PATHS.one(sheet.id)}
                  variant={isOpen && sheet.mayWrite ? "primary" : "secondary"}
                >
                  {isOpen && sheet.mayWrite ? words.write : words.open}
                </LinkButton>
              </Card>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}
