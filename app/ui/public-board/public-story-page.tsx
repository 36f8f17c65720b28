import type { PublicPlace } from "#app/domain/publication/public-place.ts";
import { paragraphsOf } from "#app/domain/stories/story.ts";
import { PUBLIC_STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import type { PublicStory } from "#app/domain/stories/views.ts";
import { placeOf } from "./place-of.ts";
import type { Speech } from "./speech.ts";
import { StoryHeader } from "./story-header.tsx";
import { StoryPreview } from "./story-preview.tsx";
import { WholeDocument } from "./whole-document.tsx";

interface PublicStoryPageProps {
  readonly place: PublicPlace;
  readonly story: PublicStory;
  readonly speech: Speech;
  readonly origin: string;
  readonly stylesheet: string;
}

/** One story for everybody: text, pictures, where else it stands. Nothing runs in it. */
export function PublicStoryPage({ place, story, speech, origin, stylesheet }: PublicStoryPageProps) {
  const { words, format, language } = speech;
  const { communeId } = place;
  const { id, title, kind, village, author, publishedOn, photos, videoLink, links, adoptions } = story;
  const told = [words.stories.kinds[kind], ...(village === null ? [] : [village]), format.date(publishedOn)];
  const address = `${origin}${PUBLIC_STORY_PATHS.one(communeId, id)}`;
  return (
    <WholeDocument
      language={language}
      title={`${title} · ${placeOf(place)}`}
      style={{ at: stylesheet }}
      head={
        <StoryPreview
          title={title}
          description={story.excerpt}
          address={address}
          image={`${address}/the.png`}
          speech={speech}
          isArticle
        />
      }
    >
      <StoryHeader place={place} speech={speech} />
      <main className="story">
        <h1>{title}</h1>
        <p className="lead">{told.join(" · ")}</p>
        {author === "" ? null : <p className="lead">{words.stories.by(author)}</p>}
        {paragraphsOf(story.body).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {Array.from({ length: photos }, (_, index) => index + 1).map((number) => (
          <img
            key={number}
            src={PUBLIC_STORY_PATHS.photo(communeId, id, number)}
            alt={words.stories.photo(number, title)}
            loading="lazy"
          />
        ))}
        {adoptions > 0 ? <p className="lead">{words.stories.reused(adoptions)}</p> : null}
        {videoLink === null && links.length === 0 ? null : (
          <ul className="links">
            {videoLink === null ? null : (
              <li>
                <a href={videoLink} rel="noreferrer noopener nofollow">
                  {words.stories.video}
                </a>
              </li>
            )}
            {links.map(({ channel, link }) => (
              <li key={link}>
                <a href={link} rel="noreferrer noopener nofollow">
                  {words.stories.channels[channel]}
                </a>
              </li>
            ))}
          </ul>
        )}
        <p className="more">
          <a href={PUBLIC_STORY_PATHS.all(communeId)}>{words.stories.more}</a>
        </p>
      </main>
    </WholeDocument>
  );
}
