import type { CriteriaSheet, VillageFacts } from "#app/domain/year/criteria-sheet.ts";
import type { VillageScore } from "#app/domain/year/working.ts";
import { yearCriteriaArea } from "#app/messages/vi/year-criteria.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { DataTable } from "../kit/data-table.tsx";
import { Pill } from "../kit/pill.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";
import { YEAR_PATHS } from "./year-paths.ts";

interface RankingTableProps {
  reviewId: string;
  villages: readonly VillageScore[];
  facts: readonly VillageFacts[];
  sheet: CriteriaSheet;
}

/** Every village with its place; villages of clusters are ranked among themselves and stand apart. */
export function RankingTable({ reviewId, villages, facts, sheet }: RankingTableProps) {
  const { yearReview: words, yearCriteria } = useMessages(yearReviewArea, yearCriteriaArea);
  const clusters = [
    ...sheet.clusters.map(({ key, title }) => ({ key, title })),
    { key: null, title: sheet.clusters.length === 0 ? words.ranking : yearCriteria.clusters.outside },
  ];
  const groups = clusters.flatMap(({ key, title }) => {
    const rows = villages.filter(({ cluster }) => cluster === key);
    return rows.length === 0 ? [] : [{ key, title, rows }];
  });
  return (
    <div className="grid gap-6">
      {groups.map(({ key, title, rows }) => (
        <OneRanking
          key={key ?? ""}
          caption={groups.length > 1 ? title : words.ranking}
          reviewId={reviewId}
          rows={rows}
          facts={facts}
          sheet={sheet}
          hidesCaption={groups.length === 1}
        />
      ))}
    </div>
  );
}

function OneRanking({
  caption,
  reviewId,
  rows,
  facts,
  sheet,
  hidesCaption,
}: Omit<RankingTableProps, "villages"> & {
  caption: string;
  rows: readonly VillageScore[];
  hidesCaption: boolean;
}) {
  const { yearReview: words, yearCriteria } = useMessages(yearReviewArea, yearCriteriaArea);
  const { Village } = useCapitalised();
  const format = useFormat();
  const titleOf = (key: string) => sheet.bands.find((band) => band.key === key)?.title ?? key;
  const criteria = sheet.groups.flatMap((group) => group.criteria);
  return (
    <DataTable
      caption={caption}
      hidesCaption={hidesCaption}
      rows={rows}
      rowKey={({ villageId }) => villageId}
      columns={[
        {
          key: "village",
          header: Village,
          cell: ({ villageId, name }) => {
            const fact = facts.find((each) => each.villageId === villageId);
            return (
              <>
                <TextLink to={YEAR_PATHS.village(reviewId, villageId)}>{name}</TextLink>
                {fact && fact.members > 0 ? (
                  <span className="block text-sm font-normal text-ink-soft">
                    {words.women(format.number(fact.women), format.number(fact.members))}
                  </span>
                ) : null}
              </>
            );
          },
        },
        {
          key: "rank",
          header: words.rank,
          isFigure: true,
          cell: ({ rank }) => (rank === null ? <Pill>{words.notRanked}</Pill> : format.number(rank)),
        },
        ...(sheet.clusters.length === 0
          ? []
          : [
              {
                key: "rankOfAll",
                header: yearCriteria.clusters.ofAll,
                isFigure: true,
                cell: ({ rankOfAll }: VillageScore) => (rankOfAll == null ? "–" : format.number(rankOfAll)),
              },
            ]),
        {
          key: "score",
          header: words.score,
          isFigure: true,
          cell: ({ score }) => <strong>{format.number(score / 100, 2)}</strong>,
        },
        {
          key: "band",
          header: words.band,
          cell: ({ band, bandByScore, criteria: scored }) => (
            <>
              {titleOf(band)}
              {band === bandByScore ? null : (
                <span className="block text-sm text-ink-soft">{words.bandHeld(titleOf(bandByScore))}</span>
              )}
              <Missing
                titles={scored
                  .filter(({ state, hasGap }) => state === "no_data" || hasGap)
                  .map(({ key }) => criteria.find((each) => each.key === key)?.title ?? key)}
              />
            </>
          ),
        },
      ]}
    />
  );
}

/** Missing is not zero: which criteria have no figure is said beside the score. */
function Missing({ titles }: { titles: readonly string[] }) {
  const { yearReview: words } = useMessages(yearReviewArea);
  if (titles.length === 0) return null;
  return (
    <span className="block text-sm text-ink-soft">
      {words.sheet.noData}: {titles.join(", ")}
    </span>
  );
}

function useCapitalised() {
  const { village } = useTerms();
  return { Village: `${village.charAt(0).toUpperCase()}${village.slice(1)}` };
}
