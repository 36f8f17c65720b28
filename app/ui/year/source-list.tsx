import ClipboardList from "lucide-react/icons/clipboard-list";
import type { ReactNode } from "react";
import { parseReportPeriod } from "#app/domain/reports/report-period.ts";
import type { SourceClaim, Sources } from "#app/domain/year/sources.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { EmptyState } from "../kit/empty-state.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { usePeriodName } from "../reports/use-period-name.ts";
import { useExact } from "./use-exact.ts";

/** The rows behind one figure, each leading to its record; photographs stand beside it. */
export function SourceList({ sources }: { sources: Sources }) {
  switch (sources.kind) {
    case "claims":
      return <Claims claims={sources.claims} />;
    case "households":
      return <Households sources={sources} />;
    case "looks":
      return <Looks sources={sources} />;
    case "reports":
      return <Reports sources={sources} />;
    case "sessions":
      return <Sessions sources={sources} />;
    case "deeds":
      return <Deeds sources={sources} />;
    case "campaigns":
      return <Campaigns sources={sources} />;
    case "rates":
      return <Rates sources={sources} />;
  }
}

type Of<Kind extends Sources["kind"]> = { sources: Extract<Sources, { kind: Kind }> };

function Rows<Row>({
  rows,
  rowKey,
  columns,
}: {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  columns: readonly [Column<Row>, ...Column<Row>[]];
}) {
  const { sources: words } = useMessages(yearReviewArea).yearReview;
  return (
    <DataTable
      caption={words.work}
      hidesCaption
      rows={rows}
      rowKey={rowKey}
      columns={columns}
      empty={
        <EmptyState icon={ClipboardList} title={words.none}>
          {words.noneBody}
        </EmptyState>
      }
    />
  );
}

function ClaimCell({ claim }: { claim: SourceClaim }) {
  const format = useFormat();
  return (
    <>
      <TextLink to={`/viec/${claim.id}`}>{claim.activity}</TextLink>
      <span className="block font-normal text-ink-soft">
        {claim.member}, {format.date(claim.day)}
      </span>
    </>
  );
}

function Photos({ claim }: { claim: SourceClaim }) {
  const { sources: words } = useMessages(yearReviewArea).yearReview;
  if (claim.photos.length === 0) return <span className="text-ink-soft">{words.noPhotos}</span>;
  return (
    <ul className="flex flex-wrap gap-2">
      {claim.photos.map((photo, index) => (
        <li key={photo}>
          <a href={`/anh/${photo}`} className="block">
            <img
              src={`/anh/${photo}?co=nho`}
              alt={words.photo(index + 1)}
              width={64}
              height={64}
              loading="lazy"
              className="size-16 rounded-md border border-line bg-sunken object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Claims({ claims }: { claims: readonly SourceClaim[] }) {
  const { sources: words } = useMessages(yearReviewArea).yearReview;
  const format = useFormat();
  return (
    <Rows
      rows={claims}
      rowKey={({ id }) => id}
      columns={[
        { key: "work", header: words.work, cell: (claim) => <ClaimCell claim={claim} /> },
        { key: "people", header: words.people, isFigure: true, cell: ({ people }) => format.number(people) },
        { key: "photos", header: words.photos, cell: (claim) => <Photos claim={claim} /> },
      ]}
    />
  );
}

function Households({ sources }: Of<"households">) {
  const { sources: words } = useMessages(yearReviewArea).yearReview;
  return (
    <Rows
      rows={sources.households}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "household",
          header: words.household,
          cell: ({ code, lane }): ReactNode => (lane === null ? code : `${code}, ${words.lane(lane)}`),
        },
        { key: "work", header: words.firstWork, cell: ({ claim }) => <ClaimCell claim={claim} /> },
        { key: "photos", header: words.photos, cell: ({ claim }) => <Photos claim={claim} /> },
      ]}
    />
  );
}

function Looks({ sources }: Of<"looks">) {
  const { sources: words } = useMessages(yearReviewArea).yearReview;
  return (
    <Rows
      rows={sources.looks}
      rowKey={({ claim }) => claim.id}
      columns={[
        { key: "work", header: words.work, cell: ({ claim }) => <ClaimCell claim={claim} /> },
        {
          key: "verdict",
          header: words.verdict,
          cell: ({ verdict, facts }) => (
            <>
              {words.verdicts[verdict]}
              {facts ? <span className="block text-ink-soft">{facts}</span> : null}
            </>
          ),
        },
        { key: "photos", header: words.photos, cell: ({ claim }) => <Photos claim={claim} /> },
      ]}
    />
  );
}

function Reports({ sources }: Of<"reports">) {
  const { sources: words } = useMessages(yearReviewArea).yearReview;
  const format = useFormat();
  const nameOf = usePeriodName();
  const periodName = (key: string) => {
    const span = parseReportPeriod(key);
    return span === null || span.kind === "range" ? key : nameOf(span);
  };
  return (
    <Rows
      rows={sources.reports}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "report",
          header: words.report,
          cell: ({ id, team, fact }) => (
            <>
              <TextLink to={`/van-phong/bao-cao/ban/${id}`}>{periodName(fact.periodKey)}</TextLink>
              <span className="block font-normal text-ink-soft">{team}</span>
            </>
          ),
        },
        { key: "due", header: words.due, cell: ({ fact }) => format.date(fact.dueOn) },
        {
          key: "late",
          header: words.daysLate,
          cell: ({ fact: { daysLate } }) => {
            if (daysLate === null) return words.notSent;
            return daysLate === 0 ? words.onTime : words.late(daysLate);
          },
        },
      ]}
    />
  );
}

