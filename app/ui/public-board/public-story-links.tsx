import { PUBLIC_STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import type { PublicStory } from "#app/domain/stories/views.ts";
import type { Speech } from "./speech.ts";

/** Titles that lead to the whole story. */
export function PublicStoryLinks({
  communeId,
  stories,
  speech,
}: {
  readonly communeId: number;
  readonly stories: readonly Pick<
    PublicStory,
    "id" | "title" | "excerpt" | "kind" | "village" | "publishedOn"
  >[];
  readonly speech: Speech;
}) {
  const { words, format } = speech;
  return (
    <ul className="stories">
      {stories.map(({ id, title, excerpt, kind, village, publishedOn }) => (
        <li key={id}>
          <a href={PUBLIC_STORY_PATHS.one(communeId, id)}>{title}</a>
          <p>{excerpt}</p>
          <small>
            {[
              words.stories.kinds[kind],
              ...(village === null ? [] : [village]),
              format.date(publishedOn),
            ].join(" · ")}
          </small>
        </li>
      ))}
    </ul>
  );
}
