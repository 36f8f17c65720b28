import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import Megaphone from "lucide-react/icons/megaphone";
import { can } from "#app/domain/access/can.ts";
import { allow, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { answerAppeal } from "#app/features/months/answer-appeal.server.ts";
import { answerForm, readMonthId } from "#app/features/months/months.schema.ts";
import { MONTH_PATHS } from "#app/features/months/paths.ts";
import {
  readAppeals,
  readExceptions,
  readMonthClaims,
  readMonthFigures,
} from "#app/features/months/read-month.server.ts";
import { readMonths } from "#app/features/months/read-months.server.ts";
import { readProject06 } from "#app/features/months/read-project-06.server.ts";
import { OPEN_DATA_PATHS } from "#app/features/open-data/paths.ts";
import { broadcastArea } from "#app/messages/vi/broadcast.ts";
import { monthsArea } from "#app/messages/vi/months.ts";
import { Project06Line } from "#app/ui/activity/project-06-line.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { PrintButton } from "#app/ui/kit/print-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { AnswerForm } from "#app/ui/months/answer-form.tsx";
import { AppealList } from "#app/ui/months/appeal-list.tsx";
import { ExceptionList } from "#app/ui/months/exception-list.tsx";
import { MonthClaims } from "#app/ui/months/month-claims.tsx";
import { MonthDates, MonthStanding, SealCard } from "#app/ui/months/month-facts.tsx";
import { MonthFigures } from "#app/ui/months/month-figures.tsx";
import { useMonthName } from "#app/ui/months/use-month-name.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(monthsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "month.read");
  const { platform, communeId, actor, today, now } = caller;
  const id = readMonthId(args.params.month);
  if (communeId === null || id === null) throw notFound();
  demand(args, caller, "month.read", { communeId });
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const scope = caller.scope("months.read-month");
  const [month] = await readMonths(platform, scope, { id });
  if (!month) throw notFound();
  const page = pageOf(args.request);
  return {
    live,
    now: now.getTime(),
    month,
    figures: await readMonthFigures(platform, scope, id),
    project06: await readProject06(platform, scope, id),
    appeals: await readAppeals(platform, scope, id),
    exceptions: await readExceptions(platform, scope, id),
    list: { page, ...(await readMonthClaims(platform, scope, id, { page })) },
    mayBroadcast: can(actor, "broadcast.read", { communeId }, today).ok,
    mayManage: can({ ...actor, provedFreshly: true }, "month.manage", { communeId }, today).ok,
  };
}

function pageOf(request: Request): number {
  const text = new URL(request.url).searchParams.get("trang") ?? "1";
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "month.manage");
  const monthId = readMonthId(args.params.month);
  if (caller.communeId === null || monthId === null) throw notFound();
  const form = await readForm(args.request, answerForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { appealId, outcome, answer } = form.value;
  const verdict = await answerAppeal(caller, { id: appealId, monthId, outcome, answer });
  if (!verdict.ok) return askAgain({ form: verdict }, form.values);
  return goOn(`${MONTH_PATHS.officeMonth(monthId)}?xong=tra-loi`);
}

export default function MonthOfOffice() {
  const { live, now, month, figures, project06, appeals, exceptions, list, mayManage, mayBroadcast } =
    useLoaderData<typeof loader>();
  useLive(live);
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { broadcast, months: words } = useMessages(broadcastArea, monthsArea);
  const name = useMonthName()(month.id);
  const isFrozen = month.state === "provisional" || month.state === "sealed";
  const appealCard = (
    <Card title={words.appeals}>
      <AppealList
        appeals={appeals}
        {...(mayManage
          ? {
              answerOf: ({ id }) => (
                <Form method="post" noValidate className="no-print mt-2 grid gap-4">
                  <AnswerForm
                    appealId={id}
                    answer={
                      answer?.values && "appealId" in answer.values && answer.values.appealId === id
                        ? answer
                        : null
                    }
                  />
                </Form>
              ),
            }
          : {})}
      />
    </Card>
  );
  return (
    <Page
      title={name}
      trail={<Breadcrumb steps={[{ to: MONTH_PATHS.office, label: words.title }]} />}
      actions={
        <>
          <PrintButton label={words.print} />
          {month.state === "sealed" && mayBroadcast ? (
            <LinkButton to={OPEN_DATA_PATHS.broadcast(month.id)} variant="secondary" icon={Megaphone}>
              {broadcast.open}
            </LinkButton>
          ) : null}
        </>
      }
    >
      {search.get("xong") === "tra-loi" && !answer ? <Flash>{words.answerDone}</Flash> : null}
      <MonthStanding month={month} now={now} />
      <ErrorSummary
        problems={answer?.problems}
        labels={{ outcome: words.outcome, answer: words.answerText }}
      />
      {month.openAppeals > 0 ? appealCard : null}
      {month.root ? <SealCard root={month.root} /> : null}
      <MonthFigures figures={figures} now={now} />
      <Project06Line figures={project06} />
      {month.openAppeals > 0 ? null : appealCard}
      <Card
        title={words.exceptions}
        aside={
          mayManage && isFrozen ? (
            <span className="no-print">
              <LinkButton to={MONTH_PATHS.newException(month.id)} variant="secondary" size="small">
                {words.exceptionNew}
              </LinkButton>
            </span>
          ) : null
        }
      >
        <p className="mb-4 text-ink-soft">{words.exceptionsLead}</p>
        <ExceptionList exceptions={exceptions} hrefOf={MONTH_PATHS.exception} />
      </Card>
      <MonthDates month={month} />
      <MonthClaims
        claims={list.claims}
        page={list.page}
        pages={list.pages}
        hrefOf={(page) => `${MONTH_PATHS.officeMonth(month.id)}?trang=${page}`}
      />
    </Page>
  );
}