function Sessions({ sources }: Of<"sessions">) {
  const { sources: words } = useMessages(yearReviewArea).yearReview;
  const format = useFormat();
  return (
    <Rows
      rows={sources.sessions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "session",
          header: words.session,
          cell: ({ id, title }) => <TextLink to={`/van-phong/tap-huan/buoi/${id}`}>{title}</TextLink>,
        },
        { key: "day", header: words.day, cell: ({ day }) => format.date(day) },
        {
          key: "present",
          header: words.present,
          isFigure: true,
          cell: ({ present }) => format.number(present),
        },
      ]}
    />
  );
}

function Deeds({ sources }: Of<"deeds">) {
  const { sources: words, deeds } = useMessages(yearReviewArea).yearReview;
  const format = useFormat();
  return (
    <Rows
      rows={sources.deeds}
      rowKey={({ key, id }) => `${key}/${id}`}
      columns={[
        {
          key: "deed",
          header: words.deed,
          cell: ({ key, id, title }) => (
            <>
              <TextLink to={key === "story" ? `/chuyen/${id}` : `/sang-kien/${id}`}>{title}</TextLink>
              <span className="block font-normal text-ink-soft">{deeds[key]}</span>
            </>
          ),
        },
        { key: "day", header: words.day, cell: ({ day }) => format.date(day) },
      ]}
    />
  );
}

function Campaigns({ sources }: Of<"campaigns">) {
  const { sources: words } = useMessages(yearReviewArea).yearReview;
  const format = useFormat();
  return (
    <Rows
      rows={sources.campaigns}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "campaign",
          header: words.campaign,
          cell: ({ id, name }) => <TextLink to={`/van-phong/dot/${id}`}>{name}</TextLink>,
        },
        {
          key: "reached",
          header: words.reached,
          isFigure: true,
          cell: ({ reached }) => format.number(reached),
        },
        { key: "took", header: words.tookPart, cell: ({ tookPart }) => (tookPart ? words.yes : words.no) },
      ]}
    />
  );
}

function Rates({ sources }: Of<"rates">) {
  const { sheet: words, sources: say, rates: names } = useMessages(yearReviewArea).yearReview;
  const format = useFormat();
  const exact = useExact();
  const shown = (counts: { readonly part: number; readonly whole: number } | null) =>
    counts === null
      ? words.noData
      : `${format.number(counts.part)}/${format.number(counts.whole)} = ${exact.percent(`${counts.part}/${counts.whole}`)}`;
  return (
    <>
      <Rows
        rows={sources.rates}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "rate",
            header: words.rate,
            cell: ({ key }) => names.names[key as keyof typeof names.names] ?? key,
          },
          { key: "start", header: words.start, isFigure: true, cell: ({ start }) => shown(start) },
          { key: "end", header: words.end, isFigure: true, cell: ({ end }) => shown(end) },
          { key: "asked", header: words.target, isFigure: true, cell: ({ asked }) => format.percent(asked) },
        ]}
      />
      <p className="mt-4">
        <TextLink to="/van-phong/khao-sat">{say.wholeList}</TextLink>
      </p>
    </>
  );
}
