import { Form } from "@remix-run/react";
import { importsArea } from "#app/messages/vi/import.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import type { ImportPage } from "./import-view.ts";

/** The day it all holds from, and which team is meant where a village has several. */
export function SettleForm({ view }: { view: ImportPage }) {
  const { batch: words, roster } = useMessages(importsArea).imports;
  const several = view.villages.filter(({ teams }) => teams.length > 1);
  return (
    <Disclosure summary={words.settings}>
      <Form method="post" preventScrollReset className="grid max-w-xl gap-4">
        <TextField
          name="effectiveOn"
          type="date"
          label={roster.effectiveOn}
          hint={roster.effectiveOnHint}
          defaultValue={view.effectiveOn}
        />
        {several.map(({ id, name, teams }) => (
          <SelectField
            key={id}
            name={`team-${id}`}
            label={words.teamOf(name)}
            choices={teams.map((team) => ({ value: String(team.id), label: team.name }))}
            defaultValue={String(teams[0]?.id ?? "")}
          />
        ))}
        <div>
          <SubmitButton name="act" value="settle">
            {words.save}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
