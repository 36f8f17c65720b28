import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import GraduationCap from "lucide-react/icons/graduation-cap";
import QrCodeIcon from "lucide-react/icons/qr-code";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readLoggingDefaults } from "#app/features/activity-log/read-logging-defaults.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerOwnTraining } from "#app/features/training/answer-own-training.server.ts";
import { readOwnTraining } from "#app/features/training/read-own-training.server.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CoreTopics } from "#app/ui/training/core-topics.tsx";
import { OwnCourses } from "#app/ui/training/own-courses.tsx";
import { OwnSession } from "#app/ui/training/own-session.tsx";
import { OwnYear } from "#app/ui/training/own-year.tsx";
import { useTopicNames } from "#app/ui/training/use-topic-names.ts";

export const handle: PageHandle = { title: (say) => say(trainingArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "training.read-own");
  if (caller.communeId === null) throw notFound();
  return {
    live: await caller.platform.live.readVersions([`commune:${caller.communeId}`]),
    own: await readOwnTraining(caller),
    // Points of a month that is closed are no longer recorded.
    openFrom: (await readLoggingDefaults(caller)).openFrom,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "training.attend");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerOwnTraining(caller, fields);
  if (answer === null) throw notFound();
  return answer.ok
    ? goOn(`${TRAINING_PATHS.own}?xong=${answer.done}`)
    : askAgain(answer.problems, answer.values);
}

export default function Training() {
  const { own, openFrom, done, live } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { training: words } = useMessages(trainingArea);
  const topicName = useTopicNames(own?.ownTopics ?? []);
  useLive(live);
  if (own === null)
    return (
      <Page title={words.title} width="narrow">
        <EmptyState icon={GraduationCap} title={words.none}>
          {words.noneBody}
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="narrow"
      actions={
        <LinkButton to={TRAINING_PATHS.checkIn} variant="secondary" icon={QrCodeIcon}>
          {words.signIn}
        </LinkButton>
      }
    >
      <Done done={answer ? null : done} />
      <ErrorSummary problems={answer?.problems} labels={{ reason: words.excuseReason }} />
      <OwnYear year={own.year} name={own.today.slice(0, 4)} />
      <section>
        <h2 className="mb-3 text-xl">{words.coming}</h2>
        {own.coming.length === 0 ? <p className="text-ink-soft">{words.comingNone}</p> : null}
        <ul className="grid gap-4">
          {own.coming.map((session) => (
            <OwnSession
              key={session.id}
              session={session}
              topicName={topicName}
              openFrom={openFrom}
              answer={answer}
            />
          ))}
        </ul>
      </section>
      {own.courses.length > 0 ? (
        <section>
          <h2 className="mb-3 text-xl">{words.courses.title}</h2>
          <OwnCourses courses={own.courses} today={own.today} topicName={topicName} />
        </section>
      ) : null}
      <CoreTopics core={own.core} topicName={topicName} />
      {own.past.length > 0 ? (
        <section>
          <h2 className="mb-3 text-xl">{words.past}</h2>
          <ul className="grid gap-4">
            {own.past.map((session) => (
              <OwnSession
                key={session.id}
                session={session}
                topicName={topicName}
                openFrom={openFrom}
                answer={answer}
              />
            ))}
          </ul>
        </section>
      ) : null}
    </Page>
  );
}

function Done({ done }: { done: string | null }) {
  const { training: words } = useMessages(trainingArea);
  const said: Readonly<Record<string, string>> = {
    "xin-nghi": words.excuseSent,
    "ghi-diem": words.claimed,
    "chung-chi": words.courses.sent,
  };
  const text = done === null ? undefined : said[done];
  return text ? <Flash>{text}</Flash> : null;
}
