import { Form } from "@remix-run/react";
import { householdsArea } from "#app/messages/vi/households.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface Slot {
  readonly slot: number;
  readonly name: string | null;
  readonly digits: string | null;
  readonly isLabelled: boolean;
}

interface PeopleCardProps {
  slots: readonly Slot[];
  /** Of the person to be added, made before it is sent. */
  clientId: string;
  answer: FormAnswer | undefined;
  mayWrite: boolean;
}

/** Rule 8: what lets a checker recognise each person, for those who may read it. */
export function PeopleCard({ slots, clientId, answer, mayWrite }: PeopleCardProps) {
  const { people: words } = useMessages(householdsArea).households;
  const refusedSlot = answer?.values.act === "label" ? String(answer.values.slot ?? "") : null;
  const isAdding = answer?.values.act === "add-person";
  return (
    <Card title={words.title}>
      <p className="mb-4 text-ink-soft">{mayWrite ? words.lead : words.leadOfReader}</p>
      <ul className="grid gap-3">
        {slots.map((slot) => {
          const shown = (
            <>
              <span className="font-bold">{words.person(slot.slot)}</span> <SlotName {...slot} />
            </>
          );
          const isHidden = slot.isLabelled && slot.name === null;
          return (
            <li key={slot.slot}>
              {mayWrite && !isHidden ? (
                <Disclosure summary={<span>{shown}</span>} isOpen={refusedSlot === String(slot.slot)}>
                  <PersonForm
                    act="label"
                    hidden={{ slot: String(slot.slot) }}
                    slot={slot}
                    answer={refusedSlot === String(slot.slot) ? answer : undefined}
                  />
                </Disclosure>
              ) : (
                <p className="rounded-lg border border-line px-4 py-3">{shown}</p>
              )}
            </li>
          );
        })}
        {mayWrite ? (
          <li>
            <Disclosure key={clientId} summary={words.add} isOpen={isAdding}>
              <PersonForm
                act="add-person"
                hidden={{ clientId: isAdding ? fieldText(answer, "clientId", clientId) : clientId }}
                answer={isAdding ? answer : undefined}
              />
            </Disclosure>
          </li>
        ) : null}
      </ul>
    </Card>
  );
}

function SlotName({ name, digits, isLabelled }: Slot) {
  const { people: words } = useMessages(householdsArea).households;
  if (name !== null) return <span>{digits === null ? name : `${name} ...${digits}`}</span>;
  return <span className="text-ink-soft">{isLabelled ? words.hidden : words.unknown}</span>;
}

interface PersonFormProps {
  act: "label" | "add-person";
  hidden: Readonly<Record<string, string>>;
  slot?: Slot;
  answer: FormAnswer | undefined;
}

function PersonForm({ act, hidden, slot, answer }: PersonFormProps) {
  const { people: words } = useMessages(householdsArea).households;
  const at = slot ? `person-${slot.slot}` : "person-new";
  const text = (name: string, was: string | null | undefined) => ({
    name,
    id: `field-${name}-${at}`,
    defaultValue: fieldText(answer, name, was ?? null),
    error: answer?.problems[name],
    autoComplete: "off",
  });
  return (
    <Form method="post" noValidate className="grid gap-4 sm:grid-cols-[2fr_1fr_auto] sm:items-end">
      {answer?.problems.form ? (
        <div className="sm:col-span-3">
          <ErrorSummary problems={{ form: answer.problems.form }} />
        </div>
      ) : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        {...text("name", slot?.name)}
        label={slot ? words.nameOf(slot.slot) : words.name}
        hint={words.nameHint}
      />
      <TextField
        {...text("phone", slot?.digits)}
        type="tel"
        label={slot ? words.digitsOf(slot.slot) : words.digits}
        optional
      />
      <Button type="submit" name="act" value={act} variant="secondary">
        {slot ? words.save : words.add}
      </Button>
    </Form>
  );
}
