import { Link } from "@remix-run/react";
import type { Priority } from "#app/domain/households/household.ts";
import { householdsArea } from "#app/messages/vi/households.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface ListedHousehold {
  readonly id: string;
  readonly code: string;
  readonly lane: string | null;
  readonly head: string;
  readonly adults: number;
  readonly isLongAbsent: boolean;
  readonly absenceProposed: boolean | null;
  readonly priorities: readonly Priority[];
  readonly labels: readonly string[];
  readonly people: number;
}

interface HouseholdListProps {
  caption: string;
  households: readonly ListedHousehold[];
  /** Where a household's own page is; without it the list is only read. */
  householdAt?: (id: string) => string;
}

const SHOWN_LABELS = 3;

export function HouseholdList({ caption, households, householdAt }: HouseholdListProps) {
  const { list } = useMessages(householdsArea).households;
  const { number } = useFormat();
  const columns: readonly [Column<ListedHousehold>, ...Column<ListedHousehold>[]] = [
    {
      key: "head",
      header: list.head,
      cell: ({ id, code, lane, head }) => (
        <>
          {householdAt ? (
            <Link
              to={householdAt(id)}
              className="inline-flex min-h-12 items-center underline underline-offset-4"
            >
              {head}
            </Link>
          ) : (
            <span>{head}</span>
          )}
          <span className="block text-sm font-normal text-ink-soft">
            {list.code} {code} · {lane ?? list.noLane}
          </span>
        </>
      ),
    },
    { key: "adults", header: list.adults, cell: ({ adults }) => number(adults), isFigure: true },
    { key: "people", header: list.people, cell: (household) => <People {...household} /> },
    {
      key: "state",
      header: list.state,
      cell: (household) => (isOrdinary(household) ? "–" : <State {...household} />),
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={households} rowKey={({ id }) => id} />;
}

type Circumstances = Pick<ListedHousehold, "isLongAbsent" | "absenceProposed" | "priorities">;

function isOrdinary({ isLongAbsent, absenceProposed, priorities }: Circumstances): boolean {
  return !isLongAbsent && absenceProposed === null && priorities.length === 0;
}

function State({ isLongAbsent, absenceProposed, priorities: kinds }: Circumstances) {
  const { list, priorities } = useMessages(householdsArea).households;
  return (
    <span className="flex flex-wrap gap-1.5">
      {isLongAbsent ? <Pill tone="info">{list.absent}</Pill> : null}
      {absenceProposed === null ? null : (
        <Pill tone="gold">{absenceProposed ? list.waitingAway : list.waitingBack}</Pill>
      )}
      {kinds.map((kind) => (
        <Pill key={kind}>{priorities[kind]}</Pill>
      ))}
    </span>
  );
}

function People({ labels, people }: Pick<ListedHousehold, "labels" | "people">) {
  const { list } = useMessages(householdsArea).households;
  if (people === 0) return <span className="text-ink-soft">{list.noPeople}</span>;
  if (labels.length === 0) return list.countOfPeople(people);
  const shown = labels.slice(0, SHOWN_LABELS);
  const rest = people - shown.length;
  return (
    <>
      {shown.join(", ")}
      {rest > 0 ? <span className="text-ink-soft"> {list.morePeople(rest)}</span> : null}
    </>
  );
}
