import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  POSTING_DAYS,
  POSTING_PLACES,
  type PostingPlace,
  type PostingStand,
  standOfPosting,
} from "#app/domain/year-publication/posting.ts";
import type { PublicationDesk } from "#app/domain/year-publication/views.ts";
import { yearPublicationArea } from "#app/messages/vi/year-publication.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface Props {
  published: NonNullable<PublicationDesk["published"]>;
  today: LocalDate;
  mayPost: boolean;
  /** Of the place whose form came back. */
  answer: FormAnswer | undefined;
}

/** Where it hangs and for how long, against what the law asks. */
export function PostingList({ published, today, mayPost, answer }: Props) {
  const { yearPublication: words } = useMessages(yearPublicationArea);
  const { decidedOn, postings } = published;
  return (
    <ul className="divide-y divide-line">
      {POSTING_PLACES.map((place) => {
        const posting = postings[place] ?? null;
        const own = answer && fieldText(answer, "place") === place ? answer : undefined;
        return (
          <li key={place} className="grid gap-2 py-4">
            <p className="flex flex-wrap items-center justify-between gap-2">
              <strong>{words.places[place]}</strong>
              <StandPill place={place} stand={standOfPosting(place, posting, decidedOn, today)} />
            </p>
            {mayPost ? (
              <Disclosure summary={words.edit(words.places[place])} isOpen={own !== undefined}>
                <Form
                  method="post"
                  noValidate
                  className="grid gap-4 sm:grid-cols-[1fr_1fr_auto] sm:items-start"
                >
                  <div className="sm:col-span-3">
                    <ErrorSummary
                      problems={own?.problems}
                      labels={{ firstDay: words.firstDay, lastDay: words.lastDay }}
                    />
                  </div>
                  <input type="hidden" name="place" value={place} />
                  <TextField
                    id={`field-${place}-first`}
                    name="firstDay"
                    type="date"
                    label={words.firstDay}
                    defaultValue={fieldText(own, "firstDay") || (posting?.firstDay ?? today)}
                    error={own?.problems.firstDay}
                  />
                  <TextField
                    id={`field-${place}-last`}
                    name="lastDay"
                    type="date"
                    label={words.lastDay}
                    hint={words.lastDayHint}
                    optional
                    defaultValue={fieldText(own, "lastDay") || (posting?.lastDay ?? "")}
                    error={own?.problems.lastDay}
                  />
                  <div className="sm:pt-8">
                    <SubmitButton
                      name="act"
                      value="post"
                      variant="secondary"
                      aria-label={words.saveOf(words.places[place])}
                    >
                      {words.save}
                    </SubmitButton>
                  </div>
                </Form>
              </Disclosure>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function StandPill({ place, stand }: { place: PostingPlace; stand: PostingStand }) {
  const { stands } = useMessages(yearPublicationArea).yearPublication;
  const { date } = useFormat();
  const [tone, text] = ((): readonly [Tone, string] => {
    switch (stand.is) {
      case "not_posted":
        if (POSTING_DAYS[place] === null) return ["neutral", stands.optional];
        return stand.isLate
          ? ["danger", stands.late(date(stand.dueOn))]
          : ["gold", stands.not_posted(date(stand.dueOn))];
      case "announced":
        return ["info", stands.announced(date(stand.from))];
      case "hanging":
        return [
          "accent",
          stand.until === null
            ? stands.hanging(stand.days)
            : stands.hangingUntil(stand.days, date(stand.until)),
        ];
      case "done":
        return ["accent", stands.done(stand.days)];
      case "taken_down_early":
        return ["danger", stands.taken_down_early(stand.missing)];
    }
  })();
  return <Pill tone={tone}>{text}</Pill>;
}
