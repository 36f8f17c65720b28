import { type ActivityKind, MODES, SCHEME_TAGS } from "#app/domain/activity/scheme.ts";
import { TRAINING_TOPICS } from "#app/domain/activity/training-topic.ts";
import { EVIDENCES } from "#app/domain/plan/activity-proposal.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { schemeArea } from "#app/messages/vi/scheme.ts";
import { ChipGroup } from "../kit/chip-group.tsx";
import { FormCard } from "../kit/form-card.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import type { FormAnswer } from "../setup/form-answer.ts";

export type FieldValues = Readonly<Record<string, string | readonly string[] | undefined>>;

interface Props {
  kind: ActivityKind;
  /** Figures of its scale, in the order of the form. */
  figures: readonly (keyof ReturnType<typeof useMessages>["scheme"]["fields"])[];
  answer: FormAnswer | undefined;
  /** What was typed, else what is stored. */
  values: FieldValues;
}

const PERS = ["day", "month", "person", "household"] as const;

/** Everything about one kind that an office may set; what it is for and how it is shared belong to the kind itself. */
export function KindForm({ kind, figures, answer, values }: Props) {
  const { scheme, activity } = useMessages(schemeArea, activityArea);
  const words = scheme.edit;
  const problems = answer?.problems ?? {};
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  const list = (name: string) => {
    const value = values[name];
    return value === undefined ? [] : typeof value === "string" ? [value] : value;
  };
  const field = (name: string, label: string) => ({
    name,
    label,
    error: problems[name],
    defaultValue: text(name),
  });
  const many = (
    name: string,
    label: string,
    names: Readonly<Record<string, string>>,
    keys: readonly string[],
  ) => (
    <ChipGroup
      name={name}
      label={label}
      error={problems[name]}
      multiple
      optional
      choices={keys.map((value) => ({ value, label: names[value] ?? value }))}
      defaultValues={list(name)}
    />
  );
  const labels = { ...scheme.fields, ...words } as unknown as Readonly<Record<string, string>>;
  return (
    <FormCard lead={words.lead} problems={problems} labels={labels}>
      <input type="hidden" name="seen" value={text("seen") ?? ""} />
      <TextField {...field("name", scheme.fields.name)} maxLength={120} autoComplete="off" />
      {figures.map((figure) => (
        <NumberField
          key={figure}
          {...field(figure, scheme.fields[figure])}
          inputMode="decimal"
          unit={words.pointsUnit}
        />
      ))}
      {kind.bonuses.map(({ key, text: name }) => (
        <div key={key} className="grid gap-5 sm:grid-cols-2">
          <NumberField
            {...field(`bonus.${key}.each`, words.bonus(name))}
            inputMode="decimal"
            unit={words.pointsUnit}
          />
          <NumberField
            {...field(`bonus.${key}.atMost`, words.bonusMost(name))}
            inputMode="decimal"
            unit={words.pointsUnit}
          />
        </div>
      ))}
      <NumberField
        {...field("capUnits", words.capUnits)}
        hint={words.capUnitsHint}
        unit={scheme.countNouns[kind.unit]}
        optional
      />
      <ChipGroup
        name="capPer"
        label={words.capPer}
        error={problems.capPer}
        optional
        choices={PERS.map((value) => ({ value, label: words.pers[value] }))}
        defaultValues={list("capPer")}
      />
      {many("evidence", words.evidence, scheme.evidences, EVIDENCES)}
      {many("modes", words.modes, activity.modes, MODES)}
      {many("tags", words.tags, scheme.tags, SCHEME_TAGS)}
      {many("topics", words.topics, scheme.topics, TRAINING_TOPICS)}
      <p className="text-sm text-ink-soft">{words.topicsHint}</p>
      <NumberField {...field("leastPeople", words.leastPeople)} optional />
      <NumberField {...field("leastMinutes", words.leastMinutes)} optional />
      <TextField {...field("retiredOn", words.retiredOn)} type="date" hint={words.retiredHint} optional />
      <SubmitButton className="justify-self-start">{words.save}</SubmitButton>
    </FormCard>
  );
}
