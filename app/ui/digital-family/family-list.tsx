import { Link } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { FamilyState } from "#app/domain/titles/family.ts";
import { digitalFamilyArea } from "#app/messages/vi/digital-family.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { FamilyPill } from "./family-pill.tsx";

export interface ListedFamily {
  readonly householdId: string;
  readonly code: string;
  readonly lane: string | null;
  readonly head: string;
  readonly state: FamilyState;
  readonly met: number | null;
  readonly validUntil: LocalDate | null;
  readonly isOwnRecord: boolean;
}

interface FamilyListProps {
  caption: string;
  families: readonly ListedFamily[];
  familyAt: (householdId: string) => string;
}

export function FamilyList({ caption, families, familyAt }: FamilyListProps) {
  const { list: words } = useMessages(digitalFamilyArea).digitalFamily;
  const format = useFormat();
  const columns: readonly [Column<ListedFamily>, ...Column<ListedFamily>[]] = [
    {
      key: "head",
      header: words.head,
      cell: ({ householdId, head, code, lane }) => (
        <>
          <Link
            to={familyAt(householdId)}
            className="inline-flex min-h-12 items-center underline underline-offset-4"
          >
            {head}
          </Link>
          <span className="block text-sm font-normal text-ink-soft">
            {[`${words.code} ${code}`, lane].filter(Boolean).join(" · ")}
          </span>
        </>
      ),
    },
    {
      key: "state",
      header: words.state,
      cell: ({ state, isOwnRecord }) => (
        <>
          <FamilyPill state={state} />
          {state === "declared" && isOwnRecord ? (
            <span className="block text-sm text-ink-soft">{words.ownRecord}</span>
          ) : null}
        </>
      ),
    },
    {
      key: "met",
      header: words.met,
      isFigure: true,
      cell: ({ met }) => (met === null ? "–" : format.number(met)),
    },
    {
      key: "until",
      header: words.until,
      isFigure: true,
      cell: ({ validUntil }) => (validUntil === null ? "–" : format.date(validUntil)),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={families}
      rowKey={({ householdId }) => householdId}
    />
  );
}
