import { CodeField } from "./code-field.tsx";
import type { FieldProps } from "./field-frame.tsx";

/** The six digits that unlock an enrolled phone; the phone brings its own number pad. */
export function PinField(props: FieldProps & { autoFocus?: boolean }) {
  return <CodeField {...props} isSecret />;
}
