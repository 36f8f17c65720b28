import { PRIORITIES, type Priority } from "#app/domain/households/household.ts";
import { householdsArea } from "#app/messages/vi/households.ts";
import { ChipGroup } from "../kit/chip-group.tsx";
import { type FormAnswer, fieldList, fieldText } from "../kit/form-answer.ts";
import { NumberField } from "../kit/number-field.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface HouseholdFieldsProps {
  answer: FormAnswer | undefined;
  stored?: {
    readonly code?: string;
    readonly lane?: string | null;
    readonly head?: string;
    readonly adults?: number;
    readonly priorities?: readonly Priority[];
  };
  /** Lanes of the village, offered while typing. */
  lanes: readonly string[];
  /** Given by itself where a household is added at its door. */
  hasCode?: boolean;
  isNew?: boolean;
}

const LANES = "lanes-of-village";

export function HouseholdFields({
  answer,
  stored = {},
  lanes,
  hasCode = true,
  isNew = false,
}: HouseholdFieldsProps) {
  const { form: words, priorities } = useMessages(householdsArea).households;
  const errors = answer?.problems ?? {};
  const text = (name: string, was: string | number | null | undefined) => ({
    name,
    defaultValue: fieldText(answer, name, was ?? null),
    error: errors[name],
    autoComplete: "off",
  });
  return (
    <>
      {hasCode ? (
        <TextField
          {...text("code", stored.code)}
          label={words.code}
          {...(isNew ? { hint: words.codeHint } : {})}
        />
      ) : null}
      <TextField {...text("head", stored.head)} label={words.head} hint={words.headHint} />
      <TextField {...text("lane", stored.lane)} label={words.lane} list={LANES} optional />
      <datalist id={LANES}>
        {lanes.map((lane) => (
          <option key={lane} value={lane} />
        ))}
      </datalist>
      <NumberField
        {...text("adults", stored.adults)}
        label={words.adults}
        unit={words.adultsUnit}
        maxLength={2}
      />
      <ChipGroup
        name="priorities"
        multiple
        label={words.priorities}
        hint={words.prioritiesHint}
        error={errors.priorities}
        choices={PRIORITIES.map((kind) => ({ value: kind, label: priorities[kind] }))}
        defaultValues={fieldList(answer, "priorities", stored.priorities ?? [])}
        optional
      />
    </>
  );
}

export function useHouseholdLabels(): Readonly<Record<string, string>> {
  const { code, head, lane, adults, priorities, from } = useMessages(householdsArea).households.form;
  return { code, head, lane, adults, priorities, validFrom: from };
}
