import { LOOK_VERDICTS } from "#app/domain/audits/agreement.ts";
import type { LookRefusal } from "#app/domain/audits/may-look.ts";
import { CORRECTION_FIELDS } from "#app/domain/verification/correction.ts";
import { auditsArea } from "#app/messages/vi/audits.ts";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { DescriptionList } from "../kit/description-list.tsx";
import { FormCard } from "../kit/form-card.tsx";
import { Notice } from "../kit/notice.tsx";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages, useSayRejection } from "../language.tsx";
import { type FormAnswer, typedIn } from "../setup/form-answer.ts";
import type { ShownLook } from "./look-table.tsx";

interface Props {
  look: ShownLook & { readonly refusal: LookRefusal | null };
  correctionId: string;
  answer: FormAnswer | undefined;
  path: string;
}

/** One second look: the facts as they were logged, and what the resident says to them. */
export function LookForm({ look, correctionId, answer, path }: Props) {
  const { audits: words, verification } = useMessages(auditsArea, verificationArea);
  const format = useFormat();
  const say = useSayRejection();
  const facts = (
    <>
      <DescriptionList
        items={[
          { term: words.columns.claim, value: `${look.activityName}, ${look.memberName}` },
          {
            term: words.columns.place,
            value: `${look.villageName ?? look.teamName}, ${format.date(look.workDate)}, ${words.visits(format.number(look.visits))}`,
          },
          { term: words.columns.verifier, value: look.verifierName },
          { term: words.columns.reason, value: words.reasons[look.reason] },
        ]}
      />
      <p className="text-sm text-ink-soft">{words.reasonHelp[look.reason]}</p>
      <TextLink to={`/viec/${look.claimId}`}>{words.openClaim}</TextLink>
    </>
  );
  if (look.refusal) {
    return (
      <Notice tone="warning" title={`${look.activityName}, ${look.memberName}`}>
        {say(look.refusal)}
      </Notice>
    );
  }
  return (
    <FormCard
      action={`${path}?viec=${look.claimId}`}
      problems={answer?.problems}
      labels={words.form}
      footer={<TextLink to={path}>{words.title}</TextLink>}
    >
      <h2 className="text-2xl">{words.form.title}</h2>
      {facts}
      <input type="hidden" name="claimId" value={look.claimId} />
      <input type="hidden" name="correctionId" value={typedIn(answer, "correctionId") ?? correctionId} />
      <RadioGroup
        name="verdict"
        label={words.form.verdict}
        error={answer?.problems.verdict}
        choices={LOOK_VERDICTS.map((value) => ({ value, label: words.verdicts[value] }))}
        defaultValue={typedIn(answer, "verdict")}
      />
      <SelectField
        name="field"
        label={words.form.field}
        hint={words.form.fieldHint}
        error={answer?.problems.field}
        optional
        choices={CORRECTION_FIELDS.map((value) => ({ value, label: verification.correction.fields[value] }))}
        defaultValue={typedIn(answer, "field")}
      />
      <TextArea
        name="facts"
        rows={3}
        label={words.form.facts}
        hint={words.form.factsHint}
        error={answer?.problems.facts}
        optional
        maxLength={500}
        defaultValue={typedIn(answer, "facts")}
      />
      <SubmitButton>{words.form.save}</SubmitButton>
    </FormCard>
  );
}
