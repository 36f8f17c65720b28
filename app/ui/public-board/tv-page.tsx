import type { ReactNode } from "react";
import { PUBLIC_SUBJECTS, type TvBoards } from "#app/domain/publication/public-boards.ts";
import { DrumStar } from "../drum-star.tsx";
import { BoardSection } from "./board-section.tsx";
import { MonthNotes } from "./month-notes.tsx";
import { placeOf } from "./place-of.ts";
import { QrPicture } from "./qr-picture.tsx";
import type { Speech } from "./speech.ts";
import { Totals } from "./totals.tsx";
import { WholeDocument } from "./whole-document.tsx";

interface TvPageProps {
  readonly tv: TvBoards;
  readonly speech: Speech;
  /** What phones in front of the screen open. */
  readonly joinAt: string;
  /** Which picture stands first. */
  readonly slide: number;
  readonly stylesheet: string;
  readonly scripts: readonly string[];
}

/** A revoked screen goes dark when it next asks. */
const LOOK_EVERY_SECONDS = 4;
const SLIDE_SECONDS = 13;
/** Rows that fit a wall in letters of 32 px. */
const MOST_ROWS = 9;
export const TV_SLIDES = PUBLIC_SUBJECTS.length + 3;

/**
 * A screen in a hall: one picture after the other by a plain cut, nothing that blinks or runs (thông tư 32/2017).
 * Without scripts the page sends itself on to its next picture.
 */
export function TvPage({ tv, speech, joinAt, slide, stylesheet, scripts }: TvPageProps) {
  const { words, format, language } = speech;
  const { month } = tv.boards;
  const place = placeOf(tv.boards);
  const heading = month ? words.heading(format.month(month.year, month.month)) : words.home;
  const slides = slidesOf(tv, speech);
  const next = (slide + 1) % slides.length;
  return (
    <WholeDocument
      language={language}
      title={`${place} · ${heading}`}
      style={{ at: stylesheet }}
      scripts={scripts}
      everySeconds={LOOK_EVERY_SECONDS}
      head={
        <>
          <meta name="robots" content="noindex" />
          <noscript>
            <meta httpEquiv="refresh" content={`${SLIDE_SECONDS};url=?man=${next}`} />
          </noscript>
        </>
      }
    >
      <main data-seconds={SLIDE_SECONDS}>
        <header>
          <DrumStar size="2.25rem" />
          <h1>
            {place}
            <span>{heading}</span>
          </h1>
        </header>
        {slides.map(({ key, content }, index) => (
          <section key={key} data-slide={key} hidden={index !== slide % slides.length}>
            {content}
          </section>
        ))}
        <footer>
          {month ? <MonthNotes month={month} speech={speech} /> : null}
          <div className="join">
            <span>{words.scan[tv.isPublic ? "board" : "house"]}</span>
            <QrPicture content={joinAt} label={joinAt} />
          </div>
        </footer>
      </main>
      <p role="status" className="state" data-lost={words.lost} data-gone={words.gone} />
    </WholeDocument>
  );
}

interface Slide {
  readonly key: string;
  readonly content: ReactNode;
}

function slidesOf(tv: TvBoards, speech: Speech): Slide[] {
  const { words } = speech;
  const { month } = tv.boards;
  if (!month) return [{ key: "nothing", content: <p className="none">{words.nothing}</p> }];
  return [
    ...PUBLIC_SUBJECTS.map((subject) => ({
      key: subject,
      content: (
        <BoardSection subject={subject} board={month.boards[subject]} speech={speech} most={MOST_ROWS} />
      ),
    })),
    { key: "newest", content: <Newest tv={tv} speech={speech} /> },
    {
      key: "totals",
      content: (
        <>
          <h2>{words.thisMonth}</h2>
          <Totals totals={month.totals} speech={speech} />
        </>
      ),
    },
    ...(tv.campaign || tv.points.length > 0
      ? [{ key: "campaign", content: <OnTheRoad tv={tv} speech={speech} /> }]
      : []),
  ];
}

/** The campaign that runs and the points that stand open: counters that move while people look. */
function OnTheRoad({ tv: { campaign, points }, speech }: { tv: TvBoards; speech: Speech }) {
  const { words, format } = speech;
  return (
    <>
      <h2>{campaign ? campaign.name : words.openPoints}</h2>
      {campaign ? (
        <>
          <p>{words.campaignUntil(format.date(campaign.endsOn))}</p>
          <Totals totals={campaign.totals} speech={speech} />
        </>
      ) : null}
      {points.length > 0 ? (
        <>
          {campaign ? <h2>{words.openPoints}</h2> : null}
          <ul data-rows="points">
            {points.map(({ id, name, place, people, visits }) => (
              <li key={id} data-key={id}>
                <strong>{name}</strong> · {place} ·{" "}
                {words.pointFigures(format.number(people), format.number(visits))}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Newest({ tv: { newest }, speech }: { tv: TvBoards; speech: Speech }) {
  const { words, format } = speech;
  return (
    <>
      <h2>{words.newest}</h2>
      {newest.length === 0 ? <p className="none">{words.newestNone}</p> : null}
      <ol data-rows="newest" className="newest">
        {newest.map(({ id, what, team, visits, decidedAt }) => (
          <li key={id} data-key={id}>
            <time dateTime={decidedAt.toISOString()}>{format.moment(decidedAt.getTime())}</time>
            <span className="name">
              {what}
              <small>{team}</small>
            </span>
            <span className="value">{words.visits(format.number(visits))}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
