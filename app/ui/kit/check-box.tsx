import type { InputHTMLAttributes } from "react";
import { FieldError, FieldHint, type FieldProps, fieldAttributes } from "./field-frame.tsx";

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | "className" | "type">;

/** One yes or no. The whole row is the target. */
export function CheckBox({ name, label, hint, error, optional = true, id, ...native }: FieldProps & Native) {
  const attributes = fieldAttributes({ name, label, hint, error, optional, id });
  return (
    <div>
      <label className="flex min-h-12 cursor-pointer items-start gap-3 py-2.5">
        <input
          value="yes"
          {...native}
          type="checkbox"
          {...attributes}
          className="mt-0.5 size-6 shrink-0 rounded-sm"
        />
        <span>{label}</span>
      </label>
      <FieldHint id={attributes.id} hint={hint} />
      <FieldError id={attributes.id} error={error} />
    </div>
  );
}
