import { Form } from "@remix-run/react";
import { COMMUNE_METRICS, type FormMetric, VILLAGE_METRICS } from "#app/domain/report-forms/form-metric.ts";
import { reportFormsArea } from "#app/messages/vi/report-forms.ts";
import { Card } from "../kit/card.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { useMetricName } from "./use-metric-name.ts";

interface MapFormProps {
  sheets: readonly string[];
  revision: number;
  answer: FormAnswer | undefined;
}

/** One cell told once what it holds. */
export function MapForm({ sheets, revision, answer }: MapFormProps) {
  const { reportForms: words } = useMessages(reportFormsArea);
  const nameOf = useMetricName();
  const labels = { sheet: words.sheet, cell: words.cell, spread: words.spread, metric: words.metric };
  const field = (name: keyof typeof labels, stored: string | null = null) => ({
    ...fieldOf(answer, name, stored),
    label: labels[name],
  });
  const isShared = (metric: FormMetric) => isIn(COMMUNE_METRICS, metric) && isIn(VILLAGE_METRICS, metric);
  const scopeOf = (metric: FormMetric) =>
    isShared(metric) ? "" : ` ${isIn(VILLAGE_METRICS, metric) ? words.ofVillages : words.ofCommune}`;
  const metrics = [...new Set<FormMetric>([...COMMUNE_METRICS, ...VILLAGE_METRICS])];
  return (
    <Card title={words.map}>
      <Form key={revision} method="post" noValidate className="grid grid-cols-1 gap-5">
        <ErrorSummary problems={answer?.problems} labels={labels} />
        <input type="hidden" name="revision" value={revision} />
        {sheets.length === 1 ? (
          <input type="hidden" name="sheet" value="1" />
        ) : (
          <SelectField
            {...field("sheet", "1")}
            choices={sheets.map((name, index) => ({ value: String(index + 1), label: name }))}
          />
        )}
        <TextField {...field("cell")} hint={words.cellHint} autoComplete="off" autoCapitalize="characters" />
        <RadioGroup
          {...field("spread", "commune")}
          choices={(["commune", "villages"] as const).map((value) => ({
            value,
            label: words.spreads[value],
          }))}
        />
        <SelectField
          {...field("metric")}
          choices={metrics.map((metric) => ({ value: metric, label: nameOf(metric) + scopeOf(metric) }))}
        />
        <div>
          <SubmitButton name="act" value="map">
            {words.mapButton}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

function isIn(list: readonly FormMetric[], metric: FormMetric): boolean {
  return list.includes(metric);
}
