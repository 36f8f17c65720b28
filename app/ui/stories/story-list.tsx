import { Link } from "@remix-run/react";
import { STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import type { StoryCard } from "#app/domain/stories/views.ts";
import { storiesArea } from "#app/messages/vi/stories.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

const TONES: Readonly<Record<StoryCard["state"], Tone>> = {
  draft: "neutral",
  submitted: "info",
  needs_changes: "gold",
  approved: "accent",
  published: "accent",
  removed: "neutral",
};

/** Stories one under the other; the state is said where it is not simply published. */
export function StoryList({ stories }: { stories: readonly StoryCard[] }) {
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {stories.map((story) => (
        <li key={story.id} className="min-w-0">
          <Card story={story} />
        </li>
      ))}
    </ul>
  );
}

function Card({ story }: { story: StoryCard }) {
  const { stories: words } = useMessages(storiesArea);
  const format = useFormat();
  const { id, kind, state, title, excerpt, authorName, place, publishedOn, adoptions, hasPhoto } = story;
  return (
    <Link
      to={STORY_PATHS.one(id)}
      className="flex h-full flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-card hover:border-edge"
    >
      {hasPhoto ? (
        <img
          src={`${STORY_PATHS.photo(id, 1)}?co=nho`}
          alt=""
          loading="lazy"
          className="aspect-[16/9] w-full bg-sunken object-cover"
        />
      ) : null}
      <span className="flex flex-1 flex-col gap-2 p-5">
        <span className="flex flex-wrap gap-2">
          <Pill tone={kind === "fraud_warning" ? "danger" : "neutral"}>{words.kinds[kind]}</Pill>
          {state === "published" ? null : <Pill tone={TONES[state]}>{words.states[state]}</Pill>}
          {adoptions > 0 ? <Pill tone="gold">{words.reused(adoptions)}</Pill> : null}
        </span>
        <span className="text-xl font-bold">{title}</span>
        <span className="text-ink-soft">{excerpt}</span>
        <span className="mt-auto text-sm text-ink-soft">
          {words.by(authorName, place)}
          {publishedOn ? ` · ${format.date(publishedOn)}` : null}
        </span>
      </span>
    </Link>
  );
}
