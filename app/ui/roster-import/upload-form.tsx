import { Form } from "@remix-run/react";
import type { Rejection } from "#app/messages/rejections.ts";
import { CONTROL_STYLE, FieldFrame, fieldAttributes } from "../kit/field-frame.tsx";
import type { Icon } from "../kit/icon.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";

interface UploadFormProps {
  /** The day the list holds from; left out where a list knows no such day. */
  today: string | null;
  problems: { readonly [field: string]: Rejection | undefined } | null | undefined;
  values: { readonly [field: string]: string | readonly string[] | undefined } | null | undefined;
  words: {
    readonly file: string;
    readonly fileHint: string;
    readonly pasted: string;
    readonly pastedHint: string;
    readonly effectiveOn: string;
    readonly effectiveOnHint: string;
    readonly read: string;
  };
  icon: Icon;
  children?: React.ReactNode;
}

/** A file or a pasted table. Works as a plain multipart form. */
export function UploadForm({ today, problems, values, words, icon, children }: UploadFormProps) {
  const file = {
    name: "file",
    label: words.file,
    hint: words.fileHint,
    error: problems?.file,
    optional: "unsaid" as const,
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
        name="pasted"
        label={words.pasted}
        hint={words.pastedHint}
        rows={3}
        optional="unsaid"
        autoComplete="off"
        defaultValue={typeof values?.pasted === "string" ? values.pasted : ""}
      />
      {today === null ? null : (
        <TextField
          name="effectiveOn"
          type="date"
          label={words.effectiveOn}
          hint={words.effectiveOnHint}
          error={problems?.effectiveOn}
          defaultValue={typeof values?.effectiveOn === "string" ? values.effectiveOn : today}
        />
      )}
      {children}
      <div>
        <SubmitButton icon={icon}>{words.read}</SubmitButton>
      </div>
    </Form>
  );
}
