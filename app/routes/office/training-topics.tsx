import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TRAINING_TOPICS } from "#app/domain/activity/training-topic.ts";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerTopicForm } from "#app/features/training/answer-desk-forms.server.ts";
import { readTopicDesk } from "#app/features/training/read-topic-desk.server.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TopicForm } from "#app/ui/training/topic-form.tsx";
import { useTopicNames } from "#app/ui/training/use-topic-names.ts";

export const handle: PageHandle = { title: (say) => say(trainingArea).topics.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "training.manage");
  if (caller.communeId === null) throw notFound();
  return {
    ...(await readTopicDesk(caller)),
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "training.manage");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerTopicForm(caller, fields);
  if (answer === null) throw notFound();
  return answer.ok ? goOn(`${TRAINING_PATHS.topics}?xong=luu`) : askAgain(answer.problems, answer.values);
}

export default function TrainingTopics() {
  const { ownTopics, kinds, kindsOf, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { training } = useMessages(trainingArea);
  const words = training.topics;
  const topicName = useTopicNames(ownTopics);
  const own = ownTopics.filter(({ isClosed }) => !isClosed);
  const isNew = answer !== undefined && answer.values.key === undefined;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: TRAINING_PATHS.desk, label: training.desk.title }]} />}
    >
      {done !== null && !answer ? <Flash>{words.saved}</Flash> : null}
      <Card title={words.builtIn}>
        <ul className="divide-y divide-line">
          {TRAINING_TOPICS.map((topic) => (
            <li key={topic} className="py-2.5">
              <span className="block font-bold">{topicName(topic)}</span>
              {kindsOf[topic] ? (
                <span className="block text-ink-soft">{kindsOf[topic].join(", ")}</span>
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
      {own.length > 0 ? <h2 className="text-xl">{words.own}</h2> : null}
      {own.map((topic) => (
        <Disclosure key={topic.key} summary={topic.name} isOpen={answer?.values.key === topic.key}>
          <TopicForm
            topic={topic}
            kinds={kinds}
            answer={answer?.values.key === topic.key ? answer : undefined}
          />
        </Disclosure>
      ))}
      <Disclosure summary={words.add} isOpen={isNew}>
        <TopicForm key={own.length} topic={null} kinds={kinds} answer={isNew ? answer : undefined} />
      </Disclosure>
    </Page>
  );
}
