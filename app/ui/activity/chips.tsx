import { classNames } from "../class-names.ts";

interface ChipsProps {
  name: string;
  choices: readonly { readonly value: string; readonly label: string }[];
  chosen: readonly string[];
  multiple?: boolean;
}

/** Short choices side by side, without a frame of their own: the caller's fieldset asks the question. */
export function Chips({ name, choices, chosen, multiple = false }: ChipsProps) {
  return (
    <div className="flex flex-wrap gap-2">
      {choices.map(({ value, label }) => (
        <label
          key={value}
          className={classNames(
            "inline-flex min-h-12 cursor-pointer items-center rounded-xl border-2 border-line bg-surface px-4 py-1 leading-snug",
            "hover:border-edge has-checked:border-accent has-checked:bg-accent has-checked:font-bold",
            "has-checked:text-on-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-2",
            "has-focus-visible:outline-accent",
          )}
        >
          <input
            type={multiple ? "checkbox" : "radio"}
            name={name}
            value={value}
            defaultChecked={chosen.includes(value)}
            className="sr-only"
          />
          {label}
        </label>
      ))}
    </div>
  );
}
