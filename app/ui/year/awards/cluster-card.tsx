import type { ShortlistOfCluster, ShortlistRow, Standing } from "#app/domain/awards/shortlist.ts";
import { capitalised } from "#app/messages/terms.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { Card } from "../../kit/card.tsx";
import { DataTable } from "../../kit/data-table.tsx";
import { Disclosure } from "../../kit/disclosure.tsx";
import { Notice } from "../../kit/notice.tsx";
import { Pill, type Tone } from "../../kit/pill.tsx";
import { TextLink } from "../../kit/text-link.tsx";
import { useFormat, useMessages, useTerms } from "../../language.tsx";
import { YEAR_PATHS } from "../year-paths.ts";

const TONES: Readonly<Record<Standing, Tone>> = {
  in: "accent",
  chosen: "accent",
  brought_in: "gold",
  passed_over: "gold",
  tie: "gold",
  out: "neutral",
  not_chosen: "neutral",
  excluded: "danger",
};

interface ClusterCardProps {
  cluster: ShortlistOfCluster;
  /** Of the cluster; null where there is one ranking. */
  title: string | null;
  reviewId: string;
}

/** The ranking as the quota reads it: how many places, who stands where, who shares the last place. */
export function ClusterCard({ cluster, title, reviewId }: ClusterCardProps) {
  const { yearAwards } = useMessages(yearAwardsArea);
  const { list: words } = yearAwards;
  const { number, percent, points } = useFormat();
  const terms = useTerms();
  const { seats, listed, rows, boundary } = cluster;
  const beyond = rows.filter(({ standing }) => standing === "out");
  const near = beyond.length > FOLDED_FROM ? rows.filter(({ standing }) => standing !== "out") : rows;
  const open = seats.seats - listed;
  return (
    <Card title={title === null ? words.ranking : words.cluster(title)}>
      <div className="mb-4 grid gap-2">
        <p>
          {words.seats(
            percent(seats.quotaBasisPoints),
            number(seats.villages),
            terms.village,
            points(seats.exact / 100),
            number(seats.seats),
          )}
        </p>
        <p className="font-bold">
          {words.listed(number(listed), number(seats.seats))}
          {open < 0 ? `. ${words.over(number(-open))}` : null}
          {open > 0 ? `. ${words.under(number(open))}` : null}
        </p>
      </div>
      {boundary ? <BoundaryNotice cluster={cluster} /> : null}
      <Standings rows={near} reviewId={reviewId} showsWomen={boundary !== null} />
      {near.length < rows.length ? (
        <div className="mt-4">
          <Disclosure summary={words.beyond(number(beyond.length), terms.village)}>
            <Standings rows={beyond} reviewId={reviewId} showsWomen={boundary !== null} />
          </Disclosure>
        </div>
      ) : null}
    </Card>
  );
}

/** Whoever has no place is folded away once there are this many of them. */
const FOLDED_FROM = 3;

interface StandingsProps {
  rows: readonly ShortlistRow[];
  reviewId: string;
  showsWomen: boolean;
}

function Standings({ rows, reviewId, showsWomen }: StandingsProps) {
  const { list: words } = useMessages(yearAwardsArea).yearAwards;
  const { number } = useFormat();
  const terms = useTerms();
  return (
    <DataTable<ShortlistRow>
      caption={words.ranking}
      hidesCaption
      rows={rows}
      rowKey={({ villageId }) => villageId}
      columns={[
        {
          key: "village",
          header: capitalised(terms.village),
          cell: ({ villageId, name }) => (
            <TextLink to={YEAR_PATHS.village(reviewId, villageId)}>{name}</TextLink>
          ),
        },
        {
          key: "rank",
          header: words.rank,
          isFigure: true,
          cell: ({ rank }) => (rank === null ? words.noRank : number(rank)),
        },
        {
          key: "score",
          header: words.score,
          isFigure: true,
          cell: ({ score, band }) => (
            <>
              {number(score / 100, 2)}
              <span className="block font-normal text-ink-soft">{band}</span>
            </>
          ),
        },
        ...(showsWomen
          ? [
              {
                key: "women",
                header: words.women,
                isFigure: true,
                cell: ({ women, members }: ShortlistRow) => words.womenOf(number(women), number(members)),
              },
            ]
          : []),
        {
          key: "standing",
          header: words.standing,
          cell: ({ standing, exclusion }) => (
            <>
              <Pill tone={TONES[standing]}>{words.standings[standing]}</Pill>
              {exclusion ? (
                <span className="mt-1 block break-words text-sm">
                  {`${words.excludedBy[exclusion.by]}: ${words.excluded(exclusion.reason, exclusion.document)}`}
                </span>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}

function BoundaryNotice({ cluster: { boundary, rows } }: { cluster: ShortlistOfCluster }) {
  const { yearAwards } = useMessages(yearAwardsArea);
  const { list: words } = yearAwards;
  const { number } = useFormat();
  if (boundary === null) return null;
  const { tied, rank, seatsLeft, preferred, isAgainstPreference } = boundary;
  const names = rows.filter(({ villageId }) => preferred.includes(villageId)).map(({ name }) => name);
  return (
    <div className="mb-4">
      <Notice tone="warning" title={words.tieTitle(number(tied.length), number(rank), number(seatsLeft))}>
        <p>{words.tieBody}</p>
        <p>{names.length === 0 ? words.noPreference : words.preference(names.join(", "))}</p>
        {isAgainstPreference ? <p className="font-bold">{words.against}</p> : null}
      </Notice>
    </div>
  );
}
