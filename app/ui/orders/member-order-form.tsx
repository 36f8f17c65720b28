import { Form } from "@remix-run/react";
import { ordersArea } from "#app/messages/vi/orders.ts";
import { ChipGroup } from "../kit/chip-group.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldList } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useMessages } from "../language.tsx";
import { OrderFields } from "./order-fields.tsx";

interface MemberOrderFormProps {
  id: string;
  team: {
    readonly id: number;
    readonly name: string;
    readonly members: readonly { readonly id: string; readonly name: string }[];
  };
  kinds: readonly { readonly value: string; readonly label: string }[];
  tasks: readonly { readonly value: string; readonly label: string }[];
  answer: FormAnswer | undefined;
}

/** A39: one piece of work for one or several of the team. */
export function MemberOrderForm({ id, team, kinds, tasks, answer }: MemberOrderFormProps) {
  const words = useMessages(ordersArea).orders.form;
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-5">
      <ErrorSummary
        problems={answer?.problems}
        labels={{
          content: words.content,
          detail: words.detail,
          dueOn: words.dueOn,
          planTaskId: words.planTask,
          memberIds: words.who,
        }}
      />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="teamId" value={team.id} />
      <OrderFields
        answer={answer}
        kinds={kinds}
        tasks={tasks}
        idPrefix={answer ? "field" : `team-${team.id}`}
      />
      <ChipGroup
        name="memberIds"
        id={answer ? undefined : `team-${team.id}-memberIds`}
        label={words.who}
        multiple
        error={answer?.problems.memberIds}
        choices={team.members.map(({ id: value, name }) => ({ value, label: name }))}
        defaultValues={fieldList(answer, "memberIds")}
      />
      <div>
        <SubmitButton>{words.send}</SubmitButton>
      </div>
    </Form>
  );
}
