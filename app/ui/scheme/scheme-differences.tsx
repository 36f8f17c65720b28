import type { SchemeDifference, SchemeFact } from "#app/domain/activity/scheme-differences.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { schemeArea } from "#app/messages/vi/scheme.ts";
import { DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface Props {
  caption: string;
  differences: readonly SchemeDifference[];
  empty: string;
}

/** Two versions side by side, in words: only what differs, each with both. */
export function SchemeDifferences({ caption, differences, empty }: Props) {
  const { scheme } = useMessages(schemeArea);
  const words = scheme.draft;
  const say = useSayFact();
  return (
    <DataTable
      caption={caption}
      rows={differences}
      rowKey={({ kind, field, of }) => `${kind?.key ?? ""}/${field}/${of ?? ""}`}
      empty={<p className="text-ink-soft">{empty}</p>}
      columns={[
        { key: "kind", header: words.kind, cell: ({ kind }) => kind?.name ?? words.allKinds },
        {
          key: "field",
          header: words.field,
          cell: ({ field, of }) => (of === null ? scheme.fields[field] : `${scheme.fields[field]} (${of})`),
        },
        { key: "before", header: words.before, cell: ({ before, field }) => say(before, field) },
        {
          key: "after",
          header: words.after,
          cell: ({ after, field }) => <strong>{say(after, field)}</strong>,
        },
      ]}
    />
  );
}

function useSayFact(): (fact: SchemeFact, field: SchemeDifference["field"]) => string {
  const { scheme, activity } = useMessages(schemeArea, activityArea);
  const format = useFormat();
  const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    evidence: scheme.evidences,
    modes: activity.modes,
    tags: scheme.tags,
    topics: scheme.topics,
    repeat: scheme.repeats,
  };
  return (fact, field) => {
    if (fact === null) return scheme.draft.nothing;
    switch (fact.is) {
      case "points":
        return scheme.points(format.points(fact.hundredths));
      case "factor":
        return format.points(fact.hundredths);
      case "count":
        return format.number(fact.count);
      case "text":
        return fact.text;
      case "day":
        return format.date(fact.day as LocalDate);
      case "cap":
        return `${format.number(fact.units)} ${scheme.per[fact.per]}`;
      case "words":
        return fact.words.map((word) => named[field]?.[word] ?? word).join(", ") || scheme.draft.nothing;
    }
  };
}
