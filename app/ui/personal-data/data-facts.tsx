import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { personalDataArea } from "#app/messages/vi/personal-data.ts";
import { Card } from "../kit/card.tsx";
import { DescriptionList } from "../kit/description-list.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface ShownData {
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly position: string | null;
  readonly hasItSkill: boolean | null;
  readonly phone: string | null;
  readonly household: { readonly village: string; readonly code: string } | null;
  readonly account: { readonly username: string } | null;
  readonly memberships: readonly {
    team: string;
    village: string | null;
    from: string;
    until: string | null;
  }[];
  readonly affiliations: readonly { organisation: string | null; kind: string; from: string }[];
  readonly phoneReveals: readonly { revealedAt: string; revealedTo: string; reason: string }[];
}

/** What is kept, said in words; nothing is left out because it is empty. */
export function DataFacts({ data, publicName }: { data: ShownData; publicName: string }) {
  const { personalData: words } = useMessages(personalDataArea);
  const say = (value: string | number | null) => value ?? words.notKept;
  return (
    <Card title={words.facts}>
      <DescriptionList
        items={[
          { term: words.name, value: data.fullName },
          { term: words.publicName, value: publicName },
          { term: words.birthYear, value: say(data.birthYear) },
          {
            term: words.sex,
            value: data.sex === "female" || data.sex === "male" ? words.sexes[data.sex] : words.notKept,
          },
          { term: words.ethnicity, value: say(data.ethnicity) },
          { term: words.position, value: say(data.position) },
          {
            term: words.itSkill,
            value: data.hasItSkill === null ? words.notKept : data.hasItSkill ? words.yes : words.no,
          },
          { term: words.phone, value: say(data.phone) },
          {
            term: words.household,
            value: data.household
              ? words.householdOf(data.household.code, data.household.village)
              : words.notKept,
          },
          { term: words.account, value: say(data.account?.username ?? null) },
        ]}
      />
    </Card>
  );
}

export function DataTimes({ data }: { data: ShownData }) {
  const { personalData: words } = useMessages(personalDataArea);
  const format = useFormat();
  const day = (date: string) => format.date(date as LocalDate);
  return (
    <Card title={words.times}>
      {data.memberships.length === 0 ? <p className="text-ink-soft">{words.none}</p> : null}
      <ul className="grid gap-2">
        {data.memberships.map((time) => (
          <li key={`${time.team}/${time.from}`}>
            <strong>{time.team}</strong>{" "}
            <span className="text-ink-soft">{words.time(day(time.from), time.until && day(time.until))}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function RevealLog({ reveals }: { reveals: ShownData["phoneReveals"] }) {
  const { personalData: words } = useMessages(personalDataArea);
  const format = useFormat();
  return (
    <Card title={words.reveals}>
      {reveals.length === 0 ? <p className="text-ink-soft">{words.revealsEmpty}</p> : null}
      <ul className="grid gap-3">
        {reveals.map((reveal) => (
          <li key={`${reveal.revealedAt}/${reveal.revealedTo}`}>
            <strong>{reveal.revealedTo}</strong>{" "}
            <span className="text-ink-soft">
              {format.date(localDateAt(new Date(reveal.revealedAt).getTime()))}
            </span>
            <br />
            {reveal.reason}
          </li>
        ))}
      </ul>
    </Card>
  );
}
