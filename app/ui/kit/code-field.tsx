import { FieldFrame, type FieldProps, fieldAttributes } from "./field-frame.tsx";

interface CodeFieldProps extends FieldProps {
  /** Dots instead of digits: for a PIN typed where others look on. */
  isSecret?: boolean;
  autoFocus?: boolean;
}

/** Six digits in one real input, so that pasting, autofill and screen readers work; the cells are painted. */
export function CodeField({ isSecret = false, autoFocus, ...field }: CodeFieldProps) {
  return (
    <FieldFrame {...field}>
      <input
        {...fieldAttributes(field)}
        type={isSecret ? "password" : "text"}
        inputMode="numeric"
        pattern="[0-9]{6}"
        maxLength={6}
        autoComplete={isSecret ? "off" : "one-time-code"}
        // The one thing to do on such a page is to type the code.
        // biome-ignore lint/a11y/noAutofocus: as said above
        autoFocus={autoFocus}
        className={isSecret ? "code-cells code-cells-secret" : "code-cells"}
      />
    </FieldFrame>
  );
}
