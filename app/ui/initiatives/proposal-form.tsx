import { Form } from "@remix-run/react";
import { initiativesArea } from "#app/messages/vi/initiatives.ts";
import { ChipGroup } from "../kit/chip-group.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldList, fieldText } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface ProposalFormProps {
  id: string;
  isOfTeam: boolean;
  mates: readonly { readonly id: string; readonly name: string }[];
  stored: {
    readonly title: string;
    readonly problem: string;
    readonly proposal: string;
    readonly unitName: string | null;
    readonly coauthors: readonly string[];
  } | null;
  answer: FormAnswer | undefined;
}

export function ProposalForm({ id, isOfTeam, mates, stored, answer }: ProposalFormProps) {
  const { form: words } = useMessages(initiativesArea).initiatives;
  const field = (name: string) => ({ name, error: answer?.problems[name] });
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ErrorSummary problems={answer?.problems} />
      <input type="hidden" name="id" value={id} />
      <TextField
        {...field("title")}
        label={words.heading}
        defaultValue={fieldText(answer, "title", stored?.title)}
        autoComplete="off"
      />
      <TextArea
        {...field("problem")}
        label={words.problem}
        hint={words.problemHint}
        defaultValue={fieldText(answer, "problem", stored?.problem)}
        rows={4}
      />
      <TextArea
        {...field("proposal")}
        label={words.proposal}
        hint={words.proposalHint}
        defaultValue={fieldText(answer, "proposal", stored?.proposal)}
        rows={6}
      />
      {isOfTeam ? (
        mates.length > 0 ? (
          <ChipGroup
            {...field("coauthors")}
            label={words.coauthors}
            hint={words.coauthorsHint}
            optional
            multiple
            choices={mates.map((mate) => ({ value: mate.id, label: mate.name }))}
            defaultValues={fieldList(answer, "coauthors", stored?.coauthors)}
          />
        ) : null
      ) : (
        <TextField
          {...field("unitName")}
          label={words.unit}
          hint={words.unitHint}
          defaultValue={fieldText(answer, "unitName", stored?.unitName)}
          autoComplete="organization"
        />
      )}
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </Form>
  );
}
