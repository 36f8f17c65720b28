import { Form } from "@remix-run/react";
import { carriedOverArea } from "#app/messages/vi/carried-over.ts";
import { CONTROL_STYLE, FieldFrame, fieldAttributes } from "../kit/field-frame.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import type { Icon } from "../kit/icon.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface TableFormProps {
  answer: FormAnswer | undefined;
  /** The table as it was last read, to be mended in place. */
  pasted: string;
  icon: Icon;
}

/** A file or a pasted table, its period and its source. Works as a plain multipart form. */
export function TableForm({ answer, pasted, icon }: TableFormProps) {
  const { carriedOver } = useMessages(carriedOverArea);
  const words = carriedOver.table;
  const file = {
    name: "file",
    label: words.file,
    hint: words.fileHint,
    error: answer?.problems.file,
    optional: true,
  };
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      noValidate
      className="grid gap-5 rounded-xl border border-line bg-surface p-5 shadow-card sm:p-8"
    >
      <FieldFrame {...file}>
        <input
          type="file"
          accept=".xlsx,.ods,.csv,.txt,.tsv"
          {...fieldAttributes(file)}
          className={`${CONTROL_STYLE} file:me-4 file:rounded-md file:border-0 file:bg-accent-soft file:px-4 file:py-2 file:font-bold file:text-accent-ink`}
        />
      </FieldFrame>
      <TextArea
        key={pasted}
        name="pasted"
        label={words.pasted}
        hint={words.pastedHint}
        defaultValue={pasted}
        rows={6}
        optional
        autoComplete="off"
      />
      <TextField
        {...fieldOf(answer, "period")}
        label={words.period}
        hint={words.periodHint}
        autoComplete="off"
        optional
      />
      <TextField
        {...fieldOf(answer, "source")}
        label={carriedOver.source}
        hint={carriedOver.sourceHint}
        autoComplete="off"
      />
      <div>
        <SubmitButton icon={icon}>{words.read}</SubmitButton>
      </div>
    </Form>
  );
}
