import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { productsArea } from "#app/messages/vi/products.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { CheckBox } from "../kit/check-box.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import type { Problems } from "../kit/error-summary.tsx";
import { Pill } from "../kit/pill.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface NamedHousehold {
  readonly id: string;
  readonly code: string;
  readonly head: string;
}

interface LeadCardProps {
  lead: NamedHousehold & {
    readonly since: LocalDate;
    readonly led: readonly (NamedHousehold & { readonly beganOn: LocalDate; readonly hasReached: boolean })[];
  };
  /** Of a link, made before it is sent. */
  id: string;
  others: readonly NamedHousehold[];
  mayKeep: boolean;
  problems: Problems | undefined;
}

/** One leading household and those it takes along. */
export function LeadCard({ lead, id, others, mayKeep, problems }: LeadCardProps) {
  const words = useMessages(productsArea).products.leads;
  const { date } = useFormat();
  return (
    <Card title={words.code(lead.code, lead.head)} aside={<span>{words.since(date(lead.since))}</span>}>
      {lead.led.length === 0 ? (
        <p className="text-ink-soft">{words.nobody}</p>
      ) : (
        <ul className="grid gap-2">
          {lead.led.map((each) => (
            <li
              key={each.id}
              className="flex flex-wrap items-center justify-between gap-2 border-b border-line pb-2"
            >
              <span>
                {words.code(each.code, each.head)}{" "}
                <span className="text-ink-soft">{words.since(date(each.beganOn))}</span>
              </span>
              <Pill tone={each.hasReached ? "accent" : "neutral"}>
                {each.hasReached ? words.reachedPill : words.onTheWay}
              </Pill>
            </li>
          ))}
        </ul>
      )}
      {mayKeep ? (
        <div className="mt-4 grid gap-3">
          {others.length > 0 ? (
            <Disclosure summary={words.follow} isOpen={problems?.ledId !== undefined}>
              <Form method="post" noValidate className="grid gap-4">
                <input type="hidden" name="id" value={id} />
                <input type="hidden" name="leadId" value={lead.id} />
                <SelectField
                  name="ledId"
                  id={`led-${lead.id}`}
                  label={words.household}
                  error={problems?.ledId}
                  choices={others.map((each) => ({
                    value: each.id,
                    label: words.code(each.code, each.head),
                  }))}
                />
                <div>
                  <SubmitButton name="act" value="link">
                    {words.followSubmit}
                  </SubmitButton>
                </div>
              </Form>
            </Disclosure>
          ) : null}
          <Disclosure summary={words.end} isOpen={problems?.sure !== undefined}>
            <Form method="post" noValidate className="grid gap-4">
              <input type="hidden" name="householdId" value={lead.id} />
              <CheckBox name="sure" id={`end-${lead.id}`} label={words.endSure} error={problems?.sure} />
              <Button type="submit" name="act" value="end" variant="danger">
                {words.end}
              </Button>
            </Form>
          </Disclosure>
        </div>
      ) : null}
    </Card>
  );
}
