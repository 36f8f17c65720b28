import { Form } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import { FAMILY_STATES, type FamilyState } from "#app/domain/titles/family.ts";
import { digitalFamilyArea } from "#app/messages/vi/digital-family.ts";
import { Button } from "../kit/button.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface FamilyFilterProps {
  villageId: number;
  search: string;
  state: FamilyState | null;
  counts: Readonly<Record<FamilyState, number>>;
}

export function FamilyFilter({ villageId, search, state, counts }: FamilyFilterProps) {
  const { digitalFamily: words } = useMessages(digitalFamilyArea);
  return (
    <Form method="get" className="grid gap-4 sm:grid-cols-[2fr_2fr_auto] sm:items-end">
      <input type="hidden" name="thon" value={villageId} />
      <TextField
        name="tim"
        type="search"
        label={words.search}
        hint={words.searchHint}
        defaultValue={search}
        optional="unsaid"
      />
      <SelectField
        name="tt"
        label={words.filter}
        defaultValue={state ?? ""}
        optional="unsaid"
        choices={FAMILY_STATES.filter((each) => counts[each] > 0).map((each) => ({
          value: each,
          label: `${words.states[each]} (${counts[each]})`,
        }))}
      />
      <Button type="submit" variant="secondary" icon={Search}>
        {words.find}
      </Button>
    </Form>
  );
}
