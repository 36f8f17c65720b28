import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import QrCodeIcon from "lucide-react/icons/qr-code";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { answerRollForm } from "#app/features/training/answer-desk-forms.server.ts";
import { readSessionRoll } from "#app/features/training/read-desk.server.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { buttonStyle } from "#app/ui/kit/button-style.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CancelSession, ExcuseForms } from "#app/ui/training/excuse-forms.tsx";
import { RollForm } from "#app/ui/training/roll-form.tsx";
import { SeriesLinks } from "#app/ui/training/series-links.tsx";
import { SessionFacts } from "#app/ui/training/session-facts.tsx";
import { useTopicNames } from "#app/ui/training/use-topic-names.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { session }) => session.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "training.read");
  if (caller.communeId === null) throw notFound();
  const live = await caller.platform.live.readVersions([`commune:${caller.communeId}`]);
  const roll = await readSessionRoll(caller, idParam(args.params.sessionId));
  if (!roll) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const isManager = caller.permission.grants.some(({ role }) => role !== "commune_leader");
  return {
    live,
    ...roll,
    mayKeep: roll.mayKeep && isManager,
    isToday: roll.session.heldOn === caller.today,
    isHeld: roll.session.heldOn <= caller.today,
    done: query.get("xong"),
    kept: Number(query.get("giu")) || 0,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "training.manage");
  const sessionId = idParam(args.params.sessionId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  if (!(await readSessionRoll(caller, sessionId))?.mayKeep) throw notFound();
  const answer = await answerRollForm(caller, sessionId, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  const kept = answer.kept ? `&giu=${answer.kept}` : "";
  return goOn(`${TRAINING_PATHS.session(sessionId)}?xong=${answer.done}${kept}`);
}

export default function TrainingSession() {
  const { session, series, lines, ownTopics, teamNames, mayKeep, isHeld, isToday, done, kept, live } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { training } = useMessages(trainingArea);
  const words = training.session;
  const topicName = useTopicNames(ownTopics);
  useLive(live);
  const isOn = session.cancelledWhy === null;
  const said: Readonly<Record<string, string>> = {
    luu: training.form.saved,
    "danh-sach": words.rollSaved,
    "giu-lai": `${words.rollSaved} ${words.rollKept(kept)}`,
    nghi: words.excuseDone,
    huy: words.cancelDone,
  };
  const text = done === null || answer ? undefined : said[done];
  return (
    <Page
      title={session.title}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: TRAINING_PATHS.desk, label: training.desk.title }]} />}
      actions={
        mayKeep && isOn ? (
          <LinkButton to={TRAINING_PATHS.editSession(session.id)} variant="secondary">
            {words.edit}
          </LinkButton>
        ) : undefined
      }
    >
      {text ? <Flash key={`${done}${lines.length}`}>{text}</Flash> : null}
      <ErrorSummary
        problems={answer?.problems}
        labels={{ memberId: words.excuseWho, reason: training.excuseReason, why: words.cancelWhy }}
      />
      {session.cancelledWhy === null ? null : (
        <Notice tone="warning">{words.cancelled(session.cancelledWhy)}</Notice>
      )}
      <Card>
        <SessionFacts session={session} topicName={topicName} />
        <p className="mt-2 text-ink-soft">
          {[
            session.forRoles.length === 0
              ? training.everybody
              : session.forRoles.map((role) => training.invited[role]).join(", "),
            teamNames.join(", "),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <p className="mt-4 flex flex-wrap gap-3">
          {mayKeep && isOn && isToday ? (
            <LinkButton to={TRAINING_PATHS.screen(session.id)} icon={QrCodeIcon}>
              {words.screen}
            </LinkButton>
          ) : null}
          <a href={TRAINING_PATHS.sheet(session.id)} className={buttonStyle({ variant: "secondary" })}>
            <FileSpreadsheet size="1.25em" aria-hidden />
            {words.sheet}
          </a>
        </p>
      </Card>
      {mayKeep && isOn ? <ExcuseForms lines={lines} answer={answer} /> : null}
      {mayKeep && isOn && isHeld ? <RollForm lines={lines} isMandatory={session.isMandatory} /> : null}
      <SeriesLinks series={series} current={session.id} />
      {mayKeep && isOn ? <CancelSession answer={answer} /> : null}
    </Page>
  );
}
