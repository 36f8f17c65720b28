import Info from "lucide-react/icons/info";
import { MATERIAL_PATHS } from "#app/domain/materials/material-paths.ts";
import { trainingHintArea } from "#app/messages/vi/training-hint.ts";
import { TextLink } from "../kit/text-link.tsx";
import { useMessages } from "../language.tsx";
import { type NamedTopic, useTopicNames } from "./use-topic-names.ts";

export interface LogHintView {
  readonly untrained: readonly string[] | null;
  readonly materials: readonly { readonly id: string; readonly title: string }[];
  readonly ownTopics: readonly NamedTopic[];
}

/** Above the form of one kind: a calm word where training lacks, and materials in any case. Nothing is refused. */
export function LogHint({ hint }: { hint: LogHintView }) {
  const { trainingHint: words } = useMessages(trainingHintArea);
  const topicName = useTopicNames(hint.ownTopics);
  const { untrained, materials } = hint;
  if (untrained === null && materials.length === 0) return null;
  const first = untrained?.[0];
  const links = (
    <ul>
      {materials.map(({ id, title }) => (
        <li key={id}>
          <TextLink to={MATERIAL_PATHS.one(id)} className="inline-flex min-h-12 items-center">
            {title}
          </TextLink>
        </li>
      ))}
    </ul>
  );
  if (untrained === null)
    return (
      <details className="rounded-lg border border-line bg-surface px-4">
        <summary className="flex min-h-12 items-center font-bold">{words.materials}</summary>
        {links}
      </details>
    );
  return (
    <details className="rounded-lg bg-info-soft px-4 text-info-ink">
      <summary className="flex min-h-12 items-center gap-2 py-2 font-bold">
        <Info size="1.25em" aria-hidden className="shrink-0" />
        {words.title}
      </summary>
      <p className="text-ink">{words.body(untrained.map(topicName).join(", "))}</p>
      {links}
      {materials.length === 0 && first !== undefined ? (
        <TextLink
          to={`${MATERIAL_PATHS.library}?chu-de=${first}`}
          className="inline-flex min-h-12 items-center"
        >
          {words.all}
        </TextLink>
      ) : null}
    </details>
  );
}
