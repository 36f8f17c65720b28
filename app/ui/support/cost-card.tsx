import { Form } from "@remix-run/react";
import { costOf } from "#app/domain/support/support.ts";
import type { CostLineView } from "#app/domain/support/views.ts";
import { supportArea } from "#app/messages/vi/support.ts";
import { Button } from "../kit/button.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { NumberField } from "../kit/number-field.tsx";
import { Pill, type Tone } from "../kit/pill.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { LineReason, MoneyCard, type MoneyCardProps, PartnerChoice } from "./money-card.tsx";

const TONES: Readonly<Record<CostLineView["state"], Tone>> = {
  proposed: "gold",
  approved: "accent",
  declined: "neutral",
};

interface CostCardProps extends MoneyCardProps {
  costs: readonly CostLineView[];
}

/** I08, I09: what planned events cost, line by line, and who appraised it. */
export function CostCard({ costs, mayKeep, answer, ...props }: CostCardProps) {
  const { money: words } = useMessages(supportArea).support;
  const isOpen = fieldText(answer, "act") === "cost";
  return (
    <MoneyCard
      title={words.costs}
      none={costs.length === 0 ? words.noCosts : null}
      lines={costs.map((line) => (
        <CostLine
          key={line.id}
          line={line}
          answer={fieldText(answer, "lineId") === line.id ? answer : undefined}
        />
      ))}
      add={
        mayKeep
          ? {
              summary: words.addCost,
              isOpen,
              form: <CostForm {...props} answer={isOpen ? answer : undefined} />,
            }
          : null
      }
    />
  );
}

function CostLine({ line, answer }: { line: CostLineView; answer: FormAnswer | undefined }) {
  const { money: words } = useMessages(supportArea).support;
  const format = useFormat();
  return (
    <li className="grid gap-1 py-3">
      <span className="flex flex-wrap items-center gap-2">
        <strong>{line.item}</strong>
        <Pill tone={TONES[line.state]}>{words.states[line.state]}</Pill>
      </span>
      <span>
        {format.number(line.quantity)} × {format.number(line.priceDong)} ={" "}
        <strong>{words.dong(format.number(costOf(line)))}</strong>
      </span>
      <span className="text-sm text-ink-soft">
        {[line.event, format.date(line.plannedOn), line.partner, words.by(line.enteredBy)]
          .filter(Boolean)
          .join(" · ")}
      </span>
      {line.decidedBy === null ? null : (
        <span className="text-sm">{words.decided(line.decidedBy, line.decisionWhy ?? "")}</span>
      )}
      {line.mayDecide ? (
        <Disclosure summary={words.decide} isOpen={answer !== undefined}>
          <Form method="post" noValidate className="grid gap-3">
            <LineReason lineId={line.id} answer={answer} />
            <div className="flex flex-wrap gap-3">
              <Button type="submit" name="act" value="approve-cost">
                {words.approve}
              </Button>
              <Button type="submit" name="act" value="decline-cost" variant="secondary">
                {words.decline}
              </Button>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </li>
  );
}

function CostForm({ id, partners, today, answer }: Omit<MoneyCardProps, "mayKeep">) {
  const { money: words } = useMessages(supportArea).support;
  const field = (name: string) => ({ name, id: `field-cost-${name}`, error: answer?.problems[name] });
  return (
    <Form method="post" noValidate className="grid gap-4">
      <input type="hidden" name="id" value={id} />
      <TextField
        {...field("event")}
        label={words.event}
        defaultValue={fieldText(answer, "event")}
        autoComplete="off"
      />
      <TextField
        {...field("plannedOn")}
        type="date"
        label={words.plannedOn}
        defaultValue={fieldText(answer, "plannedOn", today)}
      />
      <TextField
        {...field("item")}
        label={words.item}
        defaultValue={fieldText(answer, "item")}
        autoComplete="off"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField
          {...field("quantity")}
          label={words.quantity}
          defaultValue={fieldText(answer, "quantity", 1)}
        />
        <NumberField
          {...field("priceDong")}
          label={words.price}
          unit={words.unit}
          defaultValue={fieldText(answer, "priceDong")}
        />
      </div>
      <PartnerChoice {...field("partnerId")} partners={partners} answer={answer} />
      <div>
        <Button type="submit" name="act" value="cost">
          {words.save}
        </Button>
      </div>
    </Form>
  );
}
