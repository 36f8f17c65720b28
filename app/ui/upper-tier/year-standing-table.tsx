import type { Coverage } from "#app/domain/upper-tier/coverage.ts";
import type { YearStanding } from "#app/domain/upper-tier/year-standing.ts";
import { capitalised } from "#app/messages/terms.ts";
import { upperTierYearArea } from "#app/messages/vi/upper-tier-year.ts";
import { DataTable } from "../kit/data-table.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface Row {
  readonly commune: { readonly communeId: number; readonly name: string };
  readonly standing: YearStanding | null;
}

/** What locked years came to, commune by commune. What is not there is said, and never a zero. */
export function YearStandingTable({ caption, standings }: { caption: string; standings: readonly Row[] }) {
  const { upperTierYear: words } = useMessages(upperTierYearArea);
  const format = useFormat();
  const missing = <span className="text-ink-soft">{words.noFigures}</span>;
  const notYet = <span className="text-ink-soft">–</span>;
  const shareOf = (pick: (standing: YearStanding) => Coverage) => (row: Row) => {
    if (row.standing === null) return notYet;
    const share = pick(row.standing).basisPoints;
    return share === null ? missing : format.percent(share);
  };
  return (
    <DataTable
      caption={caption}
      rows={standings}
      rowKey={({ commune }) => commune.communeId}
      columns={[
        { key: "commune", header: words.commune, cell: ({ commune }) => capitalised(commune.name) },
        {
          key: "state",
          header: words.state,
          cell: ({ standing }) =>
            standing === null ? (
              <Pill>{words.notLocked}</Pill>
            ) : (
              <Pill tone={standing.isPublished ? "accent" : "gold"}>
                {standing.isPublished ? words.published : words.locked}
              </Pill>
            ),
        },
        {
          key: "villages",
          header: words.villages,
          isFigure: true,
          cell: ({ standing }) =>
            standing === null
              ? notYet
              : words.villagesOf(format.number(standing.ranked), format.number(standing.villages)),
        },
        {
          key: "scores",
          header: words.scores,
          isFigure: true,
          cell: ({ standing }) =>
            standing === null
              ? notYet
              : standing.highest === null || standing.median === null || standing.lowest === null
                ? missing
                : words.scoresOf(
                    format.points(standing.highest),
                    format.points(standing.median),
                    format.points(standing.lowest),
                  ),
        },
        {
          key: "households",
          header: words.households,
          isFigure: true,
          cell: shareOf(({ households }) => households),
        },
        { key: "spans", header: words.spans, isFigure: true, cell: shareOf(({ spans }) => spans) },
        {
          key: "bands",
          header: words.bands,
          cell: ({ standing }) =>
            standing === null ? (
              notYet
            ) : (
              <ul>
                {standing.bands.map(({ title, villages }) => (
                  <li key={title}>{words.bandOf(title, format.number(villages))}</li>
                ))}
              </ul>
            ),
        },
        {
          key: "sheet",
          header: words.sheet,
          cell: ({ standing }) =>
            standing === null ? notYet : (standing.sheet.document ?? standing.sheet.title),
        },
      ]}
    />
  );
}
