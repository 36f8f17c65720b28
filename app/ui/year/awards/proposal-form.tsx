import { Form } from "@remix-run/react";
import { AWARD_BASES, AWARD_FORMS, type AwardBasis } from "#app/domain/awards/award.ts";
import type { Candidate } from "#app/domain/awards/candidate.ts";
import type { Ground } from "#app/domain/awards/ground.ts";
import { coefficientOf } from "#app/domain/awards/money.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { ErrorSummary } from "../../kit/error-summary.tsx";
import { FileField } from "../../kit/file-field.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../../kit/form-answer.ts";
import { SelectField } from "../../kit/select-field.tsx";
import { SubmitButton } from "../../kit/submit-button.tsx";
import { TextArea } from "../../kit/text-area.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { useMessages } from "../../language.tsx";
import { GroundList } from "./ground-list.tsx";

interface ProposalFormProps {
  id: string;
  candidate: Candidate & { readonly grounds: readonly Ground[] };
  review: { readonly id: string; readonly title: string; readonly kind: "annual" | "mid" | "timely" } | null;
  span: { readonly firstDay: string; readonly lastDay: string };
  /** A team's own must bring its minutes. */
  isOfTeam: boolean;
  mayOpen: boolean;
  answer: FormAnswer | undefined;
}

/** Prefilled from the registers; whoever proposes says for what. */
export function ProposalForm({ id, candidate, review, span, isOfTeam, mayOpen, answer }: ProposalFormProps) {
  const { yearAwards } = useMessages(yearAwardsArea);
  const { new: words, bases, forms, draft } = yearAwards;
  const { recipients, chosen, grounds } = candidate;
  const [first] = recipients;
  const basis: AwardBasis = review === null ? "sudden" : review.kind === "annual" ? "merit" : "movement";
  const named =
    first?.kind === "village" ? draft.village(first.name) : first?.kind === "household" ? "" : first?.name;
  const field = (name: TextName, stored: string | null = null) => ({
    ...fieldOf(answer, name, stored),
    label: words[name],
  });
  const { recipient, basis: why, theme, form, printedName, achievement, firstDay, lastDay, minutes } = words;
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="grid grid-cols-1 gap-5">
      <ErrorSummary
        problems={answer?.problems}
        labels={{
          recipient,
          basis: why,
          theme,
          form,
          printedName,
          achievement,
          firstDay,
          lastDay,
          file: minutes,
        }}
      />
      <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
      <input type="hidden" name="chosen" value={chosen} />
      {review === null ? null : <input type="hidden" name="review" value={review.id} />}
      <section className="grid gap-2">
        <h3 className="font-bold">{words.grounds}</h3>
        <GroundList grounds={grounds} villageId={first?.villageId ?? null} mayOpen={mayOpen} />
        <p className="text-ink-soft">{words.groundsNote}</p>
      </section>
      {recipients.length === 1 ? (
        <input type="hidden" name="recipient" value={first?.key} />
      ) : (
        <SelectField
          {...field("recipient", first?.key ?? null)}
          choices={recipients.map(({ key, name }) => ({ value: key, label: name }))}
          required
        />
      )}
      <TextField {...field("printedName", named ?? "")} hint={words.printedNameHint} required />
      <SelectField
        {...field("form", "commendation")}
        choices={AWARD_FORMS.filter((each) =>
          recipients.some(({ kind }) => coefficientOf(each, kind) !== null),
        ).map((value) => ({ value, label: forms[value] }))}
        required
      />
      <SelectField
        {...field("basis", basis)}
        hint={words.basisHint}
        choices={AWARD_BASES.map((value) => ({ value, label: bases[value] }))}
        required
      />
      <TextField {...field("theme", basis === "movement" ? (review?.title ?? null) : null)} optional />
      <TextArea {...field("achievement")} hint={words.achievementHint} rows={3} required />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...field("firstDay", span.firstDay)} type="date" required />
        <TextField {...field("lastDay", span.lastDay)} type="date" required />
      </div>
      <FileField
        name="file"
        label={words.minutes}
        hint={words.minutesHint}
        accept="application/pdf,image/png,image/jpeg"
        error={answer?.problems.file}
        optional={!isOfTeam}
      />
      <SubmitButton {...(isOfTeam ? { name: "act", value: "send" } : {})}>
        {isOfTeam ? words.send : words.save}
      </SubmitButton>
    </Form>
  );
}

type TextName =
  | "recipient"
  | "basis"
  | "theme"
  | "form"
  | "printedName"
  | "achievement"
  | "firstDay"
  | "lastDay";
