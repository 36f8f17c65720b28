import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { type DirectionFigures, readDirection } from "#app/features/reports/read-direction.server.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DataTable } from "#app/ui/kit/data-table.tsx";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { useFigureColumn } from "#app/ui/kit/use-figure-column.ts";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { useMonthName } from "#app/ui/months/use-month-name.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";

export const handle: PageHandle = { title: (say) => say(reportsArea).directionTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "report.oversee");
  const { platform, communeId, now } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return { live, now: now.getTime(), direction: await readDirection(caller) };
}

export default function DirectionOfOffice() {
  const { live, now, direction } = useLoaderData<typeof loader>();
  useLive(live);
  const { reports: words, setup } = useMessages(reportsArea, setupArea);
  const format = useFormat();
  const figureColumn = useFigureColumn();
  const monthName = useMonthName();
  const { monthId, today, period, villages } = direction;
  return (
    <Page
      title={words.directionTitle}
      lead={words.directionLead}
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: setup.overview.title }]} />}
    >
      <Tiles title={words.today} figures={today} />
      <Tiles title={monthId === null ? words.thisPeriod : monthName(monthId)} figures={period} />
      <Card title={words.byVillage}>
        <DataTable
          hidesCaption
          caption={words.byVillage}
          rows={villages}
          rowKey={({ id }) => id}
          empty={<p>{words.noData}</p>}
          columns={[
            { key: "name", header: words.villageColumn, cell: ({ name }) => name },
            figureColumn("claims", words.claims),
            figureColumn("visits", words.visits),
            figureColumn("proficient", words.people),
            figureColumn("households", words.households),
          ]}
        />
      </Card>
      <p className="text-sm text-ink-soft">{words.figuresLive(format.moment(now))}</p>
    </Page>
  );
}

function Tiles({ title, figures }: { title: string; figures: DirectionFigures }) {
  const { reports: words } = useMessages(reportsArea);
  const format = useFormat();
  return (
    <section>
      <h2 className="mb-3 text-xl">{title}</h2>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <StatTile label={words.claims} value={format.number(figures.claims)} />
        <StatTile label={words.visits} value={format.number(figures.visits)} />
        <StatTile label={words.people} value={format.number(figures.proficient)} />
        <StatTile label={words.households} value={format.number(figures.households)} />
      </div>
    </section>
  );
}
