import { Link } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { NominationState } from "#app/domain/titles/nomination.ts";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useTeamName } from "../use-team-name.ts";
import { NominationPill } from "./nomination-pill.tsx";

export interface ListedNomination {
  readonly id: string;
  readonly titleName: string;
  readonly name: string;
  readonly teamName: string;
  readonly state: NominationState;
  readonly approvals: number;
  readonly needed: number;
  readonly nominatedOn: LocalDate;
  readonly number: string | null;
  readonly validUntil: LocalDate | null;
}

interface NominationTableProps {
  caption: string;
  nominations: readonly ListedNomination[];
  oneAt: (id: string) => string;
  /** Recognised ones show their decision, others who has agreed. */
  shows: "words" | "decision" | "state";
}

export function NominationTable({ caption, nominations, oneAt, shows }: NominationTableProps) {
  const { list: words } = useMessages(titlesArea).titles;
  const format = useFormat();
  const shortName = useTeamName();
  const columns: [Column<ListedNomination>, ...Column<ListedNomination>[]] = [
    {
      key: "person",
      header: words.person,
      cell: ({ id, name }) => (
        <Link to={oneAt(id)} className="inline-flex min-h-12 items-center underline underline-offset-4">
          {name}
        </Link>
      ),
    },
    { key: "title", header: words.title, cell: ({ titleName }) => titleName },
    { key: "team", header: words.team, cell: ({ teamName }) => shortName(teamName) },
  ];
  if (shows === "words") {
    columns.push({
      key: "approvals",
      header: words.approvals,
      isFigure: true,
      cell: ({ approvals, needed }) => words.of(approvals, needed),
    });
  }
  if (shows === "state") {
    columns.push({
      key: "state",
      header: words.state,
      cell: ({ state }) => <NominationPill state={state} />,
    });
  }
  if (shows === "decision") {
    columns.push(
      {
        key: "number",
        header: words.number,
        cell: ({ number }) => <span className="whitespace-nowrap">{number ?? "–"}</span>,
      },
      {
        key: "until",
        header: words.until,
        isFigure: true,
        cell: ({ validUntil }) => (validUntil === null ? "–" : format.date(validUntil)),
      },
    );
  } else {
    columns.push({
      key: "day",
      header: words.day,
      isFigure: true,
      cell: ({ nominatedOn }) => format.date(nominatedOn),
    });
  }
  return <DataTable caption={caption} columns={columns} rows={nominations} rowKey={({ id }) => id} />;
}
