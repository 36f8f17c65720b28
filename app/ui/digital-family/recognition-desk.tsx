import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { digitalFamilyArea } from "#app/messages/vi/digital-family.ts";
import { Card } from "../kit/card.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldList } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { RecognitionFields } from "../titles/recognition-fields.tsx";

export interface ShownDeskFamily {
  readonly householdId: string;
  readonly declarationId: string;
  readonly head: string;
  readonly code: string;
  readonly villageName: string;
  readonly met: number;
  readonly checkedBy: string | null;
  readonly checkedOn: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly mayRecognise: boolean;
}

interface RecogniseFormProps {
  families: readonly ShownDeskFamily[];
  today: string;
  answer: FormAnswer | undefined;
}

/** One decision, many households. */
export function RecogniseForm({ families, today, answer }: RecogniseFormProps) {
  const { office: words } = useMessages(digitalFamilyArea).digitalFamily;
  const format = useFormat();
  const chosen = fieldList(
    answer,
    "declarationIds",
    families.filter(({ mayRecognise }) => mayRecognise).map(({ declarationId }) => declarationId),
  );
  return (
    <Card title={words.waiting}>
      {families.length === 0 ? (
        <p className="text-ink-soft">{words.noneWaiting}</p>
      ) : (
        <Form method="post" noValidate className="grid gap-4">
          <ErrorSummary problems={answer?.problems} />
          <ul className="grid gap-2">
            {families.map((family) => (
              <li key={family.declarationId}>
                <label className="flex min-h-13 cursor-pointer items-start gap-3 rounded-md border-2 border-line bg-surface px-4 py-3 hover:border-edge has-checked:border-accent has-checked:bg-accent-soft has-disabled:cursor-default">
                  <input
                    type="checkbox"
                    name="declarationIds"
                    value={family.declarationId}
                    defaultChecked={chosen.includes(family.declarationId)}
                    disabled={!family.mayRecognise}
                    className="mt-0.5 size-6 shrink-0 rounded-sm"
                  />
                  <span>
                    <span className="font-bold">
                      {words.choose(family.head, family.code, family.villageName)}
                    </span>
                    <span className="block text-sm text-ink-soft">
                      {family.mayRecognise && family.checkedOn
                        ? words.facts(family.met, family.checkedBy ?? "", format.date(family.checkedOn))
                        : words.notYours}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <RecognitionFields answer={answer} today={today} at="family" />
          <div>
            <SubmitButton>{words.recognise}</SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}

interface FamilyLinksProps {
  title: string;
  none: string;
  families: readonly ShownDeskFamily[];
  familyAt: (householdId: string) => string;
}

export function FamilyLinks({ title, none, families, familyAt }: FamilyLinksProps) {
  const { office: words, list } = useMessages(digitalFamilyArea).digitalFamily;
  const format = useFormat();
  return (
    <Card title={title}>
      {families.length === 0 ? <p className="text-ink-soft">{none}</p> : null}
      <ul className="grid gap-1">
        {families.map(({ householdId, head, code, villageName, validUntil }) => (
          <li key={householdId} className="flex min-h-12 flex-wrap items-center justify-between gap-x-4">
            <TextLink to={familyAt(householdId)}>{words.choose(head, code, villageName)}</TextLink>
            {validUntil ? (
              <span className="text-ink-soft">
                {list.until} {format.date(validUntil)}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
