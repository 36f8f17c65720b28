import { Form } from "@remix-run/react";
import type { OwnHouseholdRefusal } from "#app/domain/people/own-household.ts";
import { memberHouseholdArea } from "#app/messages/vi/member-household.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { Notice } from "../kit/notice.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useMessages } from "../language.tsx";
import { type ShownHome, useHomeText } from "./use-home-text.ts";

interface HouseholdFormProps {
  view: {
    readonly home: (ShownHome & { readonly id: string }) | null;
    readonly refusal: OwnHouseholdRefusal | null;
    readonly villages: readonly { readonly id: number; readonly name: string }[];
    readonly villageId: number | null;
    readonly households: readonly {
      readonly id: string;
      readonly code: string;
      readonly lane: string | null;
      readonly head: string;
    }[];
  };
  answer: FormAnswer | undefined;
}

/** First the village where there are several, then the household of its list. */
export function HouseholdForm({ view, answer }: HouseholdFormProps) {
  const words = useMessages(memberHouseholdArea).memberHousehold;
  const homeText = useHomeText();
  const { home, refusal, villages, villageId, households } = view;
  return (
    <>
      <ErrorSummary problems={answer?.problems} labels={{ householdId: words.household }} />
      <Card title={words.now}>
        <p className="font-bold">{home === null ? words.unknown : homeText(home)}</p>
        {home !== null && refusal === null ? (
          <Form method="post" className="mt-4">
            <SubmitButton name="act" value="clear" variant="secondary">
              {words.clear}
            </SubmitButton>
          </Form>
        ) : null}
      </Card>
      {refusal === null ? null : <Notice tone="info">{words.locked[refusal.code]}</Notice>}
      {refusal === null && villages.length > 1 ? (
        <Card title={words.villageTitle}>
          <Form method="get" className="grid gap-4 sm:grid-cols-[1fr_auto] sm:items-end">
            <SelectField
              name="thon"
              label={words.village}
              defaultValue={String(villageId ?? "")}
              choices={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
            <Button type="submit" variant="secondary">
              {words.openList}
            </Button>
          </Form>
        </Card>
      ) : null}
      {refusal !== null ? null : households.length === 0 ? (
        <Notice tone="info">{words.emptyList}</Notice>
      ) : (
        <Card title={words.choose}>
          <Form method="post" noValidate className="grid gap-5">
            <SelectField
              {...fieldOf(answer, "householdId", home?.id ?? null)}
              label={words.household}
              hint={words.householdHint}
              choices={households.map(({ id, code, lane, head }) => ({
                value: id,
                label: [lane, code, head].filter((part) => part !== null).join(" · "),
              }))}
            />
            <SubmitButton name="act" value="set">
              {words.save}
            </SubmitButton>
          </Form>
        </Card>
      )}
    </>
  );
}
