import { Link } from "@remix-run/react";
import { householdsArea } from "#app/messages/vi/households.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";

interface RegisterLine {
  readonly villageId: number;
  readonly name: string;
  readonly counted: number | null;
  readonly counts: {
    readonly households: number;
    readonly adults: number;
    readonly longAbsent: number;
    readonly denominator: number;
  } | null;
  readonly waiting: number;
}

interface RegisterTableProps {
  caption: string;
  lines: readonly RegisterLine[];
  villageAt: (villageId: number) => string;
}

/** The lists of all villages, in figures. A village without a list says so: missing is not zero. */
export function RegisterTable({ caption, lines, villageAt }: RegisterTableProps) {
  const { counts: words } = useMessages(householdsArea).households;
  const terms = useTerms();
  const { number } = useFormat();
  const figure = (value: number | undefined) =>
    value === undefined ? <span className="text-ink-soft">–</span> : number(value);
  const columns: readonly [Column<RegisterLine>, ...Column<RegisterLine>[]] = [
    {
      key: "village",
      header: words.village(terms),
      cell: ({ villageId, name }) => (
        <Link
          to={villageAt(villageId)}
          className="inline-flex min-h-12 items-center underline underline-offset-4"
        >
          {name}
        </Link>
      ),
    },
    {
      key: "households",
      header: words.households,
      isFigure: true,
      cell: ({ counts, counted }) => (
        <>
          {counts ? number(counts.households) : <span className="text-ink-soft">{words.noList}</span>}
          {counted !== null && counted !== counts?.households ? (
            <span className="block text-sm text-ink-soft">{words.counted(number(counted))}</span>
          ) : null}
        </>
      ),
    },
    { key: "adults", header: words.adults, isFigure: true, cell: ({ counts }) => figure(counts?.adults) },
    {
      key: "absent",
      header: words.absent,
      isFigure: true,
      cell: ({ counts, waiting }) => (
        <>
          {figure(counts?.longAbsent)}
          {waiting > 0 ? (
            <span className="block">
              <Pill tone="gold">{words.waiting(waiting)}</Pill>
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: "denominator",
      header: words.denominator,
      isFigure: true,
      cell: ({ counts }) => figure(counts?.denominator),
    },
  ];
  return (
    <DataTable
      caption={caption}
      hidesCaption
      columns={columns}
      rows={lines}
      rowKey={({ villageId }) => villageId}
    />
  );
}
