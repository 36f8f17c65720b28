import { INVITED, SESSION_MODES } from "#app/domain/training/training-session.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { CheckBox } from "../kit/check-box.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { type FormAnswer, fieldList, fieldOf, fieldText } from "../kit/form-answer.ts";
import { FormCard } from "../kit/form-card.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { clockOf, type SessionFactsView } from "./session-facts.tsx";
import { type NamedTopic, useTopicChoices } from "./use-topic-names.ts";

interface StoredSession extends SessionFactsView {
  readonly id: string;
  readonly title: string;
  readonly link: string | null;
  readonly organiserId: string | null;
  readonly teamIds: readonly number[];
  readonly capacity: number | null;
  readonly revision: number;
}

interface SessionFormProps {
  id: string;
  session: StoredSession | null;
  choices: {
    readonly organisers: readonly { readonly id: string; readonly name: string }[];
    readonly teams: readonly { readonly id: number; readonly name: string }[];
    readonly places: readonly string[];
    readonly ownTopics: readonly NamedTopic[];
  };
  answer: FormAnswer | undefined;
}

/** One session, or the first of a series. */
export function SessionForm({ id, session, choices, answer }: SessionFormProps) {
  const { training } = useMessages(trainingArea);
  const words = training.form;
  const topics = useTopicChoices(choices.ownTopics);
  const labels = Object.fromEntries(
    ["title", "topics", "organiserId", "mode", "place", "link", "heldOn", "startsAt", "minutes"].map(
      (name) => [name, name === "organiserId" ? words.organiser : words[name as "title"]],
    ),
  );
  const field = (name: string, stored: string | number | null = null) => fieldOf(answer, name, stored);
  const isTicked = answer ? answer.values.isMandatory !== undefined : (session?.isMandatory ?? true);
  return (
    <FormCard title={session ? words.editTitle : words.newTitle} problems={answer?.problems} labels={labels}>
      <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
      {session ? <input type="hidden" name="revision" value={session.revision} /> : null}
      <TextField
        {...field("title", session?.title)}
        label={words.title}
        hint={words.titleHint}
        autoComplete="off"
      />
      <ChipGroup
        name="topics"
        label={words.topics}
        hint={words.topicsHint}
        error={answer?.problems.topics}
        choices={topics}
        defaultValues={fieldList(answer, "topics", session?.topics)}
        multiple
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...field("heldOn", session?.heldOn)} label={words.heldOn} type="date" />
        <TextField
          {...field("startsAt", session ? clockOf(session.startsAt) : null)}
          label={words.startsAt}
          hint={words.startsAtHint}
        />
      </div>
      <NumberField
        {...field("minutes", session?.minutes ?? 120)}
        label={words.minutes}
        unit={words.minutesUnit}
        maxLength={3}
      />
      <ChipGroup
        name="mode"
        label={words.mode}
        error={answer?.problems.mode}
        choices={SESSION_MODES.map((value) => ({ value, label: training.modes[value] }))}
        defaultValues={[fieldText(answer, "mode", session?.mode ?? "in_person")]}
      />
      <TextField
        {...field("place", session?.place)}
        label={words.place}
        list="training-places"
        autoComplete="off"
        optional
      />
      <datalist id="training-places">
        {choices.places.map((place) => (
          <option key={place} value={place} />
        ))}
      </datalist>
      <TextField {...field("link", session?.link)} label={words.link} inputMode="url" optional />
      <SelectField
        {...field("organiserId", session?.organiserId)}
        label={words.organiser}
        hint={words.organiserHint}
        choices={choices.organisers.map(({ id: value, name }) => ({ value, label: name }))}
        optional
      />
      <CheckBox
        name="isMandatory"
        label={words.isMandatory}
        hint={words.mandatoryHint}
        defaultChecked={isTicked}
      />
      <Disclosure
        summary={words.forRoles}
        isOpen={Boolean(
          session?.forRoles.length ||
            session?.teamIds.length ||
            answer?.problems.capacity ||
            session?.capacity,
        )}
      >
        <div className="grid gap-5">
          <ChipGroup
            name="forRoles"
            label={words.forRoles}
            hint={words.forRolesHint}
            choices={INVITED.map((value) => ({ value, label: training.invited[value] }))}
            defaultValues={fieldList(answer, "forRoles", session?.forRoles)}
            multiple
            optional
          />
          <ChipGroup
            name="teams"
            label={words.teams}
            hint={words.teamsHint}
            choices={choices.teams.map((team) => ({ value: String(team.id), label: team.name }))}
            defaultValues={fieldList(answer, "teams", session?.teamIds.map(String))}
            multiple
            optional
          />
          <NumberField
            {...field("capacity", session?.capacity)}
            label={words.capacity}
            hint={words.capacityHint}
            maxLength={4}
            optional
          />
        </div>
      </Disclosure>
      {session ? null : (
        <Disclosure summary={words.repeat} isOpen={Boolean(answer?.problems.repeats)}>
          <div className="grid gap-5">
            <SelectField
              {...field("everyDays")}
              label={words.repeat}
              choices={(["7", "14", "28"] as const).map((value) => ({
                value,
                label: words.everyDays[value],
              }))}
              optional
            />
            <NumberField
              {...field("repeats")}
              label={words.repeats}
              hint={words.repeatsHint}
              maxLength={2}
              optional
            />
          </div>
        </Disclosure>
      )}
      <SubmitButton size="large">{words.save}</SubmitButton>
    </FormCard>
  );
}
