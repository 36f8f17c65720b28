import { paragraphsOf } from "#app/domain/stories/story.ts";
import { STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import type { StoryView } from "#app/domain/stories/views.ts";
import { storiesArea } from "#app/messages/vi/stories.ts";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** The story as it is read: plain paragraphs, and pictures below one another. */
export function StoryArticle({ story }: { story: StoryView }) {
  const { stories: words } = useMessages(storiesArea);
  const format = useFormat();
  const { id, kind, field, movement, state, title, body, videoLink, photos, links, publishedOn } = story;
  return (
    <article className="rounded-xl border border-line bg-surface p-5 shadow-card sm:p-6">
      <p className="mb-3 flex flex-wrap gap-2">
        <Pill tone={kind === "fraud_warning" ? "danger" : "neutral"}>{words.kinds[kind]}</Pill>
        <Pill>{words.fields[field]}</Pill>
        {movement === null ? null : <Pill tone="info">{movement}</Pill>}
        {state === "published" ? null : <Pill tone="gold">{words.states[state]}</Pill>}
      </p>
      <p className="mb-4 text-ink-soft">
        {words.by(story.authorName, story.place)}
        {publishedOn ? ` · ${words.one.published(format.date(publishedOn))}` : null}
      </p>
      <div className="grid max-w-prose gap-4 text-lg">
        {paragraphsOf(body).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {photos.length > 0 ? (
        <div className="mt-6 grid gap-4 sm:grid-cols-2">
          {photos.map((photoId, index) => (
            <img
              key={photoId}
              src={STORY_PATHS.photo(id, index + 1)}
              alt={words.one.photo(index + 1, title)}
              loading="lazy"
              className="w-full rounded-lg bg-sunken"
            />
          ))}
        </div>
      ) : null}
      {videoLink === null ? null : (
        <p className="mt-4">
          <OutLink to={videoLink}>{words.one.video}</OutLink>
        </p>
      )}
      {links.length > 0 ? (
        <div className="mt-6 border-t border-line pt-4">
          <p className="font-bold">{words.one.channels}</p>
          <ul className="mt-1">
            {links.map((each) => {
              const text = words.one.channelOn(words.channels[each.channel], format.date(each.publishedOn));
              return (
                <li key={each.id} className="min-h-12 content-center">
                  {each.link === null ? text : <OutLink to={each.link}>{text}</OutLink>}
                </li>
              );
            })}
          </ul>
        </div>
      ) : null}
    </article>
  );
}

/** Leads out of the house: the other side learns nothing of who came from where. */
function OutLink({ to, children }: { to: string; children: string }) {
  return (
    <a
      href={to}
      rel="noreferrer noopener nofollow"
      className="inline-flex min-h-12 items-center font-bold text-accent-ink underline decoration-2 underline-offset-4"
    >
      {children}
    </a>
  );
}
