import ChevronDown from "lucide-react/icons/chevron-down";
import type { SelectHTMLAttributes } from "react";
import { kitArea } from "#app/messages/vi/kit.ts";
import { useMessages } from "../language.tsx";
import type { Choice } from "./choice.ts";
import { CONTROL_STYLE, FieldFrame, type FieldProps, fieldAttributes } from "./field-frame.tsx";

type Native = Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps | "className" | "children">;

interface SelectFieldProps extends FieldProps, Native {
  choices: readonly Choice[];
}

/** For more choices than fit on the screen; up to six are better as radio buttons or chips. */
export function SelectField({
  name,
  label,
  hint,
  error,
  optional,
  id,
  choices,
  ...native
}: SelectFieldProps) {
  const { kit } = useMessages(kitArea);
  const field = { name, label, hint, error, optional, id };
  return (
    <FieldFrame {...field}>
      <div className="relative">
        <select {...native} {...fieldAttributes(field)} className={`${CONTROL_STYLE} appearance-none pe-12`}>
          <option value="">{kit.chooseOne}</option>
          {choices.map(({ value, label: text, disabled }) => (
            <option key={value} value={value} disabled={disabled}>
              {text}
            </option>
          ))}
        </select>
        <ChevronDown
          size="1.375em"
          aria-hidden
          className="pointer-events-none absolute end-4 top-1/2 -translate-y-1/2 text-ink-soft"
        />
      </div>
    </FieldFrame>
  );
}
