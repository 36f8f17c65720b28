import { Form } from "@remix-run/react";
import SearchIcon from "lucide-react/icons/search";
import { MATERIAL_FIELDS, MATERIAL_KINDS } from "#app/domain/materials/material.ts";
import { materialsArea } from "#app/messages/vi/materials.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { type NamedTopic, useTopicChoices } from "../training/use-topic-names.ts";

interface LibraryFilterProps {
  query: {
    readonly search: string;
    readonly kind: string;
    readonly field: string;
    readonly topic: string;
  };
  ownTopics: readonly NamedTopic[];
}

/** Words first; kind, field and topic for those who want them. */
export function LibraryFilter({ query, ownTopics }: LibraryFilterProps) {
  const { materials: words } = useMessages(materialsArea);
  const topics = useTopicChoices(ownTopics);
  return (
    <Form method="get" role="search" className="grid gap-4">
      <TextField
        name="tim"
        label={words.search}
        hint={words.searchHint}
        type="search"
        defaultValue={query.search}
        optional
      />
      <Disclosure
        summary={`${words.kind}, ${words.field}, ${words.topic}`}
        isOpen={[query.kind, query.field, query.topic].some((value) => value !== "")}
      >
        <div className="grid gap-4 sm:grid-cols-3">
          <SelectField
            name="loai"
            label={words.kind}
            defaultValue={query.kind}
            choices={MATERIAL_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
            optional
          />
          <SelectField
            name="linh-vuc"
            label={words.field}
            defaultValue={query.field}
            choices={MATERIAL_FIELDS.map((value) => ({ value, label: words.fields[value] }))}
            optional
          />
          <SelectField
            name="chu-de"
            label={words.topic}
            defaultValue={query.topic}
            choices={topics}
            optional
          />
        </div>
      </Disclosure>
      <SubmitButton variant="secondary" icon={SearchIcon} className="justify-self-start">
        {words.find}
      </SubmitButton>
    </Form>
  );
}
