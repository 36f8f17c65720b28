import { Form } from "@remix-run/react";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Card } from "../kit/card.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { type FormAnswer, fieldList, fieldText } from "../roster/form-state.ts";

interface RequestFormProps {
  id: string;
  teams: readonly { readonly id: number; readonly name: string }[];
  units: readonly { readonly id: string; readonly name: string }[];
  answer: FormAnswer | undefined;
}

/** J08: what is to be reported, on which days, by when, and by whom. */
export function RequestForm({ id, teams, units, answer }: RequestFormProps) {
  const { reports: words } = useMessages(reportsArea);
  const labels = {
    title: words.requestTitle,
    request: words.requestText,
    from: words.from,
    to: words.to,
    due: words.dueDay,
    teams: words.teams,
    units: words.units,
  };
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    defaultValue: fieldText(answer, name),
    error: answer?.problems[name],
  });
  const choices = (list: RequestFormProps["units"] | RequestFormProps["teams"]) =>
    list.map((each) => ({ value: String(each.id), label: each.name }));
  return (
    <Card>
      <Form method="post" noValidate className="grid grid-cols-1 gap-5">
        <ErrorSummary problems={answer?.problems} labels={labels} />
        <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
        <TextField {...field("title")} />
        <TextArea {...field("request")} rows={3} optional />
        <div className="grid gap-5 sm:grid-cols-3">
          <TextField {...field("from")} type="date" />
          <TextField {...field("to")} type="date" />
          <TextField {...field("due")} type="date" />
        </div>
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
          <ChipGroup
            name="units"
            label={words.units}
            multiple
            choices={choices(units)}
            defaultValues={fieldList(answer, "units")}
            error={answer?.problems.units}
          />
        )}
        <div>
          <SubmitButton>{words.sendRequest}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
