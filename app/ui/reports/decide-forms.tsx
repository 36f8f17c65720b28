import { Form } from "@remix-run/react";
import type { ReportState } from "#app/domain/reports/report.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { CheckBox } from "../kit/check-box.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { TextArea } from "../kit/text-area.tsx";
import { useMessages } from "../language.tsx";

interface DecideFormsProps {
  state: ReportState;
  /** Of the sending that is on the screen. */
  version: number;
  mayRead: boolean;
  mayLock: boolean;
  answer: FormAnswer | undefined;
}

/** What may be done with a report that was sent. */
export function DecideForms({ state, version, mayRead, mayLock, answer }: DecideFormsProps) {
  const { reports: words } = useMessages(reportsArea);
  const canRead = mayRead && (state === "sent" || state === "approved");
  const canLock = mayLock && state === "approved";
  if (!canRead && !canLock) return <ErrorSummary problems={answer?.problems} />;
  return (
    <Card title={words.decide} className="no-print">
      <ErrorSummary
        problems={answer?.problems}
        labels={{ reason: words.returnReason, isSure: words.lockTick }}
      />
      {canRead && state === "sent" ? (
        <Form method="post" noValidate className="mt-3">
          <input type="hidden" name="version" value={version} />
          <Button type="submit" name="act" value="approve">
            {words.approve}
          </Button>
        </Form>
      ) : null}
      {canRead ? (
        <Form method="post" noValidate className="mt-5 grid gap-4">
          <input type="hidden" name="version" value={version} />
          <TextArea {...fieldOf(answer, "reason")} label={words.returnReason} rows={2} />
          <div>
            <Button type="submit" name="act" value="return" variant="secondary">
              {words.return}
            </Button>
          </div>
        </Form>
      ) : null}
      {canLock ? (
        <Form method="post" noValidate className="mt-5 grid gap-3 border-t border-line pt-5">
          <input type="hidden" name="version" value={version} />
          <p>{words.lockHint}</p>
          <CheckBox name="isSure" label={words.lockTick} error={answer?.problems.isSure} />
          <div>
            <Button type="submit" name="act" value="lock" variant="secondary">
              {words.lock}
            </Button>
          </div>
        </Form>
      ) : null}
    </Card>
  );
}
