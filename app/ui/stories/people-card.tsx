import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { StoryPerson, StoryView } from "#app/domain/stories/views.ts";
import { storiesArea } from "#app/messages/vi/stories.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { CheckBox } from "../kit/check-box.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { Pill } from "../kit/pill.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface PeopleCardProps {
  story: StoryView;
  today: LocalDate;
  answer: FormAnswer | undefined;
}

/** Who is named, who asked them and when; for the author and the editors alone. */
export function PeopleCard({ story, today, answer }: PeopleCardProps) {
  const { one: words } = useMessages(storiesArea).stories;
  return (
    <Card title={words.people}>
      {story.people.length === 0 ? <p className="text-ink-soft">{words.peopleNone}</p> : null}
      <ul className="grid gap-4">
        {story.people.map((person) => (
          <Person
            key={person.id}
            person={person}
            today={today}
            answer={fieldText(answer, "personId") === person.id ? answer : undefined}
          />
        ))}
      </ul>
    </Card>
  );
}

function Person({
  person,
  today,
  answer,
}: {
  person: StoryPerson;
  today: LocalDate;
  answer: FormAnswer | undefined;
}) {
  const { one: words } = useMessages(storiesArea).stories;
  const format = useFormat();
  const { id, name, askedBy, askedOn, withdrawnOn } = person;
  const agreed = askedOn !== null && askedBy !== null && withdrawnOn === null;
  const field = (of: string) => ({ name: of, id: `field-${of}-${id}`, error: answer?.problems[of] });
  return (
    <li className="grid gap-2">
      <p className="flex flex-wrap items-center gap-2">
        <strong>{name}</strong>
        <Pill tone={agreed ? "accent" : "gold"}>
          {withdrawnOn !== null
            ? words.withdrawn(format.date(withdrawnOn))
            : agreed
              ? words.asked(askedBy, format.date(askedOn))
              : words.notAsked}
        </Pill>
      </p>
      {agreed ? (
        <Disclosure summary={words.withdraw(name)} isOpen={answer !== undefined}>
          <Form method="post" className="grid gap-3">
            <input type="hidden" name="personId" value={id} />
            <CheckBox {...field("sure")} label={words.withdrawSure} />
            <div>
              <Button type="submit" name="act" value="withdraw" variant="secondary">
                {words.withdrawSave}
              </Button>
            </div>
          </Form>
        </Disclosure>
      ) : (
        <Disclosure summary={words.record(name)} isOpen={answer !== undefined}>
          <Form method="post" noValidate className="grid gap-4">
            <input type="hidden" name="personId" value={id} />
            <TextField
              {...field("askedBy")}
              label={words.askedBy}
              defaultValue={fieldText(answer, "askedBy")}
              autoComplete="off"
            />
            <TextField
              {...field("askedOn")}
              type="date"
              label={words.askedOn}
              defaultValue={fieldText(answer, "askedOn", today)}
              max={today}
            />
            <div>
              <Button type="submit" name="act" value="consent">
                {words.recordSave}
              </Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </li>
  );
}
