import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Disclosure } from "../kit/disclosure.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";

interface ReasonDisclosureProps {
  /** On the fold and on its button. */
  summary: string;
  label: string;
  /** Of the field. */
  name: string;
  /** Of the button. */
  act: string;
  answer: FormAnswer | undefined;
  /** Above the field. */
  children?: ReactNode;
}

/** Calling something off for good: folded away, and never without a reason. */
export function ReasonDisclosure({ summary, label, name, act, answer, children }: ReasonDisclosureProps) {
  return (
    <Disclosure summary={summary} isOpen={answer?.problems[name] !== undefined}>
      <Form method="post" preventScrollReset noValidate className="grid gap-4">
        {children}
        <TextArea
          name={name}
          label={label}
          rows={2}
          defaultValue={fieldText(answer, name)}
          error={answer?.problems[name]}
        />
        <SubmitButton name="act" value={act} variant="danger">
          {summary}
        </SubmitButton>
      </Form>
    </Disclosure>
  );
}
