import { classNames } from "../class-names.ts";
import type { Choice } from "./choice.ts";
import { type FieldProps, FieldSet } from "./field-frame.tsx";

interface ChipGroupProps extends FieldProps {
  choices: readonly Choice[];
  defaultValues?: readonly string[];
  /** Several may be chosen. */
  multiple?: boolean;
}

/** Short choices side by side: numbers, reasons, filters. */
export function ChipGroup({ choices, defaultValues = [], multiple = false, ...field }: ChipGroupProps) {
  return (
    <FieldSet {...field}>
      <div className="mt-2 flex flex-wrap gap-2">
        {choices.map(({ value, label, disabled }) => (
          <label
            key={value}
            className={classNames(
              "inline-flex min-h-12 min-w-12 cursor-pointer items-center justify-center rounded-full border-2 border-line",
              "bg-surface px-4 font-bold hover:border-edge has-checked:border-accent has-checked:bg-accent",
              "has-checked:text-on-accent has-disabled:opacity-55 has-focus-visible:outline-3",
              "has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
            )}
          >
            <input
              type={multiple ? "checkbox" : "radio"}
              name={field.name}
              value={value}
              defaultChecked={defaultValues.includes(value)}
              disabled={disabled}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
    </FieldSet>
  );
}
