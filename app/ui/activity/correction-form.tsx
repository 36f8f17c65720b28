import { Form } from "@remix-run/react";
import { CORRECTION_FIELDS, type CorrectionField } from "#app/domain/verification/correction.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary, type Problems } from "../kit/error-summary.tsx";
import { Pill } from "../kit/pill.tsx";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { useMessages } from "../language.tsx";

interface CorrectionFormProps {
  requestId: string;
  problems: Problems | undefined;
  values: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Something that counted is never edited: somebody else is asked to put it right. */
export function CorrectionForm({ requestId, problems, values }: CorrectionFormProps) {
  const { activity, verification } = useMessages(activityArea, verificationArea);
  const words = activity.record;
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  return (
    <Disclosure summary={words.correctionTitle} isOpen={problems !== undefined}>
      <p className="mb-4 text-ink-soft">{words.correctionLead}</p>
      <Form method="post" noValidate className="grid gap-5">
        <ErrorSummary problems={problems} />
        <input type="hidden" name="id" value={text("id") || requestId} />
        <RadioGroup
          name="field"
          label={words.correctionField}
          error={problems?.field}
          defaultValue={text("field")}
          choices={CORRECTION_FIELDS.map((field) => ({
            value: field,
            label: verification.correction.fields[field],
          }))}
        />
        <TextArea
          name="reason"
          label={words.correctionReason}
          rows={3}
          defaultValue={text("reason")}
          error={problems?.reason}
        />
        <SubmitButton name="act" value="correct">
          {words.correctionSend}
        </SubmitButton>
      </Form>
    </Disclosure>
  );
}

export interface AskedCorrection {
  readonly id: string;
  readonly field: CorrectionField;
  readonly reason: string;
  readonly askedByName: string;
  readonly verdict: "accepted" | "declined" | null;
  readonly answer: string | null;
}

export function AskedCorrections({ corrections }: { corrections: readonly AskedCorrection[] }) {
  const { activity, verification } = useMessages(activityArea, verificationArea);
  const words = activity.record;
  if (corrections.length === 0) return null;
  const said = { accepted: words.correctionAccepted, declined: words.correctionDeclined };
  return (
    <Card title={words.corrections}>
      <ul className="divide-y divide-line">
        {corrections.map(({ id, field, reason, askedByName, verdict, answer }) => (
          <li key={id} className="grid gap-1 py-3 first:pt-0 last:pb-0">
            <p className="font-bold">{verification.correction.fields[field]}</p>
            <p>{reason}</p>
            <p className="text-sm text-ink-soft">{askedByName}</p>
            <p>
              <Pill tone={verdict === "accepted" ? "accent" : verdict === null ? "info" : "neutral"}>
                {verdict === null ? words.correctionWaiting : said[verdict]}
              </Pill>
            </p>
            {answer ? <p>{answer}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
