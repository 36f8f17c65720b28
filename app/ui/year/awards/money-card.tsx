import { Form } from "@remix-run/react";
import type { AwardList } from "#app/domain/awards/award-list.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { Button } from "../../kit/button.tsx";
import { Card } from "../../kit/card.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { useFormat, useMessages } from "../../language.tsx";

/** How many the list holds and what it would cost on a day, as a proposal. */
export function MoneyCard({ list: { lines, money } }: { list: Pick<AwardList, "lines" | "money"> }) {
  const { yearAwards } = useMessages(yearAwardsArea);
  const { list: words, dong } = yearAwards;
  const { number, date } = useFormat();
  const counting = lines
    .filter(({ hindrance }) => hindrance === null)
    .map(({ proposal }) => proposal.recipient.kind);
  const people = counting.filter((kind) => kind === "member").length;
  const households = counting.filter((kind) => kind === "household").length;
  const { base, totalDong, day } = money;
  return (
    <Card title={words.total}>
      <p className="text-3xl font-bold tabular-nums">{dong(number(totalDong))}</p>
      <p className="mt-2">
        {words.sum(number(counting.length - people - households), number(people), number(households))}
      </p>
      <p className="mt-2 text-ink-soft">
        {base ? words.base(dong(number(base.dong)), base.document, date(day)) : words.noBase}
      </p>
      <p className="mt-2 text-ink-soft">{words.budget}</p>
      <Form method="get" className="mt-4 flex flex-wrap items-end gap-3" preventScrollReset>
        <TextField name="ngay" type="date" label={words.day} defaultValue={day} required />
        <Button type="submit" variant="secondary">
          {words.recount}
        </Button>
      </Form>
    </Card>
  );
}
