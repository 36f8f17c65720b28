import type { ReportQuality } from "#app/domain/reports/report.ts";
import type { FaceLine, FaceWork, ReportFace } from "#app/domain/reports/report-face.ts";
import { isWithoutSupport, type SupportSummary } from "#app/domain/support/views.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Card } from "../kit/card.tsx";
import { DataTable } from "../kit/data-table.tsx";
import { DescriptionList } from "../kit/description-list.tsx";
import { StatTile } from "../kit/stat-tile.tsx";
import { useFigureColumn } from "../kit/use-figure-column.ts";
import { useFormat, useMessages } from "../language.tsx";

/** The figures most asked for: what a leader looks at before the two sentences. */
export function ReportTiles({ face }: { face: ReportFace }) {
  const { reports: words } = useMessages(reportsArea);
  const format = useFormat();
  const { work, measures, roster, before, figures } = face;
  const asked = measures?.peopleAsked ?? null;
  const people = measures?.people ?? work?.proficient;
  const moment = format.moment(figures.readAt);
  return (
    <>
      <p className="text-ink-soft">
        {face.sha256 !== null
          ? words.figuresSent(moment)
          : figures.isFrozen
            ? words.figuresFrozen(moment)
            : words.figuresLive(moment)}{" "}
        {figures.isTrial ? words.trial : null}
      </p>
      <div className="pairs-on-phone grid gap-3 lg:grid-cols-4">
        {work ? (
          <>
            <StatTile
              label={words.people}
              value={people === undefined ? undefined : format.number(people)}
              missing={words.noData}
              note={asked === null ? beforeOf(before?.proficient) : words.peopleOf(format.number(asked))}
            />
            <StatTile
              label={words.visits}
              value={format.number(work.visits)}
              note={beforeOf(before?.visits)}
            />
            <StatTile
              label={words.households}
              value={format.number(work.households)}
              note={beforeOf(before?.households)}
            />
          </>
        ) : null}
        <StatTile
          label={words.members}
          value={format.number(roster.members)}
          note={roster.active === null ? null : words.active(format.number(roster.active))}
        />
      </div>
    </>
  );

  function beforeOf(count: number | undefined) {
    return count === undefined ? null : words.before(format.number(count));
  }
}

/** Everything else the report will print. */
export function ReportDetails({ face }: { face: ReportFace }) {
  const { reports: words } = useMessages(reportsArea);
  const format = useFormat();
  const { work, campaign, village } = face;
  return (
    <>
      {village ? <VillageCard line={village} /> : null}
      {work ? <PillarCard work={work} /> : null}
      {campaign ? (
        <Card title={words.campaign}>
          <DescriptionList
            items={[
              { term: words.turns, value: format.number(campaign.turns) },
              { term: words.visits, value: format.number(campaign.visits) },
              { term: words.dossiers, value: format.number(campaign.dossiers) },
              { term: words.signaturesMade, value: format.number(campaign.signaturesMade) },
              { term: words.signaturesUsed, value: format.number(campaign.signaturesUsed) },
            ]}
          />
        </Card>
      ) : null}
      {work && work.contributions.length > 0 ? <ContributionCard work={work} /> : null}
      {face.support && !isWithoutSupport(face.support) ? <SupportCard support={face.support} /> : null}
      {face.quality ? (
        <Card title={words.quality}>
          <p>
            <QualityText quality={face.quality} />
          </p>
        </Card>
      ) : null}
    </>
  );
}

/** J11: what a village's head sees before the report goes: all its teams together. */
function VillageCard({ line }: { line: FaceLine }) {
  const { reports: words } = useMessages(reportsArea);
  const format = useFormat();
  const { households, householdsOf } = line.measures;
  return (
    <Card title={words.village(line.name)}>
      <p className="mb-2 text-ink-soft">{words.villageHint}</p>
      <DescriptionList
        items={[
          { term: words.people, value: format.number(line.proficient) },
          { term: words.visits, value: format.number(line.visits) },
          {
            term: words.households,
            value:
              households === null || householdsOf === null
                ? words.noData
                : `${format.number(households)} ${words.householdsOf(format.number(householdsOf))}`,
          },
        ]}
      />
    </Card>
  );
}

