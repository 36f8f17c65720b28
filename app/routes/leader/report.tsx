import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerSections } from "#app/features/reports/answer-sections.server.ts";
import { readOwnSheet } from "#app/features/reports/own-sheets.server.ts";
import { readSheet } from "#app/features/reports/read-sheet.server.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { PrintButton } from "#app/ui/kit/print-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { DifficultyList } from "#app/ui/reports/difficulty-list.tsx";
import { ReportDetails, ReportTiles } from "#app/ui/reports/report-figures.tsx";
import { ReportFiles } from "#app/ui/reports/report-files.tsx";
import { REPORT_PATHS } from "#app/ui/reports/report-paths.ts";
import { ReportRoute } from "#app/ui/reports/report-route.tsx";
import {
  CarriedOver,
  type SectionAnswer,
  SectionForm,
  SectionTexts,
} from "#app/ui/reports/section-fields.tsx";
import { useDueDay, usePeriodName } from "#app/ui/reports/use-period-name.ts";

export const handle: PageHandle = { title: (say) => say(reportsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "report.read-own");
  const { platform, communeId, actor } = caller;
  const sheet = communeId === null ? null : await readSheet(caller, args.params.report ?? "", "own");
  if (communeId === null || sheet === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const { subject } = sheet.face;
  const isLeader =
    subject.is === "team" &&
    actor.grants.some(({ role, teamId }) => role === "leader" && teamId === subject.id);
  return { live, ...sheet, mayCarryPaper: subject.is === "team" && !isLeader };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "report.write");
  const id = args.params.report ?? "";
  const fields = await receiveForm(args.request);
  const sheet = caller.communeId === null ? null : await readOwnSheet(caller, id);
  if (fields === null || sheet === null || !sheet.mayWrite) throw notFound();
  return answerSections(caller, id, fields, REPORT_PATHS.one(id));
}

export default function OwnReport() {
  const { live, face, revision, mayWrite, mayCarryPaper } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as SectionAnswer | undefined;
  useLive(live);
  const [search] = useSearchParams();
  const { reports: words } = useMessages(reportsArea);
  const nameOf = usePeriodName();
  const dueDay = useDueDay();
  const { subject, period, state, route } = face;
  const isOpen = state === "draft" || state === "returned";
  const done = search.get("xong");
  const returned = state === "returned" ? route.at(-1)?.reason : null;
  return (
    <Page
      width="narrow"
      title={face.request?.title ?? nameOf(period)}
      lead={subject.is === "commune" ? words.consolidated : subject.name}
      trail={<Breadcrumb steps={[{ to: REPORT_PATHS.own, label: words.title }]} />}
      actions={<PrintButton />}
    >
      {done === "gui" && !answer ? <Flash>{words.sent}</Flash> : null}
      {done === "luu" && !answer ? <Flash>{words.saved}</Flash> : null}
      <p className="flex flex-wrap items-center gap-3">
        <Pill tone={isOpen ? "neutral" : "accent"}>{words.states[state]}</Pill>
        <span className="text-ink-soft">{words.due(dueDay(period.lateFrom.sender))}</span>
      </p>
      {face.request?.text ? <Notice title={face.request.title}>{face.request.text}</Notice> : null}
      {returned ? <Notice tone="warning">{words.returnedWith(returned)}</Notice> : null}
      <ReportTiles face={face} />
      <CarriedOver face={face} />
      {isOpen && mayWrite ? (
        <SectionForm
          key={revision}
          face={face}
          revision={revision}
          answer={answer}
          mayCarryPaper={mayCarryPaper}
          sendLabel={words.send}
        />
      ) : (
        <>
          <ErrorSummary problems={answer?.problems} />
          <Card title={words.said}>
            <SectionTexts sections={face.sections} />
          </Card>
        </>
      )}
      <DifficultyList face={face} />
      <ReportDetails face={face} />
      <ReportFiles path={REPORT_PATHS.one(face.id)} />
      <ReportRoute face={face} />
    </Page>
  );
}
