import { Form } from "@remix-run/react";
import type { InspectionView } from "#app/domain/inspections/inspection.ts";
import { inspectionsArea } from "#app/messages/vi/inspections.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { Pill } from "../kit/pill.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { useFormat, useMessages } from "../language.tsx";

const TONES = { good: "accent", to_improve: "gold", serious: "danger" } as const;

interface InspectionItemProps {
  inspection: InspectionView;
  mayWrite: boolean;
  answer: FormAnswer | undefined;
}

/** One visit: where and by whom, what was found, and what came of it. */
export function InspectionItem({ inspection, mayWrite, answer }: InspectionItemProps) {
  const { inspections: words } = useMessages(inspectionsArea);
  const format = useFormat();
  const { place, inspectors, inspectedOn, result, findings, followUp } = inspection;
  return (
    <li className="grid gap-2 border-t border-line py-4 first:border-t-0">
      <p className="flex flex-wrap items-center gap-3">
        <strong className="text-lg">{place}</strong>
        <Pill tone={TONES[result]}>{words.results[result]}</Pill>
      </p>
      <p className="text-ink-soft">{words.by(inspectors, format.date(inspectedOn))}</p>
      <p className="whitespace-pre-line break-words">{findings}</p>
      {followUp ? (
        <FollowUp id={inspection.id} place={place} followUp={followUp} mayWrite={mayWrite} answer={answer} />
      ) : null}
    </li>
  );
}

interface FollowUpProps {
  id: string;
  place: string;
  followUp: NonNullable<InspectionView["followUp"]>;
  mayWrite: boolean;
  answer: FormAnswer | undefined;
}

function FollowUp({ id, place, followUp, mayWrite, answer }: FollowUpProps) {
  const { inspections: words } = useMessages(inspectionsArea);
  const format = useFormat();
  const { text, dueOn, done, isOverdue } = followUp;
  const day = format.date(dueOn);
  return (
    <div className="grid gap-2 rounded-md bg-sunken p-3">
      <p>
        <strong>{words.followUp}:</strong> {text}
      </p>
      {done ? (
        <p>
          {words.doneOn(format.date(done.on))}. {done.note}
        </p>
      ) : (
        <p className={isOverdue ? "font-bold text-danger-ink" : "text-ink-soft"}>
          {isOverdue ? words.overdue(day) : words.due(day)}
        </p>
      )}
      {mayWrite && !done ? (
        <Disclosure summary={words.closeOf(place)} isOpen={answer !== undefined}>
          <Form method="post" noValidate className="grid grid-cols-1 gap-4">
            <input type="hidden" name="id" value={id} />
            <TextArea {...fieldOf(answer, "note")} id={`note-${id}`} label={words.note} rows={2} required />
            <SubmitButton name="act" value="follow-up" variant="secondary">
              {words.close}
            </SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
    </div>
  );
}
