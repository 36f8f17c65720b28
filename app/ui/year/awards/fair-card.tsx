import type { FairList } from "#app/domain/awards/fair-list.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { Card } from "../../kit/card.tsx";
import { DescriptionList } from "../../kit/description-list.tsx";
import { Notice } from "../../kit/notice.tsx";
import { useFormat, useMessages } from "../../language.tsx";

/** Who is on the list, in figures, under the list. */
export function FairCard({ fair }: { fair: FairList }) {
  const { yearAwards } = useMessages(yearAwardsArea);
  const { list: words } = yearAwards;
  const { number } = useFormat();
  const nameOf = (kind: string) =>
    Object.entries(words.unionNames).find(([key]) => key === kind)?.[1] ?? kind;
  const people = number(fair.people);
  const unions = [
    ...fair.unions.map(({ kind, people: count }) => `${nameOf(kind)} ${number(count)}`),
    ...(fair.withoutUnion > 0 ? [`${words.withoutUnion} ${number(fair.withoutUnion)}`] : []),
  ];
  return (
    <Card title={words.fair}>
      <p className="mb-3 text-ink-soft">{words.fairLead}</p>
      <DescriptionList
        items={[
          { term: words.leaders, value: words.ofPeople(number(fair.leaders), people) },
          { term: words.womenShare, value: words.ofPeople(number(fair.women), people) },
          ...(fair.sexUnknown > 0
            ? [{ term: words.sexUnknown, value: words.ofPeople(number(fair.sexUnknown), people) }]
            : []),
          {
            term: words.villages,
            value: words.ofVillages(number(fair.villages), number(fair.villagesInAll)),
          },
          ...(unions.length > 0 ? [{ term: words.unions, value: unions.join(", ") }] : []),
        ]}
      />
      {fair.notes.length > 0 ? (
        <div className="mt-4">
          <Notice tone="warning">
            <ul>
              {fair.notes.map((note) => (
                <li key={note}>{words.notes[note]}</li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
    </Card>
  );
}
