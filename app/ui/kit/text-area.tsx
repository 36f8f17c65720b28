import type { TextareaHTMLAttributes } from "react";
import { CONTROL_STYLE, FieldFrame, type FieldProps, fieldAttributes } from "./field-frame.tsx";

type Native = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps | "className">;

export function TextArea({
  name,
  label,
  hint,
  error,
  optional,
  id,
  rows = 4,
  ...native
}: FieldProps & Native) {
  const field = { name, label, hint, error, optional, id };
  return (
    <FieldFrame {...field}>
      <textarea
        {...native}
        rows={rows}
        {...fieldAttributes(field)}
        className={`${CONTROL_STYLE} resize-y [field-sizing:content]`}
      />
    </FieldFrame>
  );
}
