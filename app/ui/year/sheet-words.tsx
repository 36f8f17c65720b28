import type { ReactNode } from "react";
import { SHEET_TALK_PATHS, type SheetWord } from "#app/domain/self-assessment/sheet-talk.ts";
import { yearCommentsArea } from "#app/messages/vi/year-comments.ts";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface SheetWordsProps {
  reviewId: string;
  words: readonly SheetWord[];
  /** Above each: the village and the criterion, where the page does not say them already. */
  headOf?: (word: SheetWord) => ReactNode;
  /** The form of an answer under a word that has none. */
  answerOf?: (word: SheetWord) => ReactNode;
}

/** What was said and what was answered, in the order it was said. */
export function SheetWords({ reviewId, words, headOf, answerOf }: SheetWordsProps) {
  const { yearComments: say } = useMessages(yearCommentsArea);
  const format = useFormat();
  return (
    <ol className="grid gap-5">
      {words.map((word) => (
        <li key={word.id} className="grid gap-2 border-s-4 border-gold-edge ps-4">
          {headOf?.(word)}
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Pill
              tone={word.answer === null ? "gold" : word.answer.outcome === "mended" ? "accent" : "neutral"}
            >
              {word.answer === null ? say.waiting : say.outcomes[word.answer.outcome]}
            </Pill>
            {word.ownPoints === null ? null : (
              <strong>{say.village.ownPoints(format.points(word.ownPoints))}</strong>
            )}
          </p>
          <p className="whitespace-pre-line [overflow-wrap:anywhere]">{word.content}</p>
          {word.proofs.length > 0 ? (
            <ul className="grid gap-1">
              {word.proofs.map(({ fileId, name }) => (
                <li key={fileId}>
                  <a
                    href={SHEET_TALK_PATHS.proof(reviewId, fileId)}
                    className="inline-flex min-h-12 items-center font-bold text-accent-ink underline [overflow-wrap:anywhere]"
                  >
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          ) : null}
          <p className="text-sm text-ink-soft">{say.by(word.byName, format.moment(word.at))}</p>
          {word.answer === null ? (
            answerOf?.(word)
          ) : (
            <div className="rounded-lg bg-sunken p-3">
              <p className="whitespace-pre-line [overflow-wrap:anywhere]">{word.answer.content}</p>
              <p className="mt-1 text-sm text-ink-soft">
                {say.answeredBy(word.answer.byName, format.moment(word.answer.at))}
              </p>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
