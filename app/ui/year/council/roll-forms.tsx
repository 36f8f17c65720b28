import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { COUNCIL_ROLES } from "#app/domain/council/minutes.ts";
import type { CouncilRules } from "#app/domain/council/threshold.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { CheckBox } from "../../kit/check-box.tsx";
import { ErrorSummary } from "../../kit/error-summary.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../../kit/form-answer.ts";
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
        {...fieldOf(answer, "role", "member")}
        label={say.role}
        choices={COUNCIL_ROLES.map((value) => ({ value, label: roles[value] }))}
      />
      {text("decision", say.decision, say.decisionHint)}
      <TextField {...fieldOf(answer, "validFrom", today)} type="date" label={say.from} />
      <SelectField
        {...fieldOf(answer, "accountId")}
        label={say.account}
        hint={say.accountHint}
        choices={accounts.map(({ id: value, name }) => ({ value, label: name }))}
        optional
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
        {...fieldOf(answer, "memberId")}
        label={say.endWho}
        choices={members.map(({ id, fullName }) => ({ value: id, label: fullName }))}
      />
      <TextField {...fieldOf(answer, "validTo", today)} type="date" label={say.endOn} />
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
        {...fieldOf(answer, "quorum", share(rules.quorum))}
        label={say.quorum}
        hint={say.quorumHint}
      />
      <CheckBox
        name="proxiesMakeQuorum"
        label={say.proxies}
        optional="unsaid"
        defaultChecked={answer ? answer.values.proxiesMakeQuorum !== undefined : rules.proxiesMakeQuorum}
      />
      <TextField {...fieldOf(answer, "pass", share(rules.pass))} label={say.pass} hint={say.passHint} />
      <SelectField
        {...fieldOf(answer, "passComparator", rules.pass.comparator)}
        label={say.comparator}
        choices={(["more_than", "at_least"] as const).map((value) => ({
          value,
          label: say.comparators[value],
        }))}
      />
      <SelectField
        {...fieldOf(answer, "passOf", rules.passOf)}
        label={say.passOf}
        choices={(["all_members", "voters"] as const).map((value) => ({ value, label: say.passOfs[value] }))}
      />
      <TextField {...fieldOf(answer, "document", document)} label={say.document} hint={say.documentHint} />
      <div>
        <SubmitButton name="act" value="rules">
          {say.save}
        </SubmitButton>
      </div>
    </Form>
  );
}
