import { Form } from "@remix-run/react";
import type { CarriedMetric } from "#app/domain/carried-over/metric.ts";
import { carriedOverArea } from "#app/messages/vi/carried-over.ts";
import { Card } from "../kit/card.tsx";
import { DescriptionList } from "../kit/description-list.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../kit/form-answer.ts";
import { NumberField } from "../kit/number-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface FigureSheetProps {
  period: string;
  metric: CarriedMetric;
  source: string;
  lines: readonly { readonly villageId: number; readonly name: string; readonly value: number | null }[];
  answer: FormAnswer | undefined;
  mayManage: boolean;
}

/** One figure of one period for every village: typed in by the office, read by the others. */
export function FigureSheet({ period, metric, source, lines, answer, mayManage }: FigureSheetProps) {
  const { carriedOver: words } = useMessages(carriedOverArea);
  const { number } = useFormat();
  const title = words.sheet(words.metrics[metric], words.period(period));
  if (!mayManage) {
    return (
      <Card title={title}>
        <DescriptionList
          items={lines.map(({ name, value }) => ({
            term: name,
            value: value === null ? words.missing : number(value),
          }))}
        />
      </Card>
    );
  }
  const labels = {
    source: words.source,
    period: words.periodField,
    ...Object.fromEntries(lines.map(({ villageId, name }) => [`village-${villageId}`, name])),
  };
  return (
    <Card title={title}>
      <p className="mb-4 text-ink-soft">{words.sheetLead}</p>
      <Form method="post" noValidate className="grid grid-cols-1 gap-5">
        <ErrorSummary problems={answer?.problems} labels={labels} />
        <input type="hidden" name="period" id="field-period-sheet" value={period} />
        <input type="hidden" name="metric" value={metric} />
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {lines.map(({ villageId, name, value }) => {
            const field = `village-${villageId}`;
            return (
              <NumberField
                key={field}
                name={field}
                label={name}
                defaultValue={fieldText(answer, field, value)}
                error={answer?.problems[field]}
                maxLength={12}
                optional
              />
            );
          })}
        </div>
        <TextField
          {...fieldOf(answer, "source", source)}
          label={words.source}
          hint={words.sourceHint}
          autoComplete="off"
        />
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
