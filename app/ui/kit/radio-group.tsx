import type { Choice } from "./choice.ts";
import { type FieldProps, FieldSet, fieldId } from "./field-frame.tsx";

interface RadioGroupProps extends FieldProps {
  choices: readonly Choice[];
  defaultValue?: string | undefined;
}

/** One of a few, each a row that can be tapped anywhere. */
export function RadioGroup({ choices, defaultValue, ...field }: RadioGroupProps) {
  return (
    <FieldSet {...field}>
      <div className="mt-2 grid gap-2">
        {choices.map(({ value, label, hint, disabled }) => (
          <label
            key={value}
            className={
              "flex min-h-13 cursor-pointer items-start gap-3 rounded-md border-2 border-line bg-surface px-4 py-3 " +
              "hover:border-edge has-checked:border-accent has-checked:bg-accent-soft has-disabled:opacity-55"
            }
          >
            <input
              type="radio"
              name={field.name}
              value={value}
              defaultChecked={value === defaultValue}
              disabled={disabled}
              required={!field.optional}
              aria-describedby={hint ? `${fieldId(field)}-${value}-hint` : undefined}
              className="mt-0.5 size-6 shrink-0"
            />
            <span>
              <span className="font-bold">{label}</span>
              {hint ? (
                <span id={`${fieldId(field)}-${value}-hint`} className="block text-sm text-ink-soft">
                  {hint}
                </span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
    </FieldSet>
  );
}
