import type { InputHTMLAttributes } from "react";
import { CONTROL_STYLE, FieldFrame, type FieldProps, fieldAttributes } from "./field-frame.tsx";

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | "className" | "type">;

/** Digits from a numeric keyboard. Not type=number, which drops what it cannot read and turns on a wheel. */
export function NumberField(props: FieldProps & Native & { unit?: string }) {
  const { name, label, hint, error, optional, id, unit, ...native } = props;
  const field = { name, label, hint, error, optional, id };
  return (
    <FieldFrame {...field}>
      <div className="flex items-center gap-3">
        <input
          {...native}
          inputMode="numeric"
          autoComplete="off"
          {...fieldAttributes(field)}
          className={`${CONTROL_STYLE} max-w-40 tabular-nums`}
        />
        {unit ? <span className="text-ink-soft">{unit}</span> : null}
      </div>
    </FieldFrame>
  );
}
