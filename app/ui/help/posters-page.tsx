import { helpPageWords } from "#app/messages/help-page.ts";
import { QrPicture } from "../public-board/qr-picture.tsx";
import { WholeDocument } from "../public-board/whole-document.tsx";

interface PostersPageProps {
  readonly place: string;
  readonly posters: readonly { readonly village: string; readonly link: string }[];
  readonly stylesheet: string;
}

/** One sheet of A4 for each village's wall. */
export function PostersPage({ place, posters, stylesheet }: PostersPageProps) {
  const words = helpPageWords.poster;
  return (
    <WholeDocument language="vi" title={words.title} style={{ at: stylesheet }}>
      <main className="no-print">
        <h1>{words.title}</h1>
        <p>{posters.length === 0 ? words.none : words.print}</p>
      </main>
      {posters.map(({ village, link }) => (
        <section key={link} className="poster">
          <h2>{words.title}</h2>
          <p className="place">
            {village}, {place}
          </p>
          <QrPicture content={link} label={words.qr} />
          <ol>
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p className="never">{helpPageWords.never}</p>
          <p className="address">
            {words.orType} <strong>{link.replace(/^https?:\/\//, "")}</strong>
          </p>
        </section>
      ))}
    </WholeDocument>
  );
}
