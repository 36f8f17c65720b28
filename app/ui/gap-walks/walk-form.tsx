import { Form } from "@remix-run/react";
import type { Gap } from "#app/domain/gap-walks/gap.ts";
import { gapWalksArea } from "#app/messages/vi/gap-walks.ts";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface WalkFormProps {
  /** Of the list, made before it is sent. */
  id: string;
  villageId: number;
  gaps: readonly { readonly gap: Gap; readonly doors: number }[];
  lanes: readonly string[];
  mates: readonly { readonly id: string; readonly name: string }[];
  answer: FormAnswer | undefined;
}

export function WalkForm({ id, villageId, gaps, lanes, mates, answer }: WalkFormProps) {
  const { gapWalks: words } = useMessages(gapWalksArea);
  const { number } = useFormat();
  const offered = gaps.filter(({ doors }) => doors > 0);
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ErrorSummary
        problems={answer?.problems}
        labels={{ gap: words.gap, lane: words.lane, memberId: words.forWhom }}
      />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="villageId" value={villageId} />
      <RadioGroup
        {...fieldOf(answer, "gap", offered[0]?.gap ?? null)}
        label={words.gap}
        choices={offered.map(({ gap, doors }) => ({
          value: gap,
          label: words.countOf(words.gaps[gap], number(doors)),
        }))}
      />
      {lanes.length > 1 ? (
        <SelectField
          {...fieldOf(answer, "lane")}
          label={words.lane}
          hint={words.anyLane}
          optional
          choices={lanes.map((lane) => ({ value: lane, label: lane }))}
        />
      ) : null}
      {mates.length > 0 ? (
        <SelectField
          {...fieldOf(answer, "memberId")}
          label={words.forWhom}
          hint={words.me}
          optional
          choices={mates.map((mate) => ({ value: mate.id, label: mate.name }))}
        />
      ) : null}
      <div>
        <SubmitButton name="act" value="make">
          {words.submit}
        </SubmitButton>
      </div>
    </Form>
  );
}
