import { ordersArea } from "#app/messages/vi/orders.ts";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { SelectField } from "../kit/select-field.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface OrderFieldsProps {
  answer: FormAnswer | undefined;
  kinds: readonly { readonly value: string; readonly label: string }[];
  tasks: readonly { readonly value: string; readonly label: string }[];
  /** Tells the fields of several such forms on one page apart. */
  idPrefix: string;
}

/** What every order says: the work, the day, perhaps the kind to be logged. */
export function OrderFields({ answer, kinds, tasks, idPrefix }: OrderFieldsProps) {
  const words = useMessages(ordersArea).orders.form;
  const field = (name: string) => ({
    ...fieldOf(answer, name),
    id: `${idPrefix}-${name}`,
  });
  return (
    <>
      <TextField {...field("content")} label={words.content} hint={words.contentHint} autoComplete="off" />
      <TextArea {...field("detail")} label={words.detail} rows={3} optional />
      <TextField {...field("dueOn")} type="date" label={words.dueOn} />
      <SelectField
        {...field("activityKey")}
        label={words.kind}
        hint={words.kindHint}
        choices={kinds}
        optional
      />
      {tasks.length > 0 ? (
        <SelectField
          {...field("planTaskId")}
          label={words.planTask}
          hint={words.planTaskHint}
          choices={tasks}
          optional
        />
      ) : null}
    </>
  );
}
