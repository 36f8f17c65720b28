import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerDecision, isDecideAct } from "#app/features/reports/answer-decision.server.ts";
import { answerSections } from "#app/features/reports/answer-sections.server.ts";
import { readSheet, readSheetKind } from "#app/features/reports/read-sheet.server.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { PrintButton } from "#app/ui/kit/print-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { DecideForms } from "#app/ui/reports/decide-forms.tsx";
import { DifficultyList } from "#app/ui/reports/difficulty-list.tsx";
import { ReportDetails, ReportTiles, VillageTable } from "#app/ui/reports/report-figures.tsx";
import { ReportFiles } from "#app/ui/reports/report-files.tsx";
import { REPORT_PATHS } from "#app/ui/reports/report-paths.ts";
import { ReportRoute } from "#app/ui/reports/report-route.tsx";
import {
  CarriedOver,
  SaidByAll,
  type SectionAnswer,
  SectionForm,
  SectionTexts,
} from "#app/ui/reports/section-fields.tsx";
import { useDueDay, usePeriodName } from "#app/ui/reports/use-period-name.ts";

export const handle: PageHandle = { title: (say) => say(reportsArea).consolidated };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "report.oversee");
  const { platform, communeId, actor, today } = caller;
  const sheet = communeId === null ? null : await readSheet(caller, args.params.report ?? "", "commune");
  if (communeId === null || sheet === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const isOffice = can(actor, "report.manage", { communeId }, today).ok;
  const isCommittee = can(actor, "report.decide", { communeId }, today).ok;
  const isOfAll = sheet.face.subject.is === "commune";
  return {
    live,
    ...sheet,
    mayWrite: isOffice && sheet.face.subject.is !== "team",
    mayRead: isOfAll ? isCommittee : isOffice,
    mayLock: isOfAll && isOffice,
  };
}

/** The office writes its own and a unit's sheet and reads the teams'; the committee has its word on the office's. */
export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "report.oversee");
  const { communeId, actor, today } = caller;
  const id = args.params.report ?? "";
  const fields = await receiveForm(args.request);
  const is = communeId === null ? null : await readSheetKind(caller, id);
  if (fields === null || communeId === null || is === null) throw notFound();
  const isOffice = can(actor, "report.manage", { communeId }, today).ok;
  const isCommittee = can(actor, "report.decide", { communeId }, today).ok;
  const act = fields.get("act");
  const path = REPORT_PATHS.sheet(id);
  if (isDecideAct(act)) {
    const may = act === "lock" ? is === "commune" && isOffice : is === "commune" ? isCommittee : isOffice;
    if (!may) throw notFound();
    return answerDecision(caller, id, fields, path);
  }
  if (is === "team" || !isOffice) throw notFound();
  return answerSections(caller, id, fields, path);
}

export default function SheetOfOffice() {
  const { live, face, callId, revision, version, mayWrite, mayRead, mayLock, said } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as SectionAnswer | undefined;
  useLive(live);
  const [search] = useSearchParams();
  const { reports: words } = useMessages(reportsArea);
  const nameOf = usePeriodName();
  const dueDay = useDueDay();
  const { subject, period, state } = face;
  const isOpen = state === "draft" || state === "returned";
  const isOfAll = subject.is === "commune";
  const done = search.get("xong");
  const lateFrom = isOfAll ? period.lateFrom.office : period.lateFrom.sender;
  const returned = state === "returned" ? face.route.at(-1)?.reason : null;
  return (
    <Page
      title={isOfAll ? words.consolidated : subject.name}
      lead={face.request?.title ?? nameOf(period)}
      trail={
        <Breadcrumb
          steps={[
            { to: REPORT_PATHS.office, label: words.officeTitle },
            { to: REPORT_PATHS.call(callId), label: face.request?.title ?? nameOf(period) },
          ]}
        />
      }
      actions={<PrintButton />}
    >
      {done === "gui" && !answer ? <Flash>{words.sent}</Flash> : null}
      {done === "luu" && !answer ? <Flash>{words.saved}</Flash> : null}
      {done === "quyet-dinh" && !answer ? <Flash>{words.decided}</Flash> : null}
      <p className="flex flex-wrap items-center gap-3">
        <Pill tone={isOpen ? "neutral" : "accent"}>{words.states[state]}</Pill>
        <span className="text-ink-soft">{words.due(dueDay(lateFrom))}</span>
      </p>
      {returned ? <Notice tone="warning">{words.returnedWith(returned)}</Notice> : null}
      <ReportTiles face={face} />
      {isOfAll ? <VillageTable lines={face.villages} /> : null}
      <ReportDetails face={face} />
      <DifficultyList face={face} />
      <SaidByAll said={said} />
      <CarriedOver face={face} />
      {isOpen && mayWrite ? (
        <SectionForm
          key={revision}
          face={face}
          revision={revision}
          answer={answer}
          mayCarryPaper={false}
          sendLabel={isOfAll ? words.sendToCommittee : words.send}
        />
      ) : (
        <Card title={words.said}>
          <SectionTexts sections={face.sections} />
        </Card>
      )}
      <DecideForms
        state={state}
        version={version}
        mayRead={mayRead}
        mayLock={mayLock}
        answer={isOpen && mayWrite ? undefined : answer}
      />
      <ReportFiles path={REPORT_PATHS.sheet(face.id)} hasNotice={face.subject.is === "commune"} />
      <ReportRoute face={face} />
    </Page>
  );
}
