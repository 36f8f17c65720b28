import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { isId } from "#app/domain/ids.ts";
import type { DecideRefusal } from "#app/domain/points/decision.ts";
import { allow, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { reverseClaim } from "#app/features/ledger/reverse-claim.server.ts";
import { decideException } from "#app/features/months/decide-exception.server.ts";
import { exceptionDecisionForm, readMonthId } from "#app/features/months/months.schema.ts";
import { MONTH_PATHS } from "#app/features/months/paths.ts";
import { readExceptions } from "#app/features/months/read-month.server.ts";
import { monthsArea } from "#app/messages/vi/months.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DescriptionList } from "#app/ui/kit/description-list.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { useMonthInText, useMonthName } from "#app/ui/months/use-month-name.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(monthsArea).exceptionTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "month.read");
  const { platform, communeId, actor, today, person } = caller;
  const { monthId, id } = placeOf(args);
  if (communeId === null) throw notFound();
  demand(args, caller, "month.read", { communeId });
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const all = await readExceptions(platform, caller.scope("months.read-exceptions"), monthId);
  const exception = all.find((each) => each.id === id && each.monthId === monthId);
  if (!exception) throw notFound();
  const holdsRight = can(
    { ...actor, provedFreshly: true },
    "month.decide-exception",
    { communeId },
    today,
  ).ok;
  return { live, exception, holdsRight, isOwn: exception.askedBy === person.accountId };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "month.decide-exception");
  const { monthId, id } = placeOf(args);
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, exceptionDecisionForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { verdict, answer = null } = form.value;
  const decided = await decideException<DecideRefusal>(caller, { id, monthId, verdict, answer }, (mending) =>
    reverseClaim(caller, { ...mending, reasonCode: "exception" }),
  );
  if (!decided.ok) return askAgain({ form: decided }, form.values);
  return goOn(`${MONTH_PATHS.exception(monthId, id)}?xong=${verdict}`);
}

function placeOf({ params }: Pick<LoaderFunctionArgs, "params">): { monthId: number; id: string } {
  const monthId = readMonthId(params.month);
  const id = params.exceptionId ?? "";
  if (monthId === null || !isId(id)) throw notFound();
  return { monthId, id };
}

export default function ExceptionPage() {
  const { live, exception, holdsRight, isOwn } = useLoaderData<typeof loader>();
  useLive(live);
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { months: words } = useMessages(monthsArea);
  const format = useFormat();
  const nameOf = useMonthName();
  const inText = useMonthInText();
  const done = search.get("xong");
  const state = exception.verdict ?? "waiting";
  const { askedByName, askedAt, decidedByName, decidedAt, carriedBy } = exception;
  return (
    <Page
      width="narrow"
      title={words.exceptionTitle}
      trail={
        <Breadcrumb
          steps={[
            { to: MONTH_PATHS.office, label: words.title },
            { to: MONTH_PATHS.officeMonth(exception.monthId), label: nameOf(exception.monthId) },
          ]}
        />
      }
    >
      {done === "gui" && !answer ? <Flash>{words.exceptionAsked}</Flash> : null}
      {(done === "accepted" || done === "declined") && !answer ? (
        <Flash>{words.exceptionDone[done]}</Flash>
      ) : null}
      <Card>
        <Pill tone={state === "accepted" ? "accent" : state === "waiting" ? "gold" : "neutral"}>
          {words.exceptionStates[state]}
        </Pill>
        <DescriptionList
          items={[
            {
              term: words.exceptionClaim,
              value: <TextLink to={`/viec/${exception.claimId}`}>{exception.about}</TextLink>,
            },
            { term: words.exceptionOf(inText(exception.monthId)), value: exception.reason },
            { term: words.exceptionDocument, value: exception.document },
            { term: words.exceptionAskedBy, value: words.madeBy(askedByName, format.moment(askedAt)) },
            ...(decidedByName === null || decidedAt === null
              ? []
              : [
                  {
                    term: words.exceptionDecidedBy,
                    value: words.madeBy(decidedByName, format.moment(decidedAt)),
                  },
                ]),
            ...(exception.answer === null ? [] : [{ term: words.exceptionAnswer, value: exception.answer }]),
          ]}
        />
        {carriedBy === null ? null : (
          <p className="mt-3 font-bold">{words.exceptionCarried(inText(carriedBy))}</p>
        )}
      </Card>
      <ErrorSummary
        problems={answer?.problems}
        labels={{ answer: words.exceptionAnswer, verdict: words.outcome }}
      />
      {state === "waiting" && isOwn ? <Notice>{words.exceptionOnlyOther}</Notice> : null}
      {state === "waiting" && !isOwn && holdsRight ? (
        <Card>
          <p className="mb-4 text-ink-soft">{words.exceptionLead(inText(exception.monthId))}</p>
          <Form method="post" noValidate className="grid gap-4">
            <TextArea
              name="answer"
              label={words.exceptionAnswer}
              error={answer?.problems.answer}
              defaultValue={typedAnswer(answer?.values)}
              rows={2}
              optional
            />
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="verdict" value="accepted">
                {words.exceptionAccept}
              </SubmitButton>
              <SubmitButton name="verdict" value="declined" variant="danger">
                {words.exceptionDecline}
              </SubmitButton>
            </div>
          </Form>
        </Card>
      ) : null}
    </Page>
  );
}

function typedAnswer(values: unknown): string | undefined {
  const value = (values as Record<string, unknown> | undefined)?.answer;
  return typeof value === "string" ? value : undefined;
}
