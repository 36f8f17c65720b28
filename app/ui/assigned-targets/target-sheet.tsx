import { Form } from "@remix-run/react";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { assignedTargetsArea } from "#app/messages/vi/assigned-targets.ts";
import { Card } from "../kit/card.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { NumberField } from "../kit/number-field.tsx";
import { ProgressBar } from "../kit/progress-bar.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useTeamName } from "../use-team-name.ts";

export interface ShownTarget {
  readonly teamId: number;
  readonly teamName: string;
  readonly villageName: string | null;
  readonly assigned: number | null;
  readonly proposedBy: string | null;
  readonly proposedAt: number | null;
  readonly approvedBy: string | null;
  readonly proposal: {
    readonly revision: number;
    readonly value: number | null;
    readonly byId: string;
    readonly by: string;
    readonly at: number;
    readonly refused: { readonly by: string; readonly reason: string } | null;
  } | null;
  readonly target: number | null;
  readonly done: number;
}

interface TargetSheetProps {
  monthId: number;
  quota: number | null;
  lines: readonly ShownTarget[];
  mayAssign: boolean;
  answer: FormAnswer | undefined;
}

/** Every team with what it is asked and has done; a field each, where the month can still be assigned. */
export function TargetSheet({ monthId, quota, lines, mayAssign, answer }: TargetSheetProps) {
  const { assignedTargets: words } = useMessages(assignedTargetsArea);
  const shortName = useTeamName();
  const labels = Object.fromEntries(lines.map(({ teamId, teamName }) => [`team-${teamId}`, teamName]));
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-5">
      <ErrorSummary problems={answer?.problems} labels={labels} />
      <input type="hidden" name="month" value={monthId} />
      <ul className="grid gap-4 lg:grid-cols-2">
        {lines.map((line) => {
          const name = `team-${line.teamId}`;
          return (
            <li key={line.teamId}>
              <Card title={line.villageName ?? shortName(line.teamName)}>
                <div className="grid gap-4">
                  <TargetProgress {...line} />
                  {mayAssign ? (
                    <NumberField
                      name={name}
                      label={words.field(line.villageName ?? line.teamName)}
                      unit={words.unit}
                      placeholder={quota === null ? "" : String(quota)}
                      defaultValue={fieldText(answer, name, saidLast(line))}
                      error={answer?.problems[name]}
                      maxLength={5}
                      optional
                    />
                  ) : null}
                  <Source {...line} />
                </div>
              </Card>
            </li>
          );
        })}
      </ul>
      {mayAssign ? (
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      ) : null}
    </Form>
  );
}

export function TargetProgress({ target, done }: Pick<ShownTarget, "target" | "done">) {
  const { assignedTargets: words } = useMessages(assignedTargetsArea);
  if (target === null) return <p>{words.done(done)}</p>;
  return <ProgressBar label={words.progress} value={done} goal={target} unit={words.unit} />;
}

/** What was said last and not refused: what the next word changes. */
function saidLast({ assigned, proposal }: ShownTarget): number | null {
  return proposal !== null && proposal.refused === null ? proposal.value : assigned;
}

function Source({ assigned, target, proposedBy, proposedAt, approvedBy, proposal }: ShownTarget) {
  const { assignedTargets: words } = useMessages(assignedTargetsArea);
  const format = useFormat();
  const isOffices = assigned !== null && proposedBy !== null && proposedAt !== null;
  return (
    <p className="text-sm text-ink-soft">
      {isOffices
        ? words.agreed(proposedBy, format.date(localDateAt(proposedAt)), approvedBy ?? "")
        : target === null
          ? words.nothing
          : words.byPlan}
      {proposal === null ? null : (
        <span className="mt-1 block">
          {proposal.refused === null
            ? words.stillWaiting(proposal.value)
            : words.refusedBy(proposal.refused.by, proposal.refused.reason)}
        </span>
      )}
    </p>
  );
}
