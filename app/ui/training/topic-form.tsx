import { Form } from "@remix-run/react";
import { trainingArea } from "#app/messages/vi/training.ts";
import { ChipGroup } from "../kit/chip-group.tsx";
import { type FormAnswer, fieldList, fieldText } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface TopicFormProps {
  topic: { readonly key: string; readonly name: string; readonly kinds: readonly string[] } | null;
  kinds: readonly { readonly key: string; readonly name: string }[];
  answer: FormAnswer | undefined;
}

/** G04: a topic of the commune's own, and the work it prepares for. */
export function TopicForm({ topic, kinds, answer }: TopicFormProps) {
  const { training } = useMessages(trainingArea);
  const words = training.topics;
  const tail = topic?.key ?? "new";
  return (
    <Form method="post" noValidate className="grid gap-5">
      {topic ? <input type="hidden" name="key" value={topic.key} /> : null}
      <TextField
        id={`field-name-${tail}`}
        name="name"
        label={words.name}
        defaultValue={fieldText(answer, "name", topic?.name)}
        error={answer?.problems.name ?? answer?.problems.form}
      />
      <ChipGroup
        id={`field-kinds-${tail}`}
        name="kinds"
        label={words.kinds}
        hint={words.kindsHint}
        choices={kinds.map(({ key, name }) => ({ value: key, label: name }))}
        defaultValues={fieldList(answer, "kinds", topic?.kinds)}
        multiple
        optional
      />
      <SubmitButton>{words.save}</SubmitButton>
    </Form>
  );
}
