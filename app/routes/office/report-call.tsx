import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import Bell from "lucide-react/icons/bell";
import { can } from "#app/domain/access/can.ts";
import { isId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerCallForm } from "#app/features/reports/answer-call-form.server.ts";
import { readCallBoard } from "#app/features/reports/read-calls.server.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { REPORT_PATHS } from "#app/ui/reports/report-paths.ts";
import { SheetTable } from "#app/ui/reports/sheet-table.tsx";
import { TakeOffCard } from "#app/ui/reports/take-off-card.tsx";
import { useDueDay, usePeriodName } from "#app/ui/reports/use-period-name.ts";

export const handle: PageHandle = { title: (say) => say(reportsArea).whoSent };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "report.oversee");
  const { platform, communeId, actor, today } = caller;
  const id = args.params.call ?? "";
  const board = communeId === null || !isId(id) ? null : await readCallBoard(caller, id);
  if (communeId === null || board === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return { live, board, mayManage: can(actor, "report.manage", { communeId }, today).ok };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "report.manage");
  const id = args.params.call ?? "";
  const fields = await receiveForm(args.request);
  const isThere = caller.communeId !== null && isId(id) && (await readCallBoard(caller, id)) !== null;
  if (fields === null || !isThere) throw notFound();
  return answerCallForm(caller, id, fields, REPORT_PATHS.call(id));
}

export default function CallOfOffice() {
  const { live, board, mayManage } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  useLive(live);
  const [search] = useSearchParams();
  const { reports: words } = useMessages(reportsArea);
  const format = useFormat();
  const nameOf = usePeriodName();
  const dueDay = useDueDay();
  const { call, lines, off, units } = board;
  const done = search.get("xong");
  return (
    <Page
      title={call.title ?? nameOf(call.period)}
      lead={words.whoSent}
      trail={<Breadcrumb steps={[{ to: REPORT_PATHS.office, label: words.officeTitle }]} />}
      actions={
        call.consolidated ? (
          <LinkButton
            to={REPORT_PATHS.sheet(call.consolidated.id)}
            variant={call.sent < call.asked ? "secondary" : "primary"}
          >
            {words.consolidated}
          </LinkButton>
        ) : null
      }
    >
      {done === "yeu-cau" && !answer ? <Flash>{words.requested}</Flash> : null}
      {done === "nhac" && !answer ? <Flash>{words.reminded}</Flash> : null}
      {done === "them" && !answer ? <Flash>{words.asked}</Flash> : null}
      {done === "bo" && !answer ? <Flash>{words.takenOff}</Flash> : null}
      <ErrorSummary
        problems={answer?.problems}
        labels={{ organisationId: words.unit, reportId: words.unit, reason: words.takeOffReason }}
      />
      {call.request ? <Notice>{call.request}</Notice> : null}
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <StatTile
          label={words.states.sent}
          value={`${format.number(call.sent)}/${format.number(call.asked)}`}
        />
        <StatTile label={words.dueLabel} value={dueDay(call.senderLateFrom)} />
        <StatTile label={words.officeDueLabel} value={dueDay(call.officeLateFrom)} />
      </div>
      {mayManage && call.sent < call.asked ? (
        <Form method="post" noValidate className="no-print grid gap-2">
          <div>
            <Button type="submit" name="act" value="remind" icon={Bell}>
              {words.remind}
            </Button>
          </div>
          <p className="text-sm text-ink-soft">{words.remindHint}</p>
        </Form>
      ) : null}
      <SheetTable lines={lines} />
      {mayManage ? (
        <Card title={words.askUnit}>
          <p className="mb-3 text-ink-soft">{units.length === 0 ? words.noUnits : words.askUnitHint}</p>
          {units.length === 0 ? null : (
            <Form method="post" noValidate className="grid gap-4 sm:grid-cols-[1fr_auto] sm:items-end">
              <SelectField
                name="organisationId"
                label={words.unit}
                choices={units.map(({ id, name }) => ({ value: id, label: name }))}
                error={answer?.problems.organisationId}
              />
              <Button type="submit" name="act" value="unit" variant="secondary">
                {words.add}
              </Button>
            </Form>
          )}
        </Card>
      ) : null}
      <TakeOffCard lines={mayManage ? lines : []} off={off} answer={answer} />
    </Page>
  );
}
