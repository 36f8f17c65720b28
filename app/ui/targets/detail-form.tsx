import { Form } from "@remix-run/react";
import type { Population } from "#app/domain/plan/population.ts";
import { TIERS } from "#app/domain/targets/detail.ts";
import type { TargetEntry } from "#app/domain/targets/reading.ts";
import { sourcesFor, TARGET_SOURCES, type TargetSource } from "#app/domain/targets/source.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { CheckBox } from "../kit/check-box.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { NumberField } from "../kit/number-field.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface DetailFormProps {
  /** Null: a target the commune is about to write in. */
  entry: TargetEntry | null;
  isOwn: boolean;
  people: readonly { readonly id: string; readonly name: string }[];
  answer: FormAnswer | undefined;
  /** Its name, made before it is sent, so that sending twice writes it once. */
  newId?: string;
}

const STEPS = [1, 2] as const;

/** What the office says of a target; for one of the commune's own also its words and figure. */
export function DetailForm({ entry, isOwn, people, answer, newId }: DetailFormProps) {
  const { targets: words } = useMessages(targetsArea);
  const { form, page } = words;
  const labels = labelsOf(words);
  const stored = storedOf(entry);
  const of = (name: string) => ({
    name,
    label: labels[name] ?? name,
    error: answer?.problems[name],
    defaultValue: fieldText(answer, name, stored[name] ?? null),
  });
  return (
    <Form
      method="post"
      {...(newId === undefined ? {} : { action: `?ma=${newId}` })}
      noValidate
      className="grid max-w-2xl gap-6"
    >
      <ErrorSummary problems={answer?.problems} labels={labels} />
      <input type="hidden" name="revision" value={entry?.revision ?? 0} />
      {isOwn ? <OwnFields entry={entry} of={of} answer={answer} /> : null}
      <SelectField {...of("source")} choices={sourceChoices(entry, isOwn, words.sources)} />
      <SelectField
        {...of("accountableId")}
        optional
        choices={[
          { value: "", label: form.nobody },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {entry?.test.kind === "place" ? null : (
        <fieldset className="grid gap-4">
          <legend className="text-lg font-bold">{form.stepsTitle}</legend>
          <p className="mt-1 text-ink-soft">{form.stepsHint}</p>
          {STEPS.map((number) => (
            <div key={number} className="grid gap-4 sm:grid-cols-2">
              <TextField {...of(`stepDay${number}`)} type="date" optional />
              <NumberField {...of(`stepPercent${number}`)} unit="%" maxLength={3} optional />
            </div>
          ))}
        </fieldset>
      )}
      <fieldset className="grid gap-4">
        <legend className="text-lg font-bold">{form.lineageTitle}</legend>
        {TIERS.map((tier) => (
          <div key={tier} className="grid gap-4 sm:grid-cols-2">
            <TextField {...of(`${tier}Document`)} hint={page.documentHint} maxLength={200} optional />
            <TextArea {...of(`${tier}Text`)} rows={2} maxLength={300} optional />
          </div>
        ))}
      </fieldset>
      {isOwn && entry !== null ? <CheckBox name="retire" value="yes" label={form.retire} /> : null}
      <div>
        <SubmitButton>{form.save}</SubmitButton>
      </div>
    </Form>
  );
}

type Words = ReturnType<typeof useMessages<"targets">>["targets"];

function labelsOf({ form, page }: Words): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {
    text: form.text,
    of: form.of,
    comparator: form.comparator,
    percent: form.percent,
    source: form.source,
    accountableId: form.accountable,
  };
  for (const number of STEPS) {
    labels[`stepDay${number}`] = form.stepDay(number);
    labels[`stepPercent${number}`] = form.stepPercent(number);
  }
  for (const tier of TIERS) {
    labels[`${tier}Document`] = form.ancestorDocument(page.tiers[tier]);
    labels[`${tier}Text`] = form.ancestorText(page.tiers[tier]);
  }
  return labels;
}

function storedOf(entry: TargetEntry | null): Readonly<Record<string, string | number>> {
  const stored: Record<string, string | number> = { source: entry?.source ?? "manual" };
  if (entry === null) return stored;
  stored.text = entry.text;
  if (entry.accountable) stored.accountableId = entry.accountable.id;
  if (entry.test.kind === "share") {
    stored.of = entry.test.of;
    stored.comparator = entry.test.comparator;
    stored.percent = Math.round(entry.test.basisPoints / 100);
  }
  // The last step is the plan's own figure.
  for (const [index, { lastDay, basisPoints }] of entry.steps.slice(0, -1).entries()) {
    stored[`stepDay${index + 1}`] = lastDay;
    stored[`stepPercent${index + 1}`] = Math.round(basisPoints / 100);
  }
  for (const { tier, document, text } of entry.lineage) {
    stored[`${tier}Document`] = document;
    stored[`${tier}Text`] = text;
  }
  return stored;
}

function sourceChoices(
  entry: TargetEntry | null,
  isOwn: boolean,
  names: Readonly<Record<TargetSource, string>>,
) {
  const offered: readonly TargetSource[] = isOwn
    ? (Object.keys(TARGET_SOURCES) as TargetSource[])
    : entry?.test.kind === "share"
      ? sourcesFor(entry.test.of)
      : ["manual"];
  return offered.map((value) => ({ value, label: names[value] }));
}

interface OwnFieldsProps {
  entry: TargetEntry | null;
  of: (name: string) => {
    name: string;
    label: string;
    error: NonNullable<FormAnswer["problems"]>[string];
    defaultValue: string;
  };
  answer: FormAnswer | undefined;
}

function OwnFields({ entry, of, answer }: OwnFieldsProps) {
  const { targets: words } = useMessages(targetsArea);
  const { form } = words;
  const wasChecked = answer === undefined ? entry?.aspirational === true : "aspirational" in answer.values;
  const populations = Object.keys(words.populations) as Population[];
  return (
    <>
      <TextArea {...of("text")} rows={3} maxLength={300} />
      <SelectField
        {...of("of")}
        choices={populations.map((value) => ({ value, label: words.populations[value] }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          {...of("comparator")}
          choices={(["at_least", "more_than"] as const).map((value) => ({
            value,
            label: form.comparators[value],
          }))}
        />
        <NumberField {...of("percent")} unit="%" maxLength={3} />
      </div>
      <CheckBox name="aspirational" value="yes" label={form.aspirational} defaultChecked={wasChecked} />
    </>
  );
}
