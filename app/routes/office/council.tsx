import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import Gavel from "lucide-react/icons/gavel";
import { can } from "#app/domain/access/can.ts";
import { COUNCIL_PATHS } from "#app/domain/council/minutes.ts";
import { SESSION_FORMS } from "#app/domain/council/quorum.ts";
import { allow, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerSessionsForm } from "#app/features/council/answer-roll-form.server.ts";
import { readCouncilDesk } from "#app/features/council/read-council.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { RadioGroup } from "#app/ui/kit/radio-group.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ReviewTabs } from "#app/ui/year/review-tabs.tsx";
import { ReviewTrail } from "#app/ui/year/review-trail.tsx";

export const handle: PageHandle = { title: (say) => say(yearCouncilArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "council.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const desk = await readCouncilDesk(caller, idParam(args.params.reviewId));
  if (!desk) throw notFound();
  const [id = ""] = newIds(caller, 1);
  return { live, today, desk, id, mayManage: can(actor, "council.manage", { communeId }, today).ok };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "council.read");
  const reviewId = idParam(args.params.reviewId);
  const fields = await receiveForm(args.request);
  const { communeId } = caller;
  if (communeId === null || fields === null) throw notFound();
  demand(args, caller, "council.manage", { communeId });
  const answer = await answerSessionsForm(caller, reviewId, fields);
  if (!answer) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${COUNCIL_PATHS.session(reviewId, answer.done)}?xong=mo-phien`);
}

export default function Council() {
  const { live, desk } = useLoaderData<typeof loader>();
  const { title, lead, roll, forms, sessions: words } = useMessages(yearCouncilArea).yearCouncil;
  const format = useFormat();
  useLive(live);
  const { review, sessions } = desk;
  return (
    <Page
      title={title}
      lead={lead}
      trail={<ReviewTrail reviewId={review.id} title={review.title} />}
      actions={
        <LinkButton to={COUNCIL_PATHS.members} variant="secondary">
          {roll.link}
        </LinkButton>
      }
    >
      <ReviewTabs reviewId={review.id} />
      {sessions.length === 0 ? (
        <EmptyState icon={Gavel} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      {sessions.map((session) => (
        <Card key={session.sessionId} title={session.title}>
          <div className="grid gap-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Pill tone={session.state === "open" ? "gold" : "accent"}>{words.states[session.state]}</Pill>
              <span>
                {forms[session.form]}, {format.date(session.heldOn)}, {session.place}
              </span>
            </p>
            <p className="text-ink-soft">
              {words.summary(
                session.rounds.filter(({ state }) => state !== "withdrawn").length,
                session.rounds.reduce((sum, { result }) => sum + (result?.chosen ?? 0), 0),
              )}
            </p>
            <div>
              <LinkButton
                to={COUNCIL_PATHS.session(review.id, session.sessionId)}
                variant={session.state === "open" ? "primary" : "secondary"}
              >
                {words.see}
              </LinkButton>
            </div>
          </div>
        </Card>
      ))}
      <OpenSession />
    </Page>
  );
}

function OpenSession() {
  const { desk, today, id, mayManage } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { forms, sessions: words } = useMessages(yearCouncilArea).yearCouncil;
  if (!mayManage) return null;
  if (desk.review.state !== "locked" && desk.review.state !== "published")
    return <Notice tone="info">{words.notLocked}</Notice>;
  if (desk.seated === 0) return <Notice tone="warning">{words.empty}</Notice>;
  return (
    <Disclosure summary={words.open} isOpen={answer !== undefined || desk.sessions.length === 0}>
      <Form method="post" noValidate className="grid gap-5">
        <ErrorSummary
          problems={answer?.problems}
          labels={{ title: words.name, form: words.form, place: words.place, heldOn: words.heldOn }}
        />
        <input type="hidden" name="id" value={id} />
        <TextField {...fieldOf(answer, "title")} label={words.name} />
        <RadioGroup
          {...fieldOf(answer, "form", "meeting")}
          label={words.form}
          choices={SESSION_FORMS.map((value) => ({ value, label: forms[value] }))}
        />
        <TextField {...fieldOf(answer, "place")} label={words.place} />
        <TextField {...fieldOf(answer, "heldOn", today)} type="date" label={words.heldOn} />
        <div>
          <SubmitButton>{words.open}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
