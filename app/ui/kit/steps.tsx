import Check from "lucide-react/icons/check";
import { kitArea } from "#app/messages/vi/kit.ts";
import { classNames } from "../class-names.ts";
import { useMessages } from "../language.tsx";

interface StepsProps {
  /** The names of all steps, in order. */
  steps: readonly string[];
  /** The one at hand, counted from 1. */
  current: number;
}

/** Where one stands in a task of several pages. A phone says the step at hand; a desk shows them all. */
export function Steps({ steps, current }: StepsProps) {
  const { kit } = useMessages(kitArea);
  return (
    <div>
      <p className="mb-2 font-bold text-accent-ink">
        {kit.stepOf(current, steps.length)}
        <span className="md:hidden">: {steps[current - 1]}</span>
      </p>
      <ol className="flex gap-1.5">
        {steps.map((step, index) => {
          const isDone = index + 1 < current;
          const isCurrent = index + 1 === current;
          return (
            <li key={step} aria-current={isCurrent ? "step" : undefined} className="min-w-0 flex-1">
              <span
                className={classNames(
                  "block h-2 rounded-full",
                  isDone ? "bg-accent" : isCurrent ? "bg-gold" : "bg-line",
                )}
              />
              <span
                className={classNames(
                  "mt-2 flex items-center gap-1 max-md:sr-only",
                  isCurrent ? "font-bold" : "text-ink-soft",
                )}
              >
                {isDone ? <Check size="1.1em" aria-hidden className="shrink-0 text-accent-ink" /> : null}
                {step}
                {isDone ? <span className="sr-only">, {kit.stepDone}</span> : null}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
