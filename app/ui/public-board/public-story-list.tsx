import type { PublicPlace } from "#app/domain/publication/public-place.ts";
import { PUBLIC_STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import type { PublicStory } from "#app/domain/stories/views.ts";
import { placeOf } from "./place-of.ts";
import { PublicStoryLinks } from "./public-story-links.tsx";
import type { Speech } from "./speech.ts";
import { StoryHeader } from "./story-header.tsx";
import { StoryPreview } from "./story-preview.tsx";
import { WholeDocument } from "./whole-document.tsx";

interface PublicStoryListProps {
  readonly place: PublicPlace;
  readonly stories: readonly PublicStory[];
  readonly speech: Speech;
  readonly origin: string;
  readonly stylesheet: string;
}

/** What the villages of a commune tell, newest first. Nothing runs in it. */
export function PublicStoryList({ place, stories, speech, origin, stylesheet }: PublicStoryListProps) {
  const { words, language } = speech;
  const { communeId } = place;
  const title = `${placeOf(place)} · ${words.stories.title}`;
  const [newest] = stories;
  return (
    <WholeDocument
      language={language}
      title={title}
      style={{ at: stylesheet }}
      head={
        <StoryPreview
          title={title}
          description={newest?.title ?? words.stories.none}
          address={`${origin}${PUBLIC_STORY_PATHS.all(communeId)}`}
          image={null}
          speech={speech}
          isArticle={false}
        />
      }
    >
      <StoryHeader place={place} speech={speech} />
      <main>
        <h1>{words.stories.title}</h1>
        {stories.length === 0 ? <p className="none">{words.stories.none}</p> : null}
        <PublicStoryLinks communeId={communeId} stories={stories} speech={speech} />
      </main>
    </WholeDocument>
  );
}
