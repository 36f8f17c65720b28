import type { InputHTMLAttributes } from "react";
import { CONTROL_STYLE, FieldFrame, type FieldProps, fieldAttributes } from "./field-frame.tsx";

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | "className">;

/** One line of text; `type` may be text, tel, email, search or date. */
export function TextField({
  name,
  label,
  hint,
  error,
  optional,
  id,
  type = "text",
  ...native
}: FieldProps & Native) {
  const field = { name, label, hint, error, optional, id };
  return (
    <FieldFrame {...field}>
      <input {...native} type={type} {...fieldAttributes(field)} className={CONTROL_STYLE} />
    </FieldFrame>
  );
}
