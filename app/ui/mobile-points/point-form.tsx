import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { POINT_KINDS } from "#app/domain/campaigns/mobile-point.ts";
import { mobilePointsArea } from "#app/messages/vi/mobile-points.ts";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface PointFormProps {
  id: string;
  today: LocalDate;
  choices: {
    readonly villages: readonly { readonly id: number; readonly name: string }[];
    readonly venues: readonly { readonly id: string; readonly name: string }[];
    readonly campaigns: readonly { readonly id: string; readonly name: string }[];
    readonly isWhole: boolean;
  };
  answer: FormAnswer | undefined;
}

/** D10, D11: place, day, hours, and the tables. */
export function PointForm({ id, today, choices, answer }: PointFormProps) {
  const { mobilePoints } = useMessages(mobilePointsArea);
  const words = mobilePoints.form;
  const { villages, venues, campaigns, isWhole } = choices;
  const field = (name: string, kept: string | null = null) => fieldOf(answer, name, kept);
  const only = villages.length === 1 && !isWhole ? String(villages[0]?.id) : null;
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-5">
      <ErrorSummary problems={answer?.problems} labels={words} />
      <input type="hidden" name="id" value={id} />
      <RadioGroup
        {...fieldOf(answer, "kind", "mobile_point")}
        label={words.kind}
        choices={POINT_KINDS.map((value) => ({ value, label: mobilePoints.kinds[value] }))}
      />
      <TextField {...field("name")} label={words.name} hint={words.nameHint} autoComplete="off" />
      <TextField {...field("day", today)} type="date" label={words.day} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...field("from", "08:00")} label={words.from} hint={words.timeHint} />
        <TextField {...field("to", "11:00")} label={words.to} hint={words.timeHint} />
      </div>
      <SelectField
        {...field("villageId", only)}
        label={words.village}
        {...(isWhole ? { hint: words.villageHint } : {})}
        optional={isWhole}
        choices={villages.map((village) => ({ value: String(village.id), label: village.name }))}
      />
      {venues.length > 0 ? (
        <SelectField
          {...field("venueId")}
          label={words.venue}
          optional
          choices={venues.map((venue) => ({ value: venue.id, label: venue.name }))}
        />
      ) : null}
      <TextField {...field("place")} label={words.place} hint={words.placeHint} optional />
      {campaigns.length > 0 ? (
        <SelectField
          {...field("campaignId")}
          label={words.campaign}
          optional
          choices={campaigns.map((campaign) => ({ value: campaign.id, label: campaign.name }))}
        />
      ) : null}
      <TextArea {...field("stations")} label={words.stations} hint={words.stationsHint} rows={3} optional />
      <SubmitButton>{words.save}</SubmitButton>
    </Form>
  );
}
