import { activityArea } from "#app/messages/vi/activity.ts";
import { FieldSet } from "../kit/field-frame.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { Chips } from "./chips.tsx";
import { AudienceField, type PartProps } from "./when-and-how.tsx";

/** The places of the village and the commune are offered while one is typed. */
const PLACES = "places-to-offer";

/** Who else was there, how long, where, and a note: nobody has to. */
export function MoreFields({ draft, board, problems }: PartProps) {
  const words = useMessages(activityArea).activity.log;
  const { kind, mates } = board;
  const isTaught = kind.scale.by === "part";
  const people = mates.map(({ memberId, name }) => ({ value: memberId, label: name }));
  return (
    <>
      {people.length > 0 && isTaught ? (
        <FieldSet name="teachers" label={words.teachers} optional>
          <Chips name="teacher" multiple chosen={draft.teachers} choices={people} />
        </FieldSet>
      ) : null}
      {people.length > 0 ? (
        <FieldSet
          name="helpers"
          label={words.helpers}
          hint={kind.sharing === "split" ? words.helpersHint : words.helpersEach}
          error={problems.helpers}
          optional
        >
          <Chips name="helper" multiple chosen={draft.helpers} choices={people} />
        </FieldSet>
      ) : null}
      {kind.least?.minutes === undefined ? (
        <NumberField
          name="minutes"
          label={words.minutes}
          unit={words.minutesUnit}
          defaultValue={draft.fields.minutes}
          error={problems.minutes}
          maxLength={4}
          optional
        />
      ) : null}
      <AudienceField draft={draft} problems={problems} />
      <TextField
        name="place"
        label={words.place}
        defaultValue={draft.fields.place}
        error={problems.place}
        {...(board.places.length > 0 ? { list: PLACES } : {})}
        optional
      />
      {board.places.length > 0 ? (
        <datalist id={PLACES}>
          {board.places.map((place) => (
            <option key={place} value={place} />
          ))}
        </datalist>
      ) : null}
      <TextArea
        name="note"
        label={words.note}
        hint={words.noteHint}
        rows={2}
        defaultValue={draft.fields.note}
        error={problems.note}
        optional
      />
    </>
  );
}
