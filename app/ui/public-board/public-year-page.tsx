import { CERTIFICATE_PATHS } from "#app/domain/certificates/certificate-paths.ts";
import { type PublicYear, YEAR_PUBLICATION_PATHS } from "#app/domain/year-publication/views.ts";
import { publicYearWords } from "#app/messages/public-year.ts";
import { placeOf } from "./place-of.ts";
import { PublicYearRanks } from "./public-year-ranks.tsx";
import type { Speech } from "./speech.ts";
import { StoryHeader } from "./story-header.tsx";
import { StoryPreview } from "./story-preview.tsx";
import { WholeDocument } from "./whole-document.tsx";

interface Props {
  readonly year: PublicYear;
  readonly speech: Speech;
  readonly origin: string;
  readonly stylesheet: string;
}

/** A published year as anybody reads it. Nothing runs in it: what opens and shuts is the browser's own. */
export function PublicYearPage({ year, speech, origin, stylesheet }: Props) {
  const { language, format, terms } = speech;
  const words = publicYearWords[language];
  const { place, result, reviewId, papers } = year;
  const { sheet, exclusions, villages, review } = result;
  const nameOf = new Map(villages.map(({ villageId, name }) => [villageId, name]));
  const title = `${year.title} · ${placeOf(place)}`;
  return (
    <WholeDocument
      language={language}
      title={title}
      style={{ at: stylesheet }}
      head={
        <StoryPreview
          title={title}
          description={words.summary(format.number(villages.length), terms)}
          address={`${origin}${YEAR_PUBLICATION_PATHS.publicOne(place.communeId, reviewId)}`}
          image={null}
          isArticle={false}
          speech={speech}
        />
      }
    >
      <StoryHeader place={place} speech={speech} />
      <main>
        <h1>{year.title}</h1>
        <p>{words.published(year.document, format.date(year.decidedOn))}</p>
        <p className="lead">
          {words.sheet(sheet.title, sheet.document)}{" "}
          {words.months(format.date(review.firstDay), format.date(review.lastDay))}
        </p>
        <PublicYearRanks result={result} speech={speech} />
        {exclusions.length > 0 ? (
          <section>
            <h2>{words.out}</h2>
            {exclusions.map(({ villageId, reason, document }) => (
              <p key={villageId}>{words.outLine(nameOf.get(villageId) ?? "", reason, document)}</p>
            ))}
          </section>
        ) : null}
        <section>
          <h2>{words.check}</h2>
          <p>{words.checkLead}</p>
          <a className="button" href={YEAR_PUBLICATION_PATHS.publicPackage(place.communeId, reviewId)}>
            {words.package}
          </a>
          <p>
            {words.mark} <code>{year.sha256}</code>
          </p>
        </section>
        {papers.length > 0 ? (
          <section>
            <h2>{words.papers}</h2>
            <p>{words.papersLead}</p>
            <ul className="links">
              {papers.map(({ code, title: paper, holder }) => (
                <li key={code}>
                  <a href={CERTIFICATE_PATHS.checkOne(code)}>{paper}</a>
                  <small>{holder}</small>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </main>
    </WholeDocument>
  );
}
