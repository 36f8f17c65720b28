import type { ReactNode } from "react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { supportArea } from "#app/messages/vi/support.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import type { FieldProps } from "../kit/field-frame.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../kit/form-answer.ts";
import { SelectField } from "../kit/select-field.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

/** What both cards of money are told. */
export interface MoneyCardProps {
  partners: readonly { readonly id: string; readonly name: string }[];
  id: string;
  today: LocalDate;
  mayKeep: boolean;
  answer: FormAnswer | undefined;
}

interface FrameProps {
  title: string;
  /** In place of lines. */
  none: string | null;
  lines: ReactNode;
  add: { readonly summary: string; readonly isOpen: boolean; readonly form: ReactNode } | null;
}

/** A list of entries of money, and the form of one more. */
export function MoneyCard({ title, none, lines, add }: FrameProps) {
  return (
    <Card title={title}>
      {none === null ? null : <p className="text-ink-soft">{none}</p>}
      <ul className="divide-y divide-line">{lines}</ul>
      {add ? (
        <div className="mt-4">
          <Disclosure summary={add.summary} isOpen={add.isOpen}>
            {add.form}
          </Disclosure>
        </div>
      ) : null}
    </Card>
  );
}

type OfAnswer = Pick<MoneyCardProps, "answer">;

/** Why one line is decided or struck. */
export function LineReason({ lineId, answer }: OfAnswer & { lineId: string }) {
  const { money: words } = useMessages(supportArea).support;
  return (
    <>
      <input type="hidden" name="lineId" value={lineId} />
      <TextField
        {...fieldOf(answer, "reason")}
        id={`field-reason-${lineId}`}
        label={words.reason}
        autoComplete="off"
      />
    </>
  );
}

type PartnerChoiceProps = Pick<MoneyCardProps, "partners" | "answer"> &
  Pick<FieldProps, "name" | "id" | "error" | "hint">;

/** Nothing to choose from, nothing asked. */
export function PartnerChoice({ partners, answer, ...field }: PartnerChoiceProps) {
  const { money: words } = useMessages(supportArea).support;
  if (partners.length === 0) return null;
  return (
    <SelectField
      {...field}
      label={words.partner}
      optional="unsaid"
      defaultValue={fieldText(answer, "partnerId")}
      choices={partners.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
