import type { Choice } from "../kit/choice.ts";
import { Disclosure } from "../kit/disclosure.tsx";

interface CheckListProps {
  name: string;
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
}

/** Many boxes behind one line that says how many are ticked. */
export function CheckList({ name, label, choices, chosen }: CheckListProps) {
  return (
    <Disclosure summary={chosen.length > 0 ? `${label} (${chosen.length})` : label}>
      <fieldset>
        <legend className="sr-only">{label}</legend>
        <div className="grid gap-x-6 sm:grid-cols-2">
          {choices.map(({ value, label: text }) => (
            <label key={value} className="flex min-h-12 cursor-pointer items-start gap-3 py-2.5">
              <input
                type="checkbox"
                name={name}
                value={value}
                defaultChecked={chosen.includes(value)}
                className="mt-0.5 size-6 shrink-0 rounded-sm"
              />
              <span>{text}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </Disclosure>
  );
}
