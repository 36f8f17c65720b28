import type { StoryStep } from "#app/domain/stories/views.ts";
import { storiesArea } from "#app/messages/vi/stories.ts";
import { Card } from "../kit/card.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** Who did what, with the reason where one was given. */
export function StepList({ steps }: { steps: readonly StoryStep[] }) {
  const { one: words, acts } = useMessages(storiesArea).stories;
  const format = useFormat();
  return (
    <Card title={words.history}>
      <ol className="grid gap-3">
        {steps.map(({ id, act, by, at, reason }) => (
          <li key={id}>
            {words.step(acts[act], by, format.moment(at))}
            {reason === null ? null : <span className="block text-ink-soft">{reason}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
