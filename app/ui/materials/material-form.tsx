import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { MATERIAL_FIELDS, MATERIAL_KINDS } from "#app/domain/materials/material.ts";
import { materialsArea } from "#app/messages/vi/materials.ts";
import { CheckBox } from "../kit/check-box.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { FileField } from "../kit/file-field.tsx";
import { type FormAnswer, fieldList, fieldOf, fieldText } from "../kit/form-answer.ts";
import { FormCard } from "../kit/form-card.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { type NamedTopic, useTopicChoices } from "../training/use-topic-names.ts";
import type { MaterialFace } from "./material-card.tsx";

interface MaterialFormProps {
  id: string;
  material: (MaterialFace & { readonly kinds: readonly string[]; readonly revision: number }) | null;
  choices: {
    readonly kinds: readonly { readonly key: string; readonly name: string }[];
    readonly ownTopics: readonly NamedTopic[];
  };
  today: LocalDate;
  /** What the office saves is shown; what others send waits. */
  isOffice: boolean;
  answer: FormAnswer | undefined;
}

export function MaterialForm({ id, material, choices, today, isOffice, answer }: MaterialFormProps) {
  const { materials } = useMessages(materialsArea);
  const words = materials.form;
  const topics = useTopicChoices(choices.ownTopics);
  const field = (name: string, stored: string | null = null) => fieldOf(answer, name, stored);
  const isTicked = (name: "isPlain" | "isLargeType" | "isPublic") =>
    answer ? answer.values[name] !== undefined : (material?.[name] ?? false);
  const title = material ? words.editTitle : isOffice ? words.newTitle : words.proposeTitle;
  return (
    <FormCard
      title={title}
      lead={isOffice ? undefined : words.proposeLead}
      problems={answer?.problems}
      labels={{
        title: words.title,
        source: words.source,
        issuedOn: words.issuedOn,
        file: words.file,
        link: words.link,
      }}
      encType="multipart/form-data"
    >
      <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
      {material ? <input type="hidden" name="revision" value={material.revision} /> : null}
      <TextField {...field("title", material?.title)} label={words.title} autoComplete="off" />
      <ChipGroup
        name="kind"
        label={words.kind}
        error={answer?.problems.kind}
        choices={MATERIAL_KINDS.map((value) => ({ value, label: materials.kinds[value] }))}
        defaultValues={[fieldText(answer, "kind", material?.kind ?? "guide")]}
      />
      <SelectField
        {...field("field", material?.field)}
        label={words.field}
        choices={MATERIAL_FIELDS.map((value) => ({ value, label: materials.fields[value] }))}
      />
      <FileField
        name="file"
        label={words.file}
        hint={material ? `${words.fileHint} ${words.fileKept}` : words.fileHint}
        error={answer?.problems.file}
        accept="image/jpeg,image/png,image/webp,application/pdf"
        optional
      />
      <TextField {...field("link", material?.link)} label={words.link} inputMode="url" optional />
      <TextField {...field("source", material?.source)} label={words.source} hint={words.sourceHint} />
      <TextField {...field("issuedOn", material?.issuedOn ?? today)} label={words.issuedOn} type="date" />
      <CheckBox name="isPlain" label={words.isPlain} defaultChecked={isTicked("isPlain")} />
      <CheckBox name="isLargeType" label={words.isLargeType} defaultChecked={isTicked("isLargeType")} />
      <Disclosure
        summary={`${words.topics}, ${words.kinds.toLowerCase()}`}
        isOpen={(material?.topics.length ?? 0) + (material?.kinds.length ?? 0) > 0}
      >
        <div className="grid gap-5">
          <ChipGroup
            name="topics"
            label={words.topics}
            choices={topics}
            defaultValues={fieldList(answer, "topics", material?.topics)}
            multiple
            optional
          />
          <ChipGroup
            name="kinds"
            label={words.kinds}
            hint={words.kindsHint}
            choices={choices.kinds.map(({ key, name }) => ({ value: key, label: name }))}
            defaultValues={fieldList(answer, "kinds", material?.kinds)}
            multiple
            optional
          />
        </div>
      </Disclosure>
      <TextArea
        {...field("spokenText", material?.spokenText)}
        label={words.spokenText}
        hint={words.spokenHint}
        optional
      />
      {isOffice ? (
        <CheckBox name="isPublic" label={words.isPublic} defaultChecked={isTicked("isPublic")} />
      ) : null}
      <SubmitButton size="large">{isOffice ? words.save : words.send}</SubmitButton>
    </FormCard>
  );
}
