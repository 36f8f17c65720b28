import { plansArea } from "#app/messages/vi/plans.ts";
import { DataTable } from "../kit/data-table.tsx";
import { useMessages } from "../language.tsx";

type Value = string | number | boolean | null;

export interface ShownDifference {
  readonly field: keyof ReturnType<typeof useMessages>["plans"]["fields"];
  readonly of: string | null;
  readonly before: Value;
  readonly after: Value;
}

/** Two versions side by side: only what differs, each with both values. */
export function PlanDifferences({
  caption,
  differences,
}: {
  caption: string;
  differences: readonly ShownDifference[];
}) {
  const { plans: words } = useMessages(plansArea);
  const say = (value: Value, field: ShownDifference["field"]): string => {
    if (value === null) return "–";
    if (typeof value === "boolean") return value ? words.yes : words.no;
    if (value === "named" || value === "next") return words.dueMonths[value];
    return field === "target" && typeof value === "number" ? `${value / 100} %` : String(value);
  };
  return (
    <DataTable
      caption={caption}
      rows={differences}
      rowKey={({ field, of }) => `${field}/${of ?? ""}`}
      empty={<p className="text-ink-soft">{words.nothingChanged}</p>}
      columns={[
        {
          key: "field",
          header: words.field,
          cell: ({ field, of }) => (of === null ? words.fields[field] : `${words.fields[field]}: ${of}`),
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
