import BarChart3 from "lucide-react/icons/chart-column";
import type { MonthFigures as Figures, UnitFigures } from "#app/domain/months/month-views.ts";
import { capitalised } from "#app/messages/terms.ts";
import { monthsArea } from "#app/messages/vi/months.ts";
import { Card } from "../kit/card.tsx";
import { DataTable } from "../kit/data-table.tsx";
import { EmptyState } from "../kit/empty-state.tsx";
import { StatTile } from "../kit/stat-tile.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";
import { useTeamName } from "../use-team-name.ts";

/** The month's sums and ranks: the very figures of its seal. */
export function MonthFigures({ figures, now }: { figures: Figures; now: number }) {
  const { months: words } = useMessages(monthsArea);
  const format = useFormat();
  const terms = useTerms();
  const teamName = useTeamName();
  const { commune, villages, teams } = figures;
  if (teams.length === 0) {
    return (
      <EmptyState icon={BarChart3} title={words.noFigures}>
        {words.noFiguresBody}
      </EmptyState>
    );
  }
  return (
    <>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        <StatTile label={words.pointsColumn} value={format.points(commune.points)} />
        <StatTile label={words.claims} value={format.number(commune.claims)} />
        <StatTile label={words.visits} value={format.number(commune.visits)} />
      </div>
      <Card title={words.byVillage(terms.village)}>
        <UnitTable
          caption={words.byVillage(terms.village)}
          header={capitalised(terms.village)}
          rows={villages}
        />
      </Card>
      <Card title={words.byTeam}>
        <UnitTable
          caption={words.byTeam}
          header={words.teamColumn}
          rows={teams.map((team) => ({ ...team, name: teamName(team.name) }))}
        />
      </Card>
      <p className="text-sm text-ink-soft">{words.figuresNow(format.moment(now))}</p>
    </>
  );
}

function UnitTable({
  caption,
  header,
  rows,
}: {
  caption: string;
  header: string;
  rows: readonly UnitFigures[];
}) {
  const { months: words } = useMessages(monthsArea);
  const format = useFormat();
  const pointsAlike = format.pointsAlike(rows.map(({ points }) => points));
  return (
    <DataTable
      hidesCaption
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", header, cell: ({ name }) => name },
        { key: "rank", header: words.rank, isFigure: true, cell: ({ rank }) => format.number(rank) },
        {
          key: "points",
          header: words.pointsColumn,
          isFigure: true,
          cell: ({ points }) => pointsAlike(points),
        },
        { key: "claims", header: words.claims, isFigure: true, cell: ({ claims }) => format.number(claims) },
        { key: "visits", header: words.visits, isFigure: true, cell: ({ visits }) => format.number(visits) },
      ]}
    />
  );
}
