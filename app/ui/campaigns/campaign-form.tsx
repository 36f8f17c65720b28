import { Form } from "@remix-run/react";
import {
  CAMPAIGN_KINDS,
  type CampaignFacts,
  type CampaignOwner,
  GOAL_METRICS,
} from "#app/domain/campaigns/campaign.ts";
import { campaignsArea } from "#app/messages/vi/campaigns.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldList, fieldOf } from "../kit/form-answer.ts";
import { NumberField } from "../kit/number-field.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { CheckList } from "./check-list.tsx";

interface CampaignFormProps {
  id: string;
  /** Null: a new draft. */
  stored: CampaignFacts | null;
  owners: readonly CampaignOwner[];
  choices: {
    readonly kinds: readonly { readonly key: string; readonly name: string }[];
    readonly services: readonly { readonly key: string; readonly name: string }[];
    readonly teams: readonly { readonly id: number; readonly name: string }[];
    readonly factorAtMost: number;
  };
  answer: FormAnswer | undefined;
}

/** A draft, field by field; nothing counts by it yet. */
export function CampaignForm({ id, stored, owners, choices, answer }: CampaignFormProps) {
  const { campaigns } = useMessages(campaignsArea);
  const words = campaigns.form;
  const field = (name: string, kept: string | number | null = null) => fieldOf(answer, name, kept);
  const goalOf = (metric: string) => stored?.goals.find((goal) => goal.metric === metric)?.number ?? null;
  const labels = { ...words, ...campaigns.metrics } as unknown as Record<string, string>;
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-5">
      <ErrorSummary problems={answer?.problems} labels={labels} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={stored?.revision ?? 0} />
      <TextField
        {...field("name", stored?.name)}
        label={words.name}
        hint={words.nameHint}
        autoComplete="off"
      />
      <SelectField
        {...field("kind", stored?.kind)}
        label={words.kind}
        choices={CAMPAIGN_KINDS.map((value) => ({ value, label: campaigns.kinds[value] }))}
      />
      <SelectField
        {...field("owner", stored?.owner ?? owners[0] ?? null)}
        label={words.owner}
        choices={owners.map((value) => ({ value, label: campaigns.owners[value] }))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...field("startsOn", stored?.startsOn)} type="date" label={words.startsOn} />
        <TextField {...field("endsOn", stored?.endsOn)} type="date" label={words.endsOn} />
      </div>
      <NumberField
        {...field("factor", stored?.factor ?? 100)}
        label={words.factor}
        hint={words.factorHint(choices.factorAtMost)}
      />
      <TextArea {...field("purpose", stored?.purpose)} label={words.purpose} rows={3} optional />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          {...field("documentNumber", stored?.documentNumber)}
          label={words.documentNumber}
          optional
        />
        <TextField
          {...field("documentDay", stored?.documentDay)}
          type="date"
          label={words.documentDay}
          optional
        />
      </div>
      <TextField {...field("documentBody", stored?.documentBody)} label={words.documentBody} optional />
      <fieldset className="grid gap-3 rounded-lg border border-line p-4">
        <legend className="px-1 font-bold">{words.goals}</legend>
        <div className="grid gap-5 sm:grid-cols-2">
          {GOAL_METRICS.map((metric) => (
            <NumberField
              key={metric}
              {...field(metric, goalOf(metric))}
              label={campaigns.metrics[metric]}
              optional
            />
          ))}
        </div>
      </fieldset>
      <Disclosure summary={words.what}>
        <p className="mb-3 text-ink-soft">{words.whatHint}</p>
        <div className="grid gap-3">
          <CheckList
            name="activityKeys"
            label={words.activityKeys}
            choices={choices.kinds.map(({ key, name }) => ({ value: key, label: name }))}
            chosen={fieldList(answer, "activityKeys", stored?.activityKeys)}
          />
          <CheckList
            name="serviceKeys"
            label={words.serviceKeys}
            choices={choices.services.map(({ key, name }) => ({ value: key, label: name }))}
            chosen={fieldList(answer, "serviceKeys", stored?.serviceKeys)}
          />
          <CheckList
            name="teamIds"
            label={words.teamIds}
            choices={choices.teams.map((team) => ({ value: String(team.id), label: team.name }))}
            chosen={fieldList(answer, "teamIds", stored?.teamIds.map(String))}
          />
          <TextField
            {...field("movement", stored?.movement)}
            label={words.movement}
            hint={words.movementHint}
            optional
          />
        </div>
      </Disclosure>
      <SubmitButton name="act" value="save">
        {words.save}
      </SubmitButton>
    </Form>
  );
}
