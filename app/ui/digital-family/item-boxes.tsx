import { digitalFamilyArea } from "#app/messages/vi/digital-family.ts";
import { FieldSet } from "../kit/field-frame.tsx";
import { useMessages } from "../language.tsx";

interface ItemBoxesProps {
  label: string;
  checklist: readonly string[];
  required: readonly number[];
  /** Items on offer, counted from 1. */
  offered: readonly number[];
  ticked: readonly number[];
}

/** The checklist to tick at the door: each row is a target of its own. */
export function ItemBoxes({ label, checklist, required, offered, ticked }: ItemBoxesProps) {
  const { one: words } = useMessages(digitalFamilyArea).digitalFamily;
  return (
    <FieldSet name="items" label={label}>
      <ul className="mt-2 grid gap-2">
        {offered.map((item) => (
          <li key={item}>
            <label className="flex min-h-13 cursor-pointer items-start gap-3 rounded-md border-2 border-line bg-surface px-4 py-3 hover:border-edge has-checked:border-accent has-checked:bg-accent-soft">
              <input
                type="checkbox"
                name="items"
                value={item}
                defaultChecked={ticked.includes(item)}
                className="mt-0.5 size-6 shrink-0 rounded-sm"
              />
              <span>
                {item}. {checklist[item - 1]}
                {required.includes(item) ? <span className="text-ink-soft"> ({words.required})</span> : null}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </FieldSet>
  );
}
