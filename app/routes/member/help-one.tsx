import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import Phone from "lucide-react/icons/phone";
import SquarePen from "lucide-react/icons/square-pen";
import { HELP_PATHS } from "#app/domain/help/help-view.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerHelpForm } from "#app/features/help/answer-help-form.server.ts";
import { readHelp } from "#app/features/help/read-help.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { helpArea } from "#app/messages/vi/help.ts";
import { ACTIVITY_PATHS } from "#app/ui/activity/paths.ts";
import { HelpPill } from "#app/ui/help/help-list.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DescriptionList } from "#app/ui/kit/description-list.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useFormat, useMessages, useTerms } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = {
  title: (say, { request }) => request.name ?? say(helpArea).noName,
};

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "help.answer");
  if (caller.communeId === null) throw notFound();
  const request = await readHelp(caller, idParam(args.params.helpId));
  if (request === null) throw notFound();
  return {
    live: await caller.platform.live.readVersions([`commune:${caller.communeId}`]),
    request,
    done: new URL(args.request.url).searchParams.has("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "help.answer");
  const helpId = idParam(args.params.helpId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerHelpForm(caller, helpId, String(fields.get("act")));
  switch (answer?.is) {
    case "done":
      return goOn(`${HELP_PATHS.one(helpId)}?xong`);
    case "phone":
      return data({ phone: answer, problems: null }, { headers: { "Cache-Control": "no-store" } });
    case "refused":
      return data({ phone: null, problems: { form: answer.rejection } }, { status: 422 });
    default:
      throw notFound();
  }
}

export default function HelpOne() {
  const { live, request, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { help } = useMessages(helpArea);
  useLive(live);
  const words = help.one;
  const terms = useTerms();
  const format = useFormat();
  const isOpen = request.state === "waiting" || request.state === "contacted";
  return (
    <Page
      title={request.name ?? help.noName}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: HELP_PATHS.team, label: help.title }]} />}
    >
      {done && !answer ? <Flash key={request.state}>{words.saved}</Flash> : null}
      <Card>
        <p className="mb-2 flex flex-wrap items-center gap-3">
          <HelpPill {...request} />
          {request.takenBy ? <span className="text-ink-soft">{help.takenBy(request.takenBy)}</span> : null}
        </p>
        <DescriptionList
          items={[
            { term: words.needs, value: request.needs.map((need) => help.needs[need]).join(", ") },
            {
              term: words.times,
              value: request.times.map((time) => help.times[time]).join(", ") || words.any,
            },
            ...(request.words ? [{ term: words.words, value: request.words }] : []),
            {
              term: words.village(terms),
              value: `${request.villageName} · ${format.moment(request.arrivedAt)}`,
            },
          ]}
        />
      </Card>
      <Card>
        <ErrorSummary problems={answer?.problems} />
        {answer?.phone ? (
          <p className="grid gap-1">
            <a
              href={`tel:${answer.phone.phone}`}
              className="inline-flex min-h-14 items-center gap-3 text-2xl font-bold tabular-nums text-accent-ink underline"
            >
              <Phone size="1.25em" aria-hidden />
              {words.call(answer.phone.spoken)}
            </a>
            <span className="text-ink-soft">{words.shownOnce}</span>
          </p>
        ) : null}
        {isOpen ? (
          <Form method="post" className="mt-3 flex flex-wrap gap-3">
            {request.hasPhone && !answer?.phone ? (
              <SubmitButton name="act" value="reveal">
                {words.showPhone}
              </SubmitButton>
            ) : null}
            {request.takenBy === null ? (
              <SubmitButton name="act" value="taken" variant="secondary">
                {words.take}
              </SubmitButton>
            ) : null}
            {request.state === "waiting" ? (
              <SubmitButton name="act" value="contacted" variant="secondary">
                {words.contacted}
              </SubmitButton>
            ) : (
              <SubmitButton name="act" value="done" variant="secondary">
                {words.done}
              </SubmitButton>
            )}
            <SubmitButton name="act" value="not-reached" variant="quiet">
              {words.notReached}
            </SubmitButton>
          </Form>
        ) : (
          <p className="text-ink-soft">{request.hasPhone ? help.states[request.state] : words.erased}</p>
        )}
        {request.state === "contacted" || request.state === "done" ? (
          <LinkButton to={ACTIVITY_PATHS.log} variant="secondary" icon={SquarePen} className="mt-4">
            {words.log}
          </LinkButton>
        ) : null}
      </Card>
      {request.reveals.length > 0 ? (
        <Card title={words.reveals}>
          <ul className="grid gap-1">
            {request.reveals.map(({ by, at }) => (
              <li key={at}>{words.revealedBy(by, format.moment(at))}</li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Page>
  );
}
