import {
  PUBLIC_SUBJECTS,
  type PublicBoards,
  type PublicMonth,
} from "#app/domain/publication/public-boards.ts";
import { PUBLIC_STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import { YEAR_PUBLICATION_PATHS } from "#app/domain/year-publication/views.ts";
import { publicYearWords } from "#app/messages/public-year.ts";
import { DrumStar } from "../drum-star.tsx";
import { BoardSection } from "./board-section.tsx";
import { HonourSection } from "./honour-section.tsx";
import { MonthNotes } from "./month-notes.tsx";
import { placeOf } from "./place-of.ts";
import { PublicStoryLinks } from "./public-story-links.tsx";
import type { Speech } from "./speech.ts";
import { Totals } from "./totals.tsx";
import { WholeDocument } from "./whole-document.tsx";

interface PublicBoardPageProps {
  readonly boards: PublicBoards;
  readonly speech: Speech;
  readonly address: string;
  readonly style: string;
  readonly script: string;
}

const LOOK_EVERY_SECONDS = 15;

/** A commune's month for everybody: whole without scripts, and followed by one small script where there are any. */
export function PublicBoardPage({ boards, speech, address, style, script }: PublicBoardPageProps) {
  const { words, format, language } = speech;
  const { month } = boards;
  const place = placeOf(boards);
  const heading = month ? words.heading(format.month(month.year, month.month)) : words.home;
  return (
    <WholeDocument
      language={language}
      title={`${place} · ${heading}`}
      style={{ text: style }}
      scripts={[script]}
      everySeconds={LOOK_EVERY_SECONDS}
      head={<Preview title={`${place} · ${heading}`} address={address} month={month} speech={speech} />}
    >
      <header>
        <DrumStar size="2.5rem" />
        <p>
          <strong>{place}</strong>
          <span>{boards.province}</span>
        </p>
        <a href="/">{words.home}</a>
      </header>
      <p role="status" className="state" data-lost={words.lost} data-gone={words.gone} />
      <main>
        <h1>{heading}</h1>
        {month ? (
          <>
            <MonthNotes month={month} speech={speech} />
            <Totals totals={month.totals} speech={speech} />
            <div className="boards">
              {PUBLIC_SUBJECTS.map((subject) => (
                <section key={subject}>
                  <BoardSection subject={subject} board={month.boards[subject]} speech={speech} />
                </section>
              ))}
            </div>
          </>
        ) : (
          <p className="none">{words.nothing}</p>
        )}
        {boards.honour ? <HonourSection honour={boards.honour} speech={speech} /> : null}
        {boards.stories.length > 0 ? (
          <section>
            <h2>{words.stories.title}</h2>
            <PublicStoryLinks communeId={boards.communeId} stories={boards.stories} speech={speech} />
            <p className="more">
              <a href={PUBLIC_STORY_PATHS.all(boards.communeId)}>{words.stories.more}</a>
            </p>
          </section>
        ) : null}
        {boards.hasYears ? (
          <p className="more">
            <a href={YEAR_PUBLICATION_PATHS.public(boards.communeId)}>
              {publicYearWords[speech.language].listTitle}
            </a>
          </p>
        ) : null}
        <p className="foot">
          <a href="/tiep-can">{words.accessibility}</a>
        </p>
      </main>
    </WholeDocument>
  );
}

interface PreviewProps {
  readonly title: string;
  readonly address: string;
  readonly month: PublicMonth | null;
  readonly speech: Speech;
}

/** What chats and social networks show of the link; a name that was withdrawn must not live on in their copies. */
function Preview({ title, address, month, speech }: PreviewProps) {
  const { words, format, language } = speech;
  const description = month
    ? words.summary(
        format.number(month.totals.claims),
        format.number(month.totals.visits),
        format.number(month.totals.people),
      )
    : words.nothing;
  return (
    <>
      <meta name="description" content={description} />
      <meta name="robots" content="noarchive" />
      <link rel="canonical" href={address} />
      <meta property="og:type" content="website" />
      <meta property="og:locale" content={language === "vi" ? "vi_VN" : "en_GB"} />
      <meta property="og:site_name" content={words.home} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
    </>
  );
}
