import { TRAINING_TOPICS, type TrainingTopic } from "#app/domain/activity/training-topic.ts";
import { trainingTopicsArea } from "#app/messages/vi/training-topics.ts";
import { useMessages } from "../language.tsx";

export interface NamedTopic {
  readonly key: string;
  readonly name: string;
  readonly isClosed?: boolean;
}

/** Topics of the plans by their words, the commune's own by what it called them. */
export function useTopicNames(own: readonly NamedTopic[]): (key: string) => string {
  const { trainingTopics } = useMessages(trainingTopicsArea);
  const named = new Map(own.map(({ key, name }) => [key, name]));
  return (key) => {
    const words: Readonly<Record<string, string>> = trainingTopics;
    return words[key] ?? named.get(key) ?? key;
  };
}

/** What a form offers: topics of the plans, then the commune's own that are not closed. */
export function useTopicChoices(own: readonly NamedTopic[]) {
  const name = useTopicNames(own);
  const keys: readonly (TrainingTopic | string)[] = [
    ...TRAINING_TOPICS,
    ...own.filter(({ isClosed }) => !isClosed).map(({ key }) => key),
  ];
  return keys.map((key) => ({ value: key, label: name(key) }));
}
