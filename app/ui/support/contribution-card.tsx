import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { CONTRIBUTION_KINDS } from "#app/domain/support/support.ts";
import type { ContributionView } from "#app/domain/support/views.ts";
import { supportArea } from "#app/messages/vi/support.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { type FormAnswer, fieldList, fieldText } from "../roster/form-state.ts";

interface ContributionCardProps {
  contributions: readonly ContributionView[];
  partners: readonly { readonly id: string; readonly name: string }[];
  id: string;
  today: LocalDate;
  mayKeep: boolean;
  answer: FormAnswer | undefined;
}

/** L25: what was given, by whom; a wrong entry stays to be read with its reason. */
export function ContributionCard(props: ContributionCardProps) {
  const { contributions, partners, id, today, mayKeep, answer } = props;
  const { money: words } = useMessages(supportArea).support;
  const format = useFormat();
  const act = fieldText(answer, "act");
  return (
    <Card title={words.contributions}>
      {contributions.length === 0 ? <p className="text-ink-soft">{words.noContributions}</p> : null}
      <ul className="divide-y divide-line">
        {contributions.map((line) => (
          <li key={line.id} className="grid gap-1 py-3">
            <span className={line.struckWhy === null ? "font-bold" : "text-ink-soft line-through"}>
              {line.from} · {words.kinds[line.kind]} · {words.dong(format.number(line.valueDong))}
            </span>
            <span>{line.what}</span>
            <span className="text-sm text-ink-soft">
              {[format.date(line.receivedOn), line.document].filter(Boolean).join(" · ")}
            </span>
            {line.struckWhy === null ? null : <span>{words.struck(line.struckWhy)}</span>}
            {mayKeep && line.struckWhy === null ? (
              <Disclosure
                summary={words.strike}
                isOpen={act === "strike" && fieldText(answer, "lineId") === line.id}
              >
                <Form method="post" noValidate className="grid gap-3">
                  <input type="hidden" name="lineId" value={line.id} />
                  <TextField
                    name="reason"
                    id={`field-reason-${line.id}`}
                    label={words.reason}
                    error={fieldText(answer, "lineId") === line.id ? answer?.problems.reason : undefined}
                    autoComplete="off"
                  />
                  <div>
                    <Button type="submit" name="act" value="strike" variant="secondary">
                      {words.strike}
                    </Button>
                  </div>
                </Form>
              </Disclosure>
            ) : null}
          </li>
        ))}
      </ul>
      {mayKeep ? (
        <div className="mt-4">
          <Disclosure summary={words.add} isOpen={act === "contribution"}>
            <ContributionForm
              id={id}
              partners={partners}
              today={today}
              answer={act === "contribution" ? answer : undefined}
            />
          </Disclosure>
        </div>
      ) : null}
    </Card>
  );
}

function ContributionForm({
  id,
  partners,
  today,
  answer,
}: Pick<ContributionCardProps, "id" | "partners" | "today" | "answer">) {
  const { money: words } = useMessages(supportArea).support;
  const field = (name: string) => ({ name, id: `field-give-${name}`, error: answer?.problems[name] });
  return (
    <Form method="post" noValidate className="grid gap-4">
      <input type="hidden" name="id" value={id} />
      {partners.length > 0 ? (
        <SelectField
          {...field("partnerId")}
          label={words.partner}
          hint={words.partnerHint}
          optional="unsaid"
          defaultValue={fieldText(answer, "partnerId")}
          choices={partners.map((partner) => ({ value: partner.id, label: partner.name }))}
        />
      ) : null}
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
