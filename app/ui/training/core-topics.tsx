import Check from "lucide-react/icons/check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import { MATERIAL_PATHS } from "#app/domain/materials/material-paths.ts";
import type { TopicState } from "#app/domain/training/training-book.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Card } from "../kit/card.tsx";
import type { Icon } from "../kit/icon.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useMessages } from "../language.tsx";

export const TOPIC_LOOKS: Readonly<Record<TopicState, { tone: Tone; icon: Icon }>> = {
  fresh: { tone: "accent", icon: Check },
  old: { tone: "gold", icon: RotateCcw },
  never: { tone: "neutral", icon: CircleDashed },
};

interface CoreTopicsProps {
  core: readonly { readonly topic: string; readonly state: TopicState }[];
  topicName: (key: string) => string;
}

/** B20, G05: what everybody needs, and what this member still lacks. */
export function CoreTopics({ core, topicName }: CoreTopicsProps) {
  const { training } = useMessages(trainingArea);
  const words = training.core;
  return (
    <Card title={words.title}>
      <p className="text-ink-soft">{words.body}</p>
      <ul className="mt-3 divide-y divide-line">
        {core.map(({ topic, state }) => (
          <li key={topic} className="flex min-h-12 flex-wrap items-center justify-between gap-2 py-2">
            <span className="min-w-0">
              <span className="block font-bold">{topicName(topic)}</span>
              {state === "fresh" ? null : (
                <TextLink
                  to={`${MATERIAL_PATHS.library}?chu-de=${topic}`}
                  className="inline-flex min-h-12 items-center"
                >
                  {words.find}
                </TextLink>
              )}
            </span>
            <Pill {...TOPIC_LOOKS[state]}>{words.states[state]}</Pill>
          </li>
        ))}
      </ul>
    </Card>
  );
}
