import { targetsArea } from "#app/messages/vi/targets.ts";
import { DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useShare } from "./use-share.ts";

export interface ShownGap {
  readonly key: string;
  readonly part: number;
  readonly whole: number | null;
  readonly difference: number | null;
}

export interface ShownGapSheet {
  readonly measure: "guided" | "smartphone" | "payment" | "eid_level_2" | "skilled";
  readonly all: { readonly part: number; readonly whole: number | null };
  readonly groups: readonly ShownGap[];
  readonly townBeforeCountry: number | null;
}

const WHOLE = { comparator: "at_least", basisPoints: 10_000 } as const;

/** E06: one measure, everybody first, then each group with its distance from everybody. */
export function GapSheetTable({ sheet }: { sheet: ShownGapSheet }) {
  const { targets: words } = useMessages(targetsArea);
  const { gap } = words;
  const format = useFormat();
  const shareOf = useShare();
  const names: Readonly<Record<string, string>> = {
    all: gap.all,
    urban: gap.urban,
    rural: gap.rural,
    ...gap.segments,
  };
  const known = sheet.groups.filter(({ whole }) => whole !== null);
  const rows: readonly ShownGap[] = [{ key: "all", ...sheet.all, difference: null }, ...known];
  const missing = sheet.groups.filter(({ whole }) => whole === null).map(({ key }) => names[key] ?? key);
  const points = (difference: number) => format.number(Math.abs(difference) / 100, 1);
  const between = sheet.townBeforeCountry;
  return (
    <section className="grid gap-3">
      <DataTable
        caption={gap.measures[sheet.measure]}
        hidesCaption
        columns={[
          { key: "group", header: gap.group, cell: ({ key }) => names[key] ?? key },
          {
            key: "share",
            header: gap.share,
            isFigure: true,
            cell: (row) => <strong>{shareOf(WHOLE, row)?.share ?? words.noData}</strong>,
          },
          {
            key: "count",
            header: gap.count,
            isFigure: true,
            cell: ({ part, whole }) =>
              whole === null ? "–" : `${format.number(part)} / ${format.number(whole)}`,
          },
          {
            key: "against",
            header: gap.against,
            isFigure: true,
            cell: ({ key, difference }) => {
              if (key === "all" || difference === null) return "–";
              if (difference === 0) return gap.same;
              return gap.points(`${difference > 0 ? "+" : "−"}${points(difference)}`);
            },
          },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
      {between === null || between === 0 ? null : (
        <p className="font-bold">
          {between > 0 ? gap.distance(points(between)) : gap.distanceBack(points(between))}
        </p>
      )}
      {missing.length === 0 ? null : (
        <p className="text-sm text-ink-soft">{gap.missing(missing.join(", "))}</p>
      )}
    </section>
  );
}
