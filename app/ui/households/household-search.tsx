import { Form } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import { householdsArea } from "#app/messages/vi/households.ts";
import { Button } from "../kit/button.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface HouseholdSearchProps {
  asked: { readonly search: string; readonly filter: string | null };
  filters: readonly ("waiting" | "absent" | "priority")[];
  /** Which village's list, where the address does not say. */
  villageId?: number | null;
}

export function HouseholdSearch({ asked, filters, villageId }: HouseholdSearchProps) {
  const { search: words } = useMessages(householdsArea).households;
  return (
    <Form method="get" role="search" className="grid items-end gap-3 sm:grid-cols-[2fr_1fr_auto]">
      {villageId ? <input type="hidden" name="thon" value={villageId} /> : null}
      <TextField
        name="tim"
        type="search"
        label={words.label}
        hint={words.hint}
        defaultValue={asked.search}
        optional
        autoComplete="off"
      />
      <SelectField
        name="loc"
        label={words.filter}
        defaultValue={asked.filter ?? ""}
        choices={filters.map((filter) => ({ value: filter, label: words.filters[filter] }))}
        optional
      />
      <Button type="submit" variant="secondary" icon={Search}>
        {words.find}
      </Button>
    </Form>
  );
}
