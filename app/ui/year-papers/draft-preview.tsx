import type { Printed } from "#app/domain/year-papers/issued-paper.ts";
import { yearPapersArea } from "#app/messages/vi/year-papers.ts";
import { PaperPreview } from "../documents/paper-preview.tsx";
import { useMessages } from "../language.tsx";

/** The paper as it would be issued now. */
export function DraftPreview({ draft }: { draft: Printed }) {
  const { yearPapers: words } = useMessages(yearPapersArea);
  return (
    <section className="grid grid-cols-1 gap-3">
      <h2 className="text-xl">{words.draftTitle}</h2>
      <p className="text-ink-soft">{words.draftLead}</p>
      <Shown draft={draft} />
    </section>
  );
}

function Shown({ draft }: { draft: Printed }) {
  const { yearPapers: words } = useMessages(yearPapersArea);
  switch (draft.is) {
    case "paper":
      return <PaperPreview paper={draft.paper} />;
    case "sheets":
      return (
        <>
          <p>{words.sheetsOf(draft.sheets.sheets.length)}</p>
          <ol className="grid grid-cols-1 gap-4 lg:grid-cols-2" lang="vi">
            {draft.sheets.sheets.map(({ name, place, achievement, book }) => (
              <li
                key={book}
                className="rounded-card border-4 border-double border-gold-ink bg-raised p-5 text-center font-serif"
              >
                <p className="text-sm font-bold uppercase text-danger-ink">{draft.sheets.giver}</p>
                <p className="text-2xl font-bold uppercase text-danger-ink">{draft.sheets.heading}</p>
                <p className="mt-2 text-xl font-bold break-words">{name}</p>
                <p>{place}</p>
                <p className="break-words">{achievement}</p>
                <p className="mt-2 text-start text-sm italic">{book}</p>
              </li>
            ))}
          </ol>
        </>
      );
    case "slides":
      return (
        <>
          <p>{words.slidesOf(draft.slides.slides.length)}</p>
          <ol className="grid grid-cols-1 gap-4 lg:grid-cols-2" lang="vi">
            {draft.slides.slides.map(({ heading, names }) => (
              <li
                key={`${heading} ${names[0]?.name}`}
                className="rounded-card border border-line bg-raised p-5 text-center font-serif"
              >
                <p className="font-bold uppercase">{heading}</p>
                {names.map(({ name, place }) => (
                  <p key={`${name} ${place}`} className="mt-2">
                    <strong className="text-lg break-words">{name}</strong>
                    <br />
                    {place}
                  </p>
                ))}
              </li>
            ))}
          </ol>
        </>
      );
  }
}
