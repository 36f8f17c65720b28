import Download from "lucide-react/icons/download";
import { shortRoot } from "#app/domain/months/seal.ts";
import type { OpenData, OpenMonth } from "#app/domain/open-data/open-data.ts";
import { openDataArea } from "#app/messages/vi/open-data.ts";
import { Card } from "../kit/card.tsx";
import { DataTable } from "../kit/data-table.tsx";
import { DescriptionList } from "../kit/description-list.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface SheetProps {
  readonly data: OpenData;
  readonly licence: string;
  /** Null where it is only looked at before it is published. */
  readonly files: { readonly teams: string; readonly results: string; readonly json: string } | null;
}

/** Everything that is published, as a page: what stands here stands in the files, and nothing else does. */
export function OpenDataSheet({ data, licence, files }: SheetProps) {
  const { openData: words } = useMessages(openDataArea);
  const format = useFormat();
  const [newest, ...older] = data.months;
  const titleOf = ({ id }: OpenMonth) => words.monthTitle(format.month(Math.floor(id / 100), id % 100));
  return (
    <>
      {files ? (
        <div className="flex flex-wrap gap-3">
          <LinkButton to={files.results} icon={Download} reloadDocument>
            {words.files.results}
          </LinkButton>
          <LinkButton to={files.teams} icon={Download} variant="secondary" reloadDocument>
            {words.files.teams}
          </LinkButton>
          <LinkButton to={files.json} icon={Download} variant="secondary" reloadDocument>
            {words.files.json}
          </LinkButton>
        </div>
      ) : null}
      <p className="max-w-prose text-ink-soft">{licence}</p>
      {data.months.length === 0 ? <p>{words.noMonths}</p> : null}
      {newest ? (
        <Card title={titleOf(newest)}>
          <MonthFigures month={newest} />
        </Card>
      ) : null}
      {older.length > 0 ? (
        <div className="grid gap-3">
          {older.map((month) => (
            <Disclosure key={month.id} summary={titleOf(month)}>
              <MonthFigures month={month} />
            </Disclosure>
          ))}
        </div>
      ) : null}
      <DataTable
        caption={words.teamsOn(format.date(data.teamsOn))}
        rows={data.teams.map((team, index) => ({ ...team, index }))}
        rowKey={({ index }) => index}
        columns={[
          { key: "team", header: words.team, cell: ({ name }) => name },
          { key: "village", header: words.village, cell: ({ village }) => village ?? "" },
          {
            key: "members",
            header: words.members,
            isFigure: true,
            cell: ({ members }) => format.number(members),
          },
        ]}
      />
    </>
  );
}

function MonthFigures({ month }: { month: OpenMonth }) {
  const { openData: words } = useMessages(openDataArea);
  const format = useFormat();
  const { commune } = month;
  const pointsAlike = format.pointsAlike(month.villages.map(({ pointsHundredths }) => pointsHundredths));
  return (
    <>
      <p className="mb-4 text-ink-soft">
        {words.span(format.date(month.firstDay), format.date(month.lastDay))}{" "}
        {words.rules(month.rulesVersion)}
        {month.isTrial ? ` ${words.trial}` : ""} {words.root(shortRoot(month.sealSha256))}
      </p>
      <DescriptionList
        items={[
          { term: words.claims, value: format.number(commune.claims) },
          { term: words.visits, value: format.number(commune.visits) },
          { term: words.people, value: format.number(commune.people) },
          { term: words.households, value: format.number(commune.households) },
          { term: words.points, value: format.points(commune.pointsHundredths) },
          ...month.priorityGroups.map(({ group, people }) => ({
            term: words.groups[group],
            value: people === null ? words.tooFew : format.number(people),
          })),
        ]}
      />
      <div className="mt-5">
        <DataTable
          caption={words.byVillage}
          rows={month.villages}
          rowKey={({ name }) => name}
          columns={[
            { key: "village", header: words.village, cell: ({ name }) => name },
            { key: "claims", header: words.claims, isFigure: true, cell: (row) => format.number(row.claims) },
            { key: "visits", header: words.visits, isFigure: true, cell: (row) => format.number(row.visits) },
            { key: "people", header: words.people, isFigure: true, cell: (row) => format.number(row.people) },
            {
              key: "households",
              header: words.households,
              isFigure: true,
              cell: (row) => format.number(row.households),
            },
            {
              key: "points",
              header: words.points,
              isFigure: true,
              cell: (row) => pointsAlike(row.pointsHundredths),
            },
          ]}
        />
      </div>
    </>
  );
}
