import { Link } from "@remix-run/react";
import type { FamilyState } from "#app/domain/titles/family.ts";
import { digitalFamilyArea } from "#app/messages/vi/digital-family.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";

interface VillageLine {
  readonly id: number;
  readonly name: string;
  readonly households: number;
  readonly recognised: number;
  readonly counts: Readonly<Record<FamilyState, number>>;
}

export function VillageFamiliesTable({
  villages,
  villageAt,
}: {
  villages: readonly VillageLine[];
  villageAt: (id: number) => string;
}) {
  const { digitalFamily: words } = useMessages(digitalFamilyArea);
  const terms = useTerms();
  const { number } = useFormat();
  const figure = (key: string, header: string, of: (line: VillageLine) => number): Column<VillageLine> => ({
    key,
    header,
    isFigure: true,
    cell: (line) => number(of(line)),
  });
  const columns: readonly [Column<VillageLine>, ...Column<VillageLine>[]] = [
    {
      key: "village",
      header: words.office.village(terms),
      cell: ({ id, name }) => (
        <Link to={villageAt(id)} className="inline-flex min-h-12 items-center underline underline-offset-4">
          {name}
        </Link>
      ),
    },
    figure("households", words.office.households, ({ households }) => households),
    figure("recognised", words.tiles.recognised, ({ recognised }) => recognised),
    figure("declared", words.tiles.declared, ({ counts }) => counts.declared),
    figure("confirmed", words.tiles.confirmed, ({ counts }) => counts.confirmed),
    figure("due", words.tiles.due, ({ counts }) => counts.due + counts.expired),
  ];
  return (
    <DataTable
      caption={words.office.byVillage(terms)}
      hidesCaption
      columns={columns}
      rows={villages}
      rowKey={({ id }) => id}
    />
  );
}
