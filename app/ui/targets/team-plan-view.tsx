import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import type { TargetEntry } from "#app/domain/targets/reading.ts";
import type { TeamPlanContent, TeamPlanState } from "#app/domain/targets/team-plan.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { ProgressBar } from "../kit/progress-bar.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface ShownPlan {
  readonly revision: number;
  readonly content: TeamPlanContent;
  readonly state: TeamPlanState;
  readonly writtenBy: string;
  readonly writtenAt: number;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  readonly note: string | null;
}

export interface ShownChoice {
  readonly entry: Pick<TargetEntry, "key" | "text" | "test">;
  readonly suggested: number | null;
  readonly done: number;
  readonly whole: number | null;
}

const TONES: Readonly<Record<TeamPlanState, Tone>> = {
  none: "neutral",
  draft: "neutral",
  waiting: "gold",
  returned: "danger",
  approved: "accent",
};

export function PlanStatePill({ state }: { state: TeamPlanState }) {
  const { plan } = useMessages(targetsArea).targets;
  return <Pill tone={TONES[state]}>{plan.states[state]}</Pill>;
}

/** A plan as it was written, each target with how far the team has come. */
export function TeamPlanView({ plan, choices }: { plan: ShownPlan; choices: readonly ShownChoice[] }) {
  const { targets: words } = useMessages(targetsArea);
  const format = useFormat();
  const { content } = plan;
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center gap-3">
        <PlanStatePill state={plan.state} />
        <span className="text-sm text-ink-soft">
          {words.plan.written(plan.writtenBy, format.date(localDateAt(plan.writtenAt)))}
          {plan.decidedBy === null || plan.decidedAt === null
            ? null
            : ` ${words.plan.decided(plan.decidedBy, format.date(localDateAt(plan.decidedAt)))}`}
        </span>
      </div>
      {plan.note === null ? null : <p className="border-s-2 border-gold ps-4">{plan.note}</p>}
      <ul className="grid gap-4">
        {content.targets.map(({ key, count }) => {
          const choice = choices.find(({ entry }) => entry.key === key);
          const unit = choice?.entry.test.kind === "share" ? words.units[choice.entry.test.of] : "";
          return (
            <li key={key}>
              <ProgressBar
                label={choice?.entry.text ?? key}
                value={choice?.done ?? 0}
                goal={count}
                unit={unit}
              />
            </li>
          );
        })}
      </ul>
      <ul className="grid list-disc gap-1 ps-6">
        {content.tasks.map(({ text, dueOn }) => (
          <li key={`${text}-${dueOn ?? ""}`}>
            {text}
            <Due dueOn={dueOn} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Due({ dueOn }: { dueOn: LocalDate | null }) {
  const { plan } = useMessages(targetsArea).targets;
  const format = useFormat();
  return (
    <span className="text-ink-soft">{dueOn === null ? null : ` · ${plan.due(format.date(dueOn))}`}</span>
  );
}
