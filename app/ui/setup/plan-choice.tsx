import type { PresetId } from "#app/domain/plan/plan-preset.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { FieldSet } from "../kit/field-frame.tsx";
import { Pill } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";

/** What a person needs to see of a plan to choose it. */
export interface PlanFace {
  readonly id: PresetId;
  readonly name: string;
  readonly summary: string;
  readonly team: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly startDay: number;
  readonly every: "month" | "quarter";
  readonly targetCount: number;
  readonly activityCount: number;
}

interface PlanChoiceProps {
  plans: readonly PlanFace[];
  chosen: string | undefined;
  error: Rejection | string | undefined;
}

/** The plans as sheets to pick up; the whole sheet is the target. */
export function PlanChoice({ plans, chosen, error }: PlanChoiceProps) {
  const { setup } = useMessages(setupArea);
  return (
    <FieldSet name="preset" label={setup.plan.label} error={error}>
      <div className="mt-2 grid gap-4 md:grid-cols-2">
        {plans.map((plan) => (
          <label
            key={plan.id}
            className={
              "grid cursor-pointer content-start gap-3 rounded-xl border-2 border-line bg-surface p-5 shadow-card " +
              "hover:border-edge has-checked:border-accent has-checked:bg-accent-soft"
            }
          >
            <span className="flex items-start gap-3">
              <input
                type="radio"
                name="preset"
                value={plan.id}
                defaultChecked={plan.id === chosen}
                required
                className="mt-0.5 size-6 shrink-0"
              />
              <span>
                <span className="block text-lg font-bold">{plan.name}</span>
                <span className="text-ink-soft">{plan.summary}</span>
              </span>
            </span>
            <PlanFacts plan={plan} />
          </label>
        ))}
      </div>
    </FieldSet>
  );
}

function PlanFacts({ plan }: { plan: PlanFace }) {
  const { facts } = useMessages(setupArea).setup.plan;
  const { proposed } = useMessages(setupArea).setup;
  const rows = [
    [facts.team, plan.team],
    [facts.size, facts.sizeText(plan.minimum, plan.maximum)],
    [facts.months, String(plan.startDay)],
    [facts.report, plan.every === "month" ? facts.everyMonth : facts.everyQuarter],
    [facts.targets, facts.targetCount(plan.targetCount)],
  ] as const;
  return (
    <span className="grid gap-1 border-t border-line pt-3 text-sm">
      {rows.map(([name, value]) => (
        <span key={name} className="flex justify-between gap-4">
          <span className="text-ink-soft">{name}</span>
          <span className="text-end font-bold">{value}</span>
        </span>
      ))}
      <span className="mt-1 flex flex-wrap items-center justify-between gap-2">
        <span className="text-ink-soft">{facts.activities}</span>
        <Pill tone="gold">
          {plan.activityCount} · {proposed}
        </Pill>
      </span>
    </span>
  );
}
