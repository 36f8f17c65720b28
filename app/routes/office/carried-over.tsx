import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import ClipboardList from "lucide-react/icons/clipboard-list";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import { can } from "#app/domain/access/can.ts";
import { CARRIED_METRICS, type CarriedMetric } from "#app/domain/carried-over/metric.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { takeFigures } from "#app/features/carried-over/figures-form.server.ts";
import { CARRIED_OVER_PATHS } from "#app/features/carried-over/paths.ts";
import { readFigures } from "#app/features/carried-over/read-figures.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { carriedOverArea } from "#app/messages/vi/carried-over.ts";
import { FigureSheet } from "#app/ui/carried-over/figure-sheet.tsx";
import { SumsTable } from "#app/ui/carried-over/sums-table.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";

export const handle: PageHandle = { title: (say) => say(carriedOverArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "carried-over.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const wish = { period: query.get("ky"), metric: query.get("chi-tieu") };
  return {
    view: await readFigures(platform, caller.scope("carried-over.read"), wish),
    mayManage: can(actor, "carried-over.manage", { communeId }, today).ok,
    done: query.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "carried-over.manage");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await takeFigures(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${sheetAt(answer.period, answer.metric)}&xong=luu`);
}

function sheetAt(period: string, metric: string): string {
  return `${CARRIED_OVER_PATHS.figures}?ky=${period}&chi-tieu=${metric}`;
}

export default function CarriedOver() {
  const { view, mayManage, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { carriedOver: words } = useMessages(carriedOverArea);
  const { date } = useFormat();
  const { period, metric } = view;
  const asked = { period: askedText(answer, "period", period), metric: askedText(answer, "metric", metric) };
  return (
    <Page
      trail={<OfficeTrail />}
      title={words.title}
      lead={words.lead}
      actions={
        mayManage ? (
          <LinkButton to={CARRIED_OVER_PATHS.table} icon={FileSpreadsheet}>
            {words.fromTable}
          </LinkButton>
        ) : null
      }
    >
      {done === "luu" && !answer ? <Flash>{words.saved}</Flash> : null}
      <Notice tone="info">
        {words.notMixed} {words.start(date(view.start))}
      </Notice>
      {view.sums.length === 0 ? (
        <EmptyState icon={ClipboardList} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <SumsTable sums={view.sums} villageCount={view.villageCount} sheetAt={sheetAt} />
      )}
      <Form method="get" className="grid items-end gap-3 sm:grid-cols-[1fr_2fr_auto]">
        <TextField
          key={`period-${period}`}
          name="ky"
          label={words.periodField}
          hint={words.periodHint}
          defaultValue={period.includes("-") ? period.split("-").reverse().join("/") : period}
          autoComplete="off"
        />
        <SelectField
          key={`metric-${metric}`}
          name="chi-tieu"
          label={words.metricField}
          defaultValue={metric}
          choices={CARRIED_METRICS.map((each) => ({ value: each, label: words.metrics[each] }))}
        />
        <Button type="submit" variant="secondary">
          {words.show}
        </Button>
      </Form>
      <FigureSheet
        key={`${period}/${metric}`}
        {...view}
        period={asked.period}
        metric={asked.metric as CarriedMetric}
        answer={answer}
        mayManage={mayManage}
      />
    </Page>
  );
}

/** A refused sheet stays the sheet it was, whatever the address says. */
function askedText(answer: FormAnswer | undefined, name: string, now: string): string {
  const typed = answer?.values[name];
  return typeof typed === "string" ? typed : now;
}
