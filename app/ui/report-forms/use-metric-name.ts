import { CLAIM_COUNTERS, type ClaimCounter } from "#app/domain/activity/claim.ts";
import type { FormMetric } from "#app/domain/report-forms/form-metric.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { reportFormsArea } from "#app/messages/vi/report-forms.ts";
import { useMessages } from "../language.tsx";

/** Counters are called in a form as they are where the work is written down. */
export function useMetricName(): (metric: FormMetric) => string {
  const { activity, reportForms } = useMessages(activityArea, reportFormsArea);
  return (metric) => (isCounter(metric) ? activity.counters[metric] : reportForms.metrics[metric]);
}

function isCounter(metric: FormMetric): metric is ClaimCounter {
  return (CLAIM_COUNTERS as readonly string[]).includes(metric);
}
