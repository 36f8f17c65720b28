import { plansArea } from "#app/messages/vi/plans.ts";
import type { Problems } from "../kit/error-summary.tsx";
import { FormCard } from "../kit/form-card.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

interface Props {
  title?: string;
  lead?: string;
  problems: Problems;
  /** What was typed, or what is stored. */
  values: Typed;
  /** The plans this one may replace. */
  others: readonly { readonly id: string; readonly number: string }[];
}

export function PlanHeadForm({ title, lead, problems, values, others }: Props) {
  const { plans: words } = useMessages(plansArea);
  const text = (name: string) => {
    const value = values[name];
    return typeof value === "string" ? value : undefined;
  };
  const field = (name: string, label: string) => ({
    name,
    label,
    error: problems[name],
    defaultValue: text(name),
  });
  return (
    <FormCard
      title={title}
      lead={lead}
      problems={problems}
      labels={{
        number: words.number,
        issuedOn: words.issuedOn,
        title: words.name,
        replacesId: words.replaces,
        startsOn: words.startsOn,
        endsOn: words.endsOn,
        legalBases: words.legalBases,
      }}
    >
      <input type="hidden" name="intent" value="head" />
      <input type="hidden" name="id" value={text("id") ?? ""} />
      <input type="hidden" name="revision" value={text("revision") ?? "0"} />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <TextField {...field("number", words.number)} hint={words.numberHint} autoComplete="off" />
        <TextField {...field("issuedOn", words.issuedOn)} type="date" />
      </div>
      <TextArea {...field("title", words.name)} rows={2} />
      {others.length > 0 ? (
        <SelectField
          {...field("replacesId", words.replaces)}
          optional
          choices={others.map(({ id, number }) => ({ value: id, label: number }))}
        />
      ) : null}
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <TextField {...field("startsOn", words.startsOn)} type="date" />
        <TextField {...field("endsOn", words.endsOn)} type="date" />
      </div>
      <TextArea {...field("legalBases", words.legalBases)} hint={words.legalBasesHint} rows={6} optional />
      <SubmitButton>{words.save}</SubmitButton>
    </FormCard>
  );
}
