import { Form } from "@remix-run/react";
import { CONTRIBUTION_KINDS } from "#app/domain/support/support.ts";
import type { ContributionView } from "#app/domain/support/views.ts";
import { supportArea } from "#app/messages/vi/support.ts";
import { Button } from "../kit/button.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { type FormAnswer, fieldList, fieldText } from "../kit/form-answer.ts";
import { NumberField } from "../kit/number-field.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { LineReason, MoneyCard, type MoneyCardProps, PartnerChoice } from "./money-card.tsx";

interface ContributionCardProps extends MoneyCardProps {
  contributions: readonly ContributionView[];
}

/** L25: what was given, by whom; a wrong entry stays to be read with its reason. */
export function ContributionCard({ contributions, mayKeep, answer, ...props }: ContributionCardProps) {
  const { money: words } = useMessages(supportArea).support;
  const isOpen = fieldText(answer, "act") === "contribution";
  return (
    <MoneyCard
      title={words.contributions}
      none={contributions.length === 0 ? words.noContributions : null}
      lines={contributions.map((line) => (
        <ContributionLine
          key={line.id}
          line={line}
          mayStrike={mayKeep && line.struckWhy === null}
          answer={fieldText(answer, "lineId") === line.id ? answer : undefined}
        />
      ))}
      add={
        mayKeep
          ? {
              summary: words.add,
              isOpen,
              form: <ContributionForm {...props} answer={isOpen ? answer : undefined} />,
            }
          : null
      }
    />
  );
}

interface ContributionLineProps {
  line: ContributionView;
  mayStrike: boolean;
  /** To striking this one. */
  answer: FormAnswer | undefined;
}

function ContributionLine({ line, mayStrike, answer }: ContributionLineProps) {
  const { money: words } = useMessages(supportArea).support;
  const format = useFormat();
  return (
    <li className="grid gap-1 py-3">
      <span className={line.struckWhy === null ? "font-bold" : "text-ink-soft line-through"}>
        {line.from} · {words.kinds[line.kind]} · {words.dong(format.number(line.valueDong))}
      </span>
      <span>{line.what}</span>
      <span className="text-sm text-ink-soft">
        {[format.date(line.receivedOn), line.document].filter(Boolean).join(" · ")}
      </span>
      {line.struckWhy === null ? null : <span>{words.struck(line.struckWhy)}</span>}
      {mayStrike ? (
        <Disclosure summary={words.strike} isOpen={answer !== undefined}>
          <Form method="post" noValidate className="grid gap-3">
            <LineReason lineId={line.id} answer={answer} />
            <div>
              <Button type="submit" name="act" value="strike" variant="secondary">
                {words.strike}
              </Button>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </li>
  );
}

function ContributionForm({ id, partners, today, answer }: Omit<MoneyCardProps, "mayKeep">) {
  const { money: words } = useMessages(supportArea).support;
  const field = (name: string) => ({ name, id: `field-give-${name}`, error: answer?.problems[name] });
  return (
    <Form method="post" noValidate className="grid gap-4">
      <input type="hidden" name="id" value={id} />
      <PartnerChoice {...field("partnerId")} hint={words.partnerHint} partners={partners} answer={answer} />
      <TextField
        {...field("source")}
        label={words.source}
        defaultValue={fieldText(answer, "source")}
        autoComplete="off"
        optional="unsaid"
      />
      <ChipGroup
        {...field("kind")}
        label={words.kind}
        choices={CONTRIBUTION_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        defaultValues={fieldList(answer, "kind")}
      />
      <TextField
        {...field("what")}
        label={words.what}
        defaultValue={fieldText(answer, "what")}
        autoComplete="off"
      />
      <NumberField
        {...field("valueDong")}
        label={words.value}
        hint={words.valueHint}
        unit={words.unit}
        defaultValue={fieldText(answer, "valueDong")}
      />
      <TextField
        {...field("receivedOn")}
        type="date"
        label={words.receivedOn}
        defaultValue={fieldText(answer, "receivedOn", today)}
        max={today}
      />
      <TextField
        {...field("document")}
        label={words.document}
        defaultValue={fieldText(answer, "document")}
        autoComplete="off"
        optional
      />
      <div>
        <Button type="submit" name="act" value="contribution">
          {words.save}
        </Button>
      </div>
    </Form>
  );
}
