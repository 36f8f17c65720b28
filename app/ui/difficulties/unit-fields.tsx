import { difficultiesArea } from "#app/messages/vi/difficulties.ts";
import type { Problems } from "../kit/error-summary.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface UnitFieldsProps {
  unit: { readonly name: string; readonly value: string };
  keeper: { readonly name: string; readonly value: string };
  keepers: readonly { readonly id: string; readonly name: string }[];
  unitNames: readonly string[];
  problems: Problems | undefined;
  /** Two such forms stand on one page. */
  idPrefix: string;
}

/** I03: an office by its name, and who of it sees it in their list. */
export function UnitFields({ unit, keeper, keepers, unitNames, problems, idPrefix }: UnitFieldsProps) {
  const words = useMessages(difficultiesArea).difficulties;
  const listId = `${idPrefix}-units`;
  return (
    <>
      <TextField
        name={unit.name}
        id={`${idPrefix}-${unit.name}`}
        label={words.one.unit}
        list={listId}
        autoComplete="off"
        defaultValue={unit.value}
        error={problems?.[unit.name]}
      />
      <datalist id={listId}>
        {unitNames.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <SelectField
        name={keeper.name}
        id={`${idPrefix}-${keeper.name}`}
        label={words.routes.keeper}
        hint={words.routes.keeperHint}
        optional
        defaultValue={keeper.value}
        error={problems?.[keeper.name]}
        choices={keepers.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}
