import { Form } from "@remix-run/react";
import type { BadgeContent } from "#app/domain/badges/badge.ts";
import {
  BADGE_LIMITS,
  BADGE_WINDOWS,
  type BadgeMeasure,
  type RuleAward,
} from "#app/domain/plan/badge-proposal.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { Card } from "../kit/card.tsx";
import { CheckBox } from "../kit/check-box.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { type FormAnswer, fieldsOf } from "../setup/form-answer.ts";
import { TitleFields } from "./title-fields.tsx";

interface Props {
  badge: string;
  /** The draft, else the version in use. */
  content: BadgeContent;
  revision: number;
  measures: readonly BadgeMeasure[];
  answer: FormAnswer | undefined;
}

/** The next version of a badge as the office writes it. */
export function BadgeForm({ badge, content, revision, measures, answer }: Props) {
  const { badges: words } = useMessages(badgesArea);
  const field = fieldsOf(answer);
  const { award } = content;
  return (
    <Card title={words.edit.title}>
      <p className="mb-4 text-ink-soft">{words.edit.lead}</p>
      <Form method="post" noValidate className="grid max-w-xl gap-5">
        <ErrorSummary
          problems={answer?.problems}
          labels={{
            name: words.edit.name,
            description: words.edit.description,
            measure: words.edit.measure,
            approvals: words.titleRule.approvals,
            checklist: words.titleRule.checklist,
            checklistLeast: words.titleRule.least,
            required: words.titleRule.required,
            mentees: words.titleRule.mentees,
            termMonths: words.titleRule.term,
          }}
        />
        <input type="hidden" name="revision" value={revision} />
        <TextField {...field("name", content.name)} label={words.edit.name} maxLength={80} />
        <TextField
          {...field("description", content.description)}
          label={words.edit.description}
          maxLength={200}
        />
        {award.by === "rule" ? (
          <RuleFields award={award} measures={measures} answer={answer} />
        ) : (
          <TitleFields badge={badge} content={content} answer={answer} />
        )}
        <CheckBox name="isRetired" label={words.edit.retired} defaultChecked={content.isRetired} />
        <SubmitButton
          name="intent"
          value={award.by === "rule" ? "save-rule" : "save-title"}
          className="justify-self-start"
        >
          {words.edit.save}
        </SubmitButton>
      </Form>
    </Card>
  );
}

function RuleFields({ award, measures, answer }: Pick<Props, "measures" | "answer"> & { award: RuleAward }) {
  const { badges: words } = useMessages(badgesArea);
  const field = fieldsOf(answer);
  const scale = award.measure === "household_coverage_basis_points" ? 100 : 1;
  return (
    <>
      <SelectField
        {...field("measure", award.measure)}
        label={words.edit.measure}
        choices={measures.map((value) => ({ value, label: words.measureNames[value] }))}
      />
      <SelectField
        {...field("only", award.only)}
        label={words.edit.only}
        hint={words.edit.anyWork}
        optional
        choices={BADGE_LIMITS.map((value) => ({ value, label: words.limits[value] }))}
      />
      <SelectField
        {...field("within", award.within)}
        label={words.edit.within}
        choices={BADGE_WINDOWS.map((value) => ({ value, label: words.windowNames[value] }))}
      />
      <fieldset className="grid gap-4">
        <legend className="mb-2 text-ink-soft">{words.edit.goalHint}</legend>
        <div className="grid gap-4 sm:grid-cols-3">
          {words.edit.goals.map((label, index) => {
            const goal = award.goals[index];
            return (
              <NumberField
                key={label}
                {...field(`goal${index + 1}`, goal === undefined ? null : goal / scale)}
                label={label}
                optional={index > 0}
              />
            );
          })}
        </div>
      </fieldset>
    </>
  );
}
