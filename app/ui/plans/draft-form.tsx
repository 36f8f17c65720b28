import type { ReactNode } from "react";
import { plansArea } from "#app/messages/vi/plans.ts";
import { CheckBox } from "../kit/check-box.tsx";
import type { Problems } from "../kit/error-summary.tsx";
import { FormCard } from "../kit/form-card.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import type { Typed } from "./plan-head-form.tsx";

interface Props {
  problems: Problems;
  values: Typed;
  quotas: readonly { readonly field: string; readonly text: string }[];
  targets: readonly { readonly field: string; readonly text: string }[];
}

/** The settings of the next version; every figure is a field, grouped as the plan groups them. */
export function DraftForm({ problems, values, quotas, targets }: Props) {
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
  const due = (stage: "team" | "office", label: string) => (
    <>
      <NumberField {...field(`${stage}DueDay`, label)} />
      <RadioGroup
        {...field(`${stage}DueMonth`, words.dueMonth)}
        choices={(["named", "next"] as const).map((value) => ({ value, label: words.dueMonths[value] }))}
      />
      <CheckBox
        name={`${stage}DueStrictly`}
        label={words.strictly}
        defaultChecked={values[`${stage}DueStrictly`] !== undefined}
      />
    </>
  );
  return (
    <FormCard lead={words.draftLead} problems={problems}>
      <input type="hidden" name="intent" value="draft" />
      <input type="hidden" name="revision" value={text("revision") ?? "1"} />
      <Group title={words.words}>
        <TextField {...field("teamWord", words.teamWord)} />
        <TextField {...field("teamShortWord", words.teamShortWord)} />
        <TextField {...field("villageWord", words.villageWord)} />
        <TextField {...field("officeWord", words.officeWord)} />
      </Group>
      <Group title={words.team}>
        <NumberField {...field("minimum", words.minimum)} unit={words.people} optional />
        <NumberField {...field("maximum", words.maximum)} unit={words.people} optional />
        <NumberField {...field("teamsPerVillage", words.teamsPerVillage)} />
      </Group>
      <Group title={words.cutoff}>
        <NumberField {...field("startDay", words.startDay)} />
        <NumberField {...field("graceDays", words.graceDays)} unit={words.days} />
        {due("team", words.teamDue)}
        {due("office", words.officeDue)}
      </Group>
      {quotas.length > 0 ? (
        <Group title={words.quotas}>
          {quotas.map((quota) => (
            <NumberField key={quota.field} {...field(quota.field, quota.text)} />
          ))}
        </Group>
      ) : null}
      {targets.length > 0 ? (
        <Group title={words.targets}>
          {targets.map((target) => (
            <NumberField key={target.field} {...field(target.field, target.text)} unit="%" />
          ))}
        </Group>
      ) : null}
      <SubmitButton>{words.saveDraft}</SubmitButton>
    </FormCard>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-5 border-t border-line pt-4">
      <legend className="text-lg font-bold">{title}</legend>
      {children}
    </fieldset>
  );
}
