import { PUBLIC_SUBJECTS, type PublicHonour } from "#app/domain/publication/public-boards.ts";
import type { Speech } from "./speech.ts";

/** K05: who stood first when the last month ended; a list with nobody in it is left out. */
export function HonourSection({
  honour: { year, month, names },
  speech,
}: {
  readonly honour: PublicHonour;
  readonly speech: Speech;
}) {
  const { words, format, terms } = speech;
  const lists = PUBLIC_SUBJECTS.filter((subject) => names[subject].length > 0);
  if (lists.length === 0) return null;
  return (
    <section className="honour">
      <h2>{words.honour.title(format.month(year, month))}</h2>
      <p className="lead">{words.honour.lead}</p>
      {lists.map((subject) => (
        <p key={subject}>
          <b>{words.honour.lists[subject](terms)}: </b>
          {names[subject].map(({ name }) => name).join(", ")}
        </p>
      ))}
    </section>
  );
}
