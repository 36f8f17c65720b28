import type { ClusterSlot } from "#app/domain/year/clusters.ts";
import { yearCriteriaArea } from "#app/messages/vi/year-criteria.ts";
import { type FormAnswer, fieldText } from "../../kit/form-answer.ts";
import { SelectField } from "../../kit/select-field.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { useMessages, useTerms } from "../../language.tsx";

interface ClusterFieldsProps {
  slots: readonly ClusterSlot[];
  /** Each with the line it is in; 0 for none. */
  villages: readonly { readonly id: number; readonly name: string; readonly slot: number }[];
  answer: FormAnswer | undefined;
}

const BOX = "grid gap-4 rounded-xl border border-line bg-surface p-5 sm:grid-cols-2 lg:grid-cols-3";

/** Names first, then for each village the one cluster it is in. */
export function ClusterFields({ slots, villages, answer }: ClusterFieldsProps) {
  const { yearCriteria } = useMessages(yearCriteriaArea);
  const words = yearCriteria.clusters;
  const { village: kind } = useTerms();
  return (
    <>
      <fieldset className={BOX}>
        <legend className="px-2 text-lg font-bold">{words.names}</legend>
        {slots.map(({ slot, title }) => (
          <TextField
            key={slot}
            name={`title-${slot}`}
            label={words.slot(slot)}
            optional="unsaid"
            hint={title === "" ? undefined : words.hint}
            defaultValue={fieldText(answer, `title-${slot}`, title)}
            error={answer?.problems[`title-${slot}`]}
            autoComplete="off"
          />
        ))}
      </fieldset>
      <fieldset className={BOX}>
        <legend className="px-2 text-lg font-bold">{words.members(kind)}</legend>
        {villages.map(({ id, name, slot: own }) => (
          <SelectField
            key={id}
            name={`village-${id}`}
            label={name}
            optional="unsaid"
            defaultValue={fieldText(answer, `village-${id}`, own)}
            error={answer?.problems[`village-${id}`]}
            choices={[
              { value: "0", label: words.none },
              ...slots.map(({ slot, title }) => ({
                value: String(slot),
                label: title === "" ? words.slotNew(slot) : title,
              })),
            ]}
          />
        ))}
      </fieldset>
    </>
  );
}
