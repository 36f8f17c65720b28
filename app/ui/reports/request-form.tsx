import { Form } from "@remix-run/react";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Card } from "../kit/card.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldList, fieldOf, fieldText } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { useTeamName } from "../use-team-name.ts";
import { usePeriodName } from "./use-period-name.ts";

interface RequestFormProps {
  id: string;
  teams: readonly { readonly id: number; readonly name: string }[];
  units: readonly { readonly id: string; readonly name: string }[];
  periods: readonly {
    readonly key: string;
    readonly kind: "month" | "quarter" | "half" | "year" | "range";
    readonly year: number;
    readonly ordinal: number;
  }[];
  answer: FormAnswer | undefined;
}

/** J08: what is to be reported, on which days, by when, and by whom. */
export function RequestForm({ id, teams, units, periods, answer }: RequestFormProps) {
  const nameOf = usePeriodName();
  const shortName = useTeamName();
  const { reports: words } = useMessages(reportsArea);
  const labels = {
    title: words.requestTitle,
    request: words.requestText,
    period: words.period,
    from: words.from,
    to: words.to,
    due: words.dueDay,
    teams: words.teams,
    units: words.units,
  };
  const field = (name: keyof typeof labels) => ({
    ...fieldOf(answer, name),
    label: labels[name],
  });
  const choices = (list: RequestFormProps["units"] | RequestFormProps["teams"]) =>
    list.map((each) => ({ value: String(each.id), label: shortName(each.name) }));
  return (
    <Card>
      <Form method="post" noValidate className="grid grid-cols-1 gap-5">
        <ErrorSummary problems={answer?.problems} labels={labels} />
        <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
        <ChipGroup
          name="period"
          label={words.period}
          choices={[
            { value: "", label: words.byDays },
            ...periods.map((each) => ({ value: each.key, label: nameOf(each) })),
          ]}
          defaultValues={[fieldText(answer, "period")]}
          error={answer?.problems.period}
        />
        <fieldset className="grid gap-5 in-[form:has([name=period]:not([value='']):checked)]:hidden sm:grid-cols-2">
          <legend className="sr-only">{words.byDays}</legend>
          <TextField {...field("from")} type="date" />
          <TextField {...field("to")} type="date" />
        </fieldset>
        <TextField {...field("due")} type="date" />
        <TextField {...field("title")} hint={words.requestTitleHint} />
        <TextArea {...field("request")} rows={3} optional />
        <ChipGroup
          name="teams"
          label={words.teams}
          multiple
          choices={choices(teams)}
          defaultValues={fieldList(
            answer,
            "teams",
            teams.map((team) => String(team.id)),
          )}
          error={answer?.problems.teams}
        />
        {units.length === 0 ? null : (
          <Disclosure
            summary={words.units}
            isOpen={fieldList(answer, "units").length > 0 || answer?.problems.units !== undefined}
          >
            <ChipGroup
              name="units"
              label={words.units}
              multiple
              choices={choices(units)}
              defaultValues={fieldList(answer, "units")}
              error={answer?.problems.units}
            />
          </Disclosure>
        )}
        <div>
          <SubmitButton>{words.sendRequest}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
