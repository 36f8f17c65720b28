import type { PublicPlace } from "#app/domain/publication/public-place.ts";
import { type PublishedYear, YEAR_PUBLICATION_PATHS } from "#app/domain/year-publication/views.ts";
import { publicYearWords } from "#app/messages/public-year.ts";
import { placeOf } from "./place-of.ts";
import type { Speech } from "./speech.ts";
import { StoryHeader } from "./story-header.tsx";
import { WholeDocument } from "./whole-document.tsx";

interface Props {
  readonly place: PublicPlace;
  readonly years: readonly PublishedYear[];
  readonly speech: Speech;
  readonly stylesheet: string;
}

/** Years a commune has published, the newest first. */
export function PublicYearList({ place, years, speech, stylesheet }: Props) {
  const { language, format } = speech;
  const words = publicYearWords[language];
  return (
    <WholeDocument
      language={language}
      title={`${placeOf(place)} · ${words.listTitle}`}
      style={{ at: stylesheet }}
    >
      <StoryHeader place={place} speech={speech} />
      <main>
        <h1>{words.listTitle}</h1>
        <ul className="stories">
          {years.map(({ reviewId, title, document, decidedOn }) => (
            <li key={reviewId}>
              <a href={YEAR_PUBLICATION_PATHS.publicOne(place.communeId, reviewId)}>{title}</a>
              <small>{words.published(document, format.date(decidedOn))}</small>
            </li>
          ))}
        </ul>
      </main>
    </WholeDocument>
  );
}
