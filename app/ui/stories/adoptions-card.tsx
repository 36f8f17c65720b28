import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { AdoptionView, StoryView } from "#app/domain/stories/views.ts";
import { storiesArea } from "#app/messages/vi/stories.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { CheckBox } from "../kit/check-box.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../kit/form-answer.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";

const TONES: Readonly<Record<AdoptionView["state"], Tone>> = {
  taken: "info",
  done: "gold",
  confirmed: "accent",
  given_up: "neutral",
};

interface AdoptionsCardProps {
  story: StoryView;
  /** Of a new one, made before it is sent. */
  id: string;
  today: LocalDate;
  answer: FormAnswer | undefined;
}

/** H03: who does the same elsewhere, what came of it, and who confirmed it. */
export function AdoptionsCard({ story, id, today, answer }: AdoptionsCardProps) {
  const { adoption: words } = useMessages(storiesArea).stories;
  const refused = fieldText(answer, "adoptionId");
  return (
    <Card title={words.list}>
      {story.adoptions.length === 0 ? <p className="text-ink-soft">{words.none}</p> : null}
      <ul className="grid gap-5">
        {story.adoptions.map((adoption) => (
          <Adoption
            key={adoption.id}
            adoption={adoption}
            answer={refused === adoption.id ? answer : undefined}
          />
        ))}
      </ul>
      {story.may.adopt.length > 0 ? (
        <div className="mt-5">
          <AdoptForm
            teams={story.may.adopt}
            id={id}
            today={today}
            answer={fieldText(answer, "act") === "adopt" ? answer : undefined}
          />
        </div>
      ) : null}
    </Card>
  );
}

function Adoption({ adoption, answer }: { adoption: AdoptionView; answer: FormAnswer | undefined }) {
  const { adoption: words, adoptionStates } = useMessages(storiesArea).stories;
  const format = useFormat();
  const { id, teamName, promise, dueOn, state, result, confirmedBy, isCredited } = adoption;
  const act = fieldText(answer, "act");
  return (
    <li className="grid gap-2 border-t border-line pt-4 first:border-0 first:pt-0">
      <p className="flex flex-wrap items-center gap-2">
        <strong>{teamName}</strong>
        <Pill tone={TONES[state]}>{adoptionStates[state]}</Pill>
        {state === "taken" ? <span className="text-ink-soft">{words.dueOn(format.date(dueOn))}</span> : null}
      </p>
      <p>{promise}</p>
      {result === null ? null : (
        <p className="rounded-md bg-sunken p-3">
          <strong>{words.result}:</strong> {result}
        </p>
      )}
      {confirmedBy === null ? null : (
        <p className="text-sm text-ink-soft">
          {words.confirmedBy(confirmedBy)}. {isCredited ? words.credited : null}
        </p>
      )}
      {adoption.mayConfirm ? (
        <Form method="post">
          <input type="hidden" name="adoptionId" value={id} />
          <Button type="submit" name="act" value="confirm">
            {words.confirm}
          </Button>
        </Form>
      ) : null}
      {adoption.mayReport ? (
        <>
          <Disclosure summary={words.report} isOpen={act === "report"}>
            <Form method="post" noValidate className="grid gap-4">
              <input type="hidden" name="adoptionId" value={id} />
              <TextArea
                {...fieldOf(answer, "result", result)}
                id={`field-result-${id}`}
                label={words.result}
                hint={words.resultHint}
                rows={3}
              />
              <div>
                <Button type="submit" name="act" value="report">
                  {words.report}
                </Button>
              </div>
            </Form>
          </Disclosure>
          <Disclosure summary={words.giveUp} isOpen={act === "give-up"}>
            <Form method="post" className="grid gap-3">
              <input type="hidden" name="adoptionId" value={id} />
              <CheckBox
                name="sure"
                id={`field-sure-${id}`}
                label={words.giveUpSure}
                error={answer?.problems.sure}
              />
              <div>
                <Button type="submit" name="act" value="give-up" variant="secondary">
                  {words.giveUp}
                </Button>
              </div>
            </Form>
          </Disclosure>
        </>
      ) : null}
    </li>
  );
}

function AdoptForm({
  teams,
  id,
  today,
  answer,
}: {
  teams: StoryView["may"]["adopt"];
  id: string;
  today: LocalDate;
  answer: FormAnswer | undefined;
}) {
  const { adoption: words } = useMessages(storiesArea).stories;
  const terms = useTerms();
  const field = (name: string) => ({ name, error: answer?.problems[name] });
  const [only, ...others] = teams;
  return (
    <Disclosure summary={words.title(terms)} isOpen={answer !== undefined}>
      <Form method="post" noValidate className="grid gap-4">
        <p className="text-ink-soft">{words.lead}</p>
        <input type="hidden" name="id" value={id} />
        {only && others.length === 0 ? (
          <input type="hidden" name="teamId" value={only.id} />
        ) : (
          <SelectField
            {...field("teamId")}
            label={words.team}
            defaultValue={fieldText(answer, "teamId")}
            choices={teams.map((team) => ({ value: String(team.id), label: team.name }))}
          />
        )}
        <TextArea
          {...field("promise")}
          label={words.promise}
          hint={words.promiseHint}
          defaultValue={fieldText(answer, "promise")}
          rows={3}
        />
        <TextField
          {...field("dueOn")}
          type="date"
          label={words.due}
          defaultValue={fieldText(answer, "dueOn")}
          min={today}
        />
        <div>
          <Button type="submit" name="act" value="adopt">
            {words.take}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}
