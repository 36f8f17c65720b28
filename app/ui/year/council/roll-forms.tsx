import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { COUNCIL_ROLES } from "#app/domain/council/minutes.ts";
import type { CouncilRules } from "#app/domain/council/threshold.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { CheckBox } from "../../kit/check-box.tsx";
import { ErrorSummary } from "../../kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "../../kit/form-answer.ts";
import { SelectField } from "../../kit/select-field.tsx";
import { SubmitButton } from "../../kit/submit-button.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { useMessages } from "../../language.tsx";

interface AnswerProps {
  answer: FormAnswer | undefined;
}

/** Somebody takes a seat on the council. */
export function NewMemberForm({
  id,
  today,
  accounts,
  answer,
}: AnswerProps & {
  id: string;
  today: LocalDate;
  accounts: readonly { readonly id: string; readonly name: string }[];
}) {
  const { roll: say, roles } = useMessages(yearCouncilArea).yearCouncil;
  const text = (name: "fullName" | "position" | "decision", label: string, hint?: string) => (
    <TextField
      name={name}
      label={label}
      {...(hint ? { hint } : {})}
      autoComplete="off"
      defaultValue={fieldText(answer, name)}
      error={answer?.problems[name]}
    />
  );
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ErrorSummary
        problems={answer?.problems}
        labels={{
          fullName: say.name,
          position: say.position,
          role: say.role,
          decision: say.decision,
          validFrom: say.from,
          accountId: say.account,
        }}
      />
      <input type="hidden" name="id" value={id} />
      {text("fullName", say.name)}
      {text("position", say.position, say.positionHint)}
      <SelectField
        name="role"
        label={say.role}
        choices={COUNCIL_ROLES.map((value) => ({ value, label: roles[value] }))}
        defaultValue={fieldText(answer, "role", "member")}
        error={answer?.problems.role}
      />
      {text("decision", say.decision, say.decisionHint)}
      <TextField
        name="validFrom"
        type="date"
        label={say.from}
        defaultValue={fieldText(answer, "validFrom", today)}
        error={answer?.problems.validFrom}
      />
      <SelectField
        name="accountId"
        label={say.account}
        hint={say.accountHint}
        choices={accounts.map(({ id: value, name }) => ({ value, label: name }))}
        optional
        defaultValue={fieldText(answer, "accountId")}
        error={answer?.problems.accountId}
      />
      <div>
        <SubmitButton name="act" value="member">
          {say.add}
        </SubmitButton>
      </div>
    </Form>
  );
}

export function EndTermForm({
  members,
  today,
  answer,
}: AnswerProps & {
  members: readonly { readonly id: string; readonly fullName: string }[];
  today: LocalDate;
}) {
  const { roll: say } = useMessages(yearCouncilArea).yearCouncil;
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ErrorSummary problems={answer?.problems} labels={{ memberId: say.endWho, validTo: say.endOn }} />
      <SelectField
        name="memberId"
        label={say.endWho}
        choices={members.map(({ id, fullName }) => ({ value: id, label: fullName }))}
        defaultValue={fieldText(answer, "memberId")}
        error={answer?.problems.memberId}
      />
      <TextField
        name="validTo"
        type="date"
        label={say.endOn}
        defaultValue={fieldText(answer, "validTo", today)}
        error={answer?.problems.validTo}
      />
      <div>
        <SubmitButton name="act" value="end-term" variant="secondary">
          {say.end}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** What the council goes by, with the document that says so. */
export function CouncilRulesForm({
  rules,
  document,
  answer,
}: AnswerProps & { rules: CouncilRules; document: string | null }) {
  const { roll: say } = useMessages(yearCouncilArea).yearCouncil;
  const share = ({ part, whole }: { part: number; whole: number }) => `${part}/${whole}`;
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ErrorSummary
        problems={answer?.problems}
        labels={{ quorum: say.quorum, pass: say.pass, document: say.document }}
      />
      <TextField
        name="quorum"
        label={say.quorum}
        hint={say.quorumHint}
        defaultValue={fieldText(answer, "quorum", share(rules.quorum))}
        error={answer?.problems.quorum}
      />
      <CheckBox
        name="proxiesMakeQuorum"
        label={say.proxies}
        optional="unsaid"
        defaultChecked={answer ? answer.values.proxiesMakeQuorum !== undefined : rules.proxiesMakeQuorum}
      />
      <TextField
        name="pass"
        label={say.pass}
        hint={say.passHint}
        defaultValue={fieldText(answer, "pass", share(rules.pass))}
        error={answer?.problems.pass}
      />
      <SelectField
        name="passComparator"
        label={say.comparator}
        choices={(["more_than", "at_least"] as const).map((value) => ({
          value,
          label: say.comparators[value],
        }))}
        defaultValue={fieldText(answer, "passComparator", rules.pass.comparator)}
        error={answer?.problems.passComparator}
      />
      <SelectField
        name="passOf"
        label={say.passOf}
        choices={(["all_members", "voters"] as const).map((value) => ({ value, label: say.passOfs[value] }))}
        defaultValue={fieldText(answer, "passOf", rules.passOf)}
        error={answer?.problems.passOf}
      />
      <TextField
        name="document"
        label={say.document}
        hint={say.documentHint}
        defaultValue={fieldText(answer, "document", document)}
        error={answer?.problems.document}
      />
      <div>
        <SubmitButton name="act" value="rules">
          {say.save}
        </SubmitButton>
      </div>
    </Form>
  );
}
