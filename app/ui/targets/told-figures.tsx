import { Form } from "@remix-run/react";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { NumberField } from "../kit/number-field.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface ShownTold {
  readonly villageName: string | null;
  readonly toldOn: LocalDate;
  readonly part: number | null;
  readonly whole: number | null;
  readonly place: number | null;
  readonly document: string;
  readonly enteredBy: string;
  readonly enteredAt: number;
}

interface ToldFiguresProps {
  kind: "share" | "place";
  told: readonly ShownTold[];
  villages: readonly { readonly villageId: number; readonly name: string }[];
  /** Null for whoever may only look. */
  form: { readonly id: string; readonly today: LocalDate; readonly answer: FormAnswer | undefined } | null;
}

/** B19: figures others counted, each with the paper that says so, and who entered it. */
export function ToldFigures({ kind, told, villages, form }: ToldFiguresProps) {
  const { targets: words } = useMessages(targetsArea);
  const { page } = words;
  const format = useFormat();
  return (
    <Card title={page.toldTitle}>
      <div className="grid gap-4">
        {told.length === 0 ? <p className="text-ink-soft">{page.toldNone}</p> : null}
        <ul className="grid gap-3">
          {told.map(({ villageName, toldOn, part, whole, place, document, enteredBy, enteredAt }) => (
            <li key={`${enteredAt}-${document}-${villageName ?? ""}`} className="border-s-2 border-line ps-4">
              <span className="font-bold tabular-nums">
                {place === null
                  ? `${format.number(part ?? 0)} / ${format.number(whole ?? 0)}`
                  : words.place(place)}
              </span>{" "}
              <span className="text-ink-soft">· {villageName ?? page.whole}</span>
              <span className="block">{words.toldLine(document, format.date(toldOn))}</span>
              <span className="block text-sm text-ink-soft">
                {page.enteredBy(enteredBy, format.date(localDateAt(enteredAt)))}
              </span>
            </li>
          ))}
        </ul>
        {form === null ? null : (
          <Disclosure summary={page.tell} isOpen={form.answer !== undefined}>
            <ToldForm key={form.id} kind={kind} villages={villages} {...form} />
          </Disclosure>
        )}
      </div>
    </Card>
  );
}

type ToldFormProps = Pick<ToldFiguresProps, "kind" | "villages"> & NonNullable<ToldFiguresProps["form"]>;

function ToldForm({ kind, villages, id, today, answer }: ToldFormProps) {
  const { page } = useMessages(targetsArea).targets;
  const labels = {
    toldOn: page.day,
    villageId: page.scope,
    part: page.partField,
    whole: page.wholeField,
    place: page.placeField,
    document: page.document,
  };
  const of = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    error: answer?.problems[name],
    defaultValue: fieldText(answer, name, name === "toldOn" ? today : null),
  });
  return (
    <Form method="post" noValidate className="grid max-w-xl gap-5">
      <ErrorSummary problems={answer?.problems} labels={labels} />
      <input type="hidden" name="act" value="tell" />
      <input type="hidden" name="id" value={id} />
      <TextField {...of("toldOn")} type="date" />
      {kind === "place" ? (
        <NumberField {...of("place")} maxLength={4} />
      ) : (
        <>
          <SelectField
            {...of("villageId")}
            optional
            choices={[
              { value: "", label: page.whole },
              ...villages.map(({ villageId, name }) => ({ value: String(villageId), label: name })),
            ]}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <NumberField {...of("part")} maxLength={8} />
            <NumberField {...of("whole")} maxLength={8} />
          </div>
        </>
      )}
      <TextField {...of("document")} hint={page.documentHint} maxLength={200} />
      <div>
        <SubmitButton>{page.tellDo}</SubmitButton>
      </div>
    </Form>
  );
}
