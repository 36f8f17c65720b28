import { CLAIM_COUNTERS } from "#app/domain/activity/claim.ts";
import { countersOf, MOVEMENTS } from "#app/domain/activity/record-figures.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { FieldSet } from "../kit/field-frame.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { useMessages } from "../language.tsx";
import { Chips } from "./chips.tsx";
import type { PartProps } from "./when-and-how.tsx";

/** Figures for the report and the movements the work was part of. They bring no points and nobody has to. */
export function FiguresAndMovements({ draft, problems }: PartProps) {
  const { activity } = useMessages(activityArea);
  const words = activity.log;
  const usual = countersOf(draft.activityKey);
  const counters = CLAIM_COUNTERS.filter((name) => usual.includes(name) || name in draft.counters);
  const names = [...new Set<string>([...MOVEMENTS, ...draft.movements])];
  return (
    <>
      {counters.map((counter) => (
        <NumberField
          key={counter}
          name={`counter.${counter}`}
          label={activity.counters[counter]}
          defaultValue={draft.counters[counter] ?? ""}
          error={problems.counters}
          maxLength={6}
          optional="unsaid"
        />
      ))}
      <FieldSet
        name="movements"
        label={words.movements}
        hint={words.movementsHint}
        error={problems.movements}
        optional
      >
        <Chips
          name="movement"
          multiple
          chosen={draft.movements}
          choices={names.map((name) => ({ value: name, label: name }))}
        />
      </FieldSet>
    </>
  );
}