function PillarCard({ work }: { work: FaceWork }) {
  const { reports: words } = useMessages(reportsArea);
  const format = useFormat();
  const figureColumn = useFigureColumn();
  const { project06 } = work;
  return (
    <Card title={words.pillarsTitle}>
      <DataTable
        hidesCaption
        caption={words.pillarsTitle}
        rows={work.pillars}
        rowKey={({ pillar }) => pillar}
        empty={<p>{words.noData}</p>}
        columns={[
          { key: "pillar", header: words.pillar, cell: ({ pillar }) => words.pillars[pillar] },
          figureColumn("claims", words.claims),
          figureColumn("visits", words.visits),
          figureColumn("people", words.knownPeople),
        ]}
      />
      {project06.claims > 0 ? (
        <p className="mt-3 text-ink-soft">
          {words.project06(format.number(project06.claims), format.number(project06.visits))}
        </p>
      ) : null}
    </Card>
  );
}

function ContributionCard({ work }: { work: FaceWork }) {
  const { reports: words } = useMessages(reportsArea);
  const figureColumn = useFigureColumn();
  return (
    <Card title={words.contributions}>
      <DataTable
        hidesCaption
        caption={words.contributions}
        rows={work.contributions}
        rowKey={({ kind }) => kind}
        columns={[
          { key: "kind", header: words.contributor, cell: ({ kind }) => words.kinds[kind] },
          figureColumn("members", words.membersShort),
          figureColumn("turns", words.turnsShort),
          figureColumn("visits", words.visits),
        ]}
      />
    </Card>
  );
}

function SupportCard({ support }: { support: SupportSummary }) {
  const { reports: words } = useMessages(reportsArea);
  const format = useFormat();
  const given = (["money", "equipment", "place"] as const).flatMap((kind) => {
    const { count, valueDong } = support.contributions[kind];
    return count === 0
      ? []
      : [{ term: words.supportKinds[kind], value: words.supportLine(format.number(valueDong), count) }];
  });
  return (
    <Card title={words.support}>
      <DescriptionList
        items={[
          ...given,
          { term: words.supportPartners, value: format.number(support.partners) },
          { term: words.supportApproved, value: words.dong(format.number(support.approvedDong)) },
        ]}
      />
    </Card>
  );
}

function QualityText({ quality }: { quality: ReportQuality }) {
  const { reports: words } = useMessages(reportsArea);
  const format = useFormat();
  const { agrees, differs, rateBasisPoints } = quality;
  return (
    <>
      {words.qualityOf(format.number(agrees), format.number(agrees + differs))}
      {rateBasisPoints === null ? words.qualityFew : words.qualityRate(format.percent(rateBasisPoints))}
    </>
  );
}

/** J04: every village of the consolidated report, with the figures and ranks of the boards. */
export function VillageTable({ lines }: { lines: readonly FaceLine[] }) {
  const { reports: words } = useMessages(reportsArea);
  const format = useFormat();
  const figureColumn = useFigureColumn();
  const figure = (value: number | null) => (value === null ? words.noData : format.number(value));
  return (
    <Card title={words.byVillage}>
      <DataTable
        hidesCaption
        caption={words.byVillage}
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", header: words.villageColumn, cell: ({ name }) => name },
          { key: "rank", header: words.rank, isFigure: true, cell: ({ measures }) => figure(measures.rank) },
          {
            key: "people",
            header: words.people,
            isFigure: true,
            cell: ({ proficient, measures }) =>
              measures.peopleAsked === null
                ? format.number(proficient)
                : `${format.number(proficient)}/${format.number(measures.peopleAsked)}`,
          },
          figureColumn("visits", words.visits),
          {
            key: "households",
            header: words.households,
            isFigure: true,
            cell: ({ measures: { households, householdsOf } }) =>
              households === null || householdsOf === null
                ? words.noData
                : `${format.number(households)}/${format.number(householdsOf)}`,
          },
          {
            key: "report",
            header: words.reportColumn,
            isFigure: true,
            cell: ({ sent, asked }) => (asked === 0 ? words.noData : words.sentOf(sent, asked)),
          },
        ]}
      />
    </Card>
  );
}
