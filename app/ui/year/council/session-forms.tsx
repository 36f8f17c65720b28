import { Form } from "@remix-run/react";
import { type CouncilMinutes, type MinutesMember, VOTE_MODES } from "#app/domain/council/minutes.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { Button } from "../../kit/button.tsx";
import { CheckBox } from "../../kit/check-box.tsx";
import { Disclosure } from "../../kit/disclosure.tsx";
import { ErrorSummary } from "../../kit/error-summary.tsx";
import { FieldSet } from "../../kit/field-frame.tsx";
import { type FormAnswer, fieldList, fieldOf, fieldText } from "../../kit/form-answer.ts";
import { NumberField } from "../../kit/number-field.tsx";
import { RadioGroup } from "../../kit/radio-group.tsx";
import { SelectField } from "../../kit/select-field.tsx";
import { SubmitButton } from "../../kit/submit-button.tsx";
import { TextArea } from "../../kit/text-area.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { useMessages } from "../../language.tsx";

interface FormProps {
  /** Of what is made, before it is sent. */
  id: string;
  answer: FormAnswer | undefined;
}

/** What is voted on next, and how. */
export function NewRoundForm({
  id,
  proposals,
  answer,
}: FormProps & {
  proposals: readonly { readonly id: string; readonly printedName: string; readonly achievement: string }[];
}) {
  const { session: say } = useMessages(yearCouncilArea).yearCouncil;
  const chosen = fieldList(answer, "proposals");
  const field = { name: "proposals", label: say.proposals, error: answer?.problems.proposals };
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ErrorSummary
        problems={answer?.problems}
        labels={{ title: say.roundTitle, mode: say.mode, places: say.places, proposals: say.proposals }}
      />
      <input type="hidden" name="id" value={id} />
      <TextField {...fieldOf(answer, "title")} label={say.roundTitle} hint={say.roundTitleHint} />
      <FieldSet {...field}>
        {proposals.map(({ id: value, printedName, achievement }) => (
          <CheckBox
            key={value}
            id={`field-proposal-${value}`}
            name="proposals"
            value={value}
            label={printedName}
            hint={achievement}
            defaultChecked={chosen.includes(value)}
            optional="unsaid"
          />
        ))}
      </FieldSet>
      <RadioGroup
        {...fieldOf(answer, "mode", "show")}
        label={say.mode}
        choices={VOTE_MODES.map((value) => ({ value, label: say.modes[value], hint: say.modeHints[value] }))}
      />
      <NumberField {...fieldOf(answer, "places")} label={say.places} hint={say.placesHint} optional />
      <div>
        <SubmitButton name="act" value="open-round">
          {say.start}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** A member who disagrees has it written down. */
export function DissentForm({
  id,
  members,
  rounds,
  answer,
}: FormProps & {
  members: readonly MinutesMember[];
  rounds: CouncilMinutes["rounds"];
}) {
  const { session: say } = useMessages(yearCouncilArea).yearCouncil;
  return (
    <Form method="post" noValidate className="grid gap-4">
      <ErrorSummary
        problems={answer?.problems}
        labels={{ memberId: say.dissentWho, roundId: say.dissentRound, content: say.dissentText }}
      />
      <input type="hidden" name="id" value={id} />
      <p className="text-ink-soft">{say.dissentNote}</p>
      <SelectField
        {...fieldOf(answer, "memberId")}
        label={say.dissentWho}
        choices={members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
      />
      {rounds.length > 0 ? (
        <SelectField
          {...fieldOf(answer, "roundId")}
          label={say.dissentRound}
          choices={rounds.map(({ roundId, number, title }) => ({
            value: roundId,
            label: say.roundOf(number, title),
          }))}
          optional
        />
      ) : null}
      <TextArea {...fieldOf(answer, "content")} label={say.dissentText} rows={3} />
      <div>
        <SubmitButton name="act" value="dissent">
          {say.saveDissent}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** The secretary's words, and the end of the session. */
export function WordsForm({ minutes, answer }: { minutes: CouncilMinutes; answer: FormAnswer | undefined }) {
  const { session: say } = useMessages(yearCouncilArea).yearCouncil;
  const text = (name: "guests" | "discussion" | "conclusion", hint?: string) => (
    <TextArea
      name={name}
      label={say[name]}
      {...(hint ? { hint } : {})}
      rows={3}
      optional="unsaid"
      defaultValue={fieldText(answer, name, minutes[name])}
      error={answer?.problems[name]}
    />
  );
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ErrorSummary
        problems={answer?.problems}
        labels={{ guests: say.guests, discussion: say.discussion, conclusion: say.conclusion }}
      />
      {text("guests", say.guestsHint)}
      {text("discussion")}
      {text("conclusion")}
      <div>
        <SubmitButton name="act" value="words" variant="secondary">
          {say.saveWords}
        </SubmitButton>
      </div>
      <Disclosure summary={say.end} isOpen={answer?.values.act === "close-session"}>
        <p className="mb-3 text-ink-soft">{say.endNote}</p>
        <Button type="submit" name="act" value="close-session" variant="danger">
          {say.end}
        </Button>
      </Disclosure>
    </Form>
  );
}
