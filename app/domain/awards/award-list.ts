import type { LocalDate } from "../calendar/local-date.ts";
import type { ReviewKind } from "../year/review-result.ts";
import { isListed, type ProposalView, type RecipientKey } from "./award.ts";
import { type DepartureView, departureCounts } from "./departure.ts";
import { checkFairList, type FairList } from "./fair-list.ts";
import { type HoldView, isHolding } from "./hold.ts";
import { type MoneyOfList, moneyOfList } from "./money.ts";
import { type Contender, isOnList, makeShortlist, type ShortlistOfCluster } from "./shortlist.ts";

/** A line of the list of a review: whether it counts, and what hinders it. */
export interface AwardLine {
  readonly proposal: ProposalView;
  /** "off_list": a village that neither the ranking nor an agreed departure brings onto the list. */
  readonly hindrance: "held" | "off_list" | null;
  readonly hold: HoldView | null;
  readonly perMille: number;
  readonly dong: number;
  /** A higher title of the same list is paid instead. */
  readonly isCovered: boolean;
}

/** All that a list of a locked review says: one reading for the office's screen, the council and every paper. */
export interface AwardList {
  readonly review: {
    readonly id: string;
    readonly kind: ReviewKind;
    readonly year: number;
    readonly title: string;
    readonly firstDay: LocalDate;
    readonly lastDay: LocalDate;
  };
  readonly clusters: readonly ShortlistOfCluster[];
  /** What the sheet calls each cluster, by its key. */
  readonly clusterTitles: Readonly<Record<string, string>>;
  readonly departures: readonly DepartureView[];
  /** Those the office proposes; a hindered line is printed apart, with its reason. */
  readonly lines: readonly AwardLine[];
  /** Sent by teams, declined, taken back, revoked. */
  readonly others: readonly ProposalView[];
  readonly fair: FairList;
  /** Of the lines that count, if it were decided on that day. */
  readonly money: Pick<MoneyOfList, "base" | "totalDong"> & { readonly day: LocalDate };
}

export interface AwardListFacts {
  readonly review: AwardList["review"];
  readonly contenders: readonly Contender[];
  readonly clusterTitles: AwardList["clusterTitles"];
  readonly quotaBasisPoints: number;
  readonly departures: readonly DepartureView[];
  readonly proposals: readonly ProposalView[];
  readonly holds: readonly HoldView[];
  /** Of which village each team is: what holds a team holds its village. */
  readonly villageOfTeam: ReadonlyMap<number, number>;
  readonly day: LocalDate;
}

export function makeAwardList(facts: AwardListFacts): AwardList {
  const { review, departures, proposals, day } = facts;
  const holdOf = standingHolds(facts);
  const contenders = facts.contenders.map((village) => {
    const hold = holdOf.get(`village:${village.villageId}`);
    const { exclusion } = village;
    return exclusion === null && hold
      ? { ...village, exclusion: { by: "hold" as const, reason: hold.reason, document: hold.document } }
      : village;
  });
  const counted = departures.map((each) => ({ ...each, counts: departureCounts(each) }));
  const clusters = makeShortlist(contenders, facts.quotaBasisPoints, counted);
  const onList = new Set(
    clusters.flatMap(({ rows }) =>
      rows.filter(({ standing }) => isOnList(standing)).map(({ villageId }) => `village:${villageId}`),
    ),
  );
  const standing = proposals.filter(({ state }) => isListed(state));
  const hindered = standing.map((proposal) => {
    const { kind, key } = proposal.recipient;
    const hold = holdOf.get(key) ?? null;
    const isOff = kind === "village" && proposal.category === "collective" && !onList.has(key);
    return { proposal, hold, hindrance: hold ? ("held" as const) : isOff ? ("off_list" as const) : null };
  });
  const ranked = inRankOrder(hindered, clusters);
  const counting = ranked.filter(({ hindrance }) => hindrance === null).map(({ proposal }) => proposal);
  const money = moneyOfList(counting.map(moneyLineOf), day);
  const paid = new Map(money.lines.map((line) => [line.id, line]));
  return {
    review,
    clusters,
    clusterTitles: facts.clusterTitles,
    departures,
    lines: ranked.map((line) => {
      const { perMille = 0, dong = 0, isCovered = false } = paid.get(line.proposal.id) ?? {};
      return { ...line, perMille, dong, isCovered };
    }),
    others: proposals.filter(({ state }) => !isListed(state)),
    fair: checkFairList(counting.map(fairLineOf), facts.contenders.length),
    money: { base: money.base, totalDong: money.totalDong, day },
  };
}

/** Villages in the order of the ranking; all others stay as lists print them. */
function inRankOrder<Line extends { readonly proposal: ProposalView }>(
  lines: readonly Line[],
  clusters: readonly ShortlistOfCluster[],
): Line[] {
  const rows = clusters.flatMap((cluster) => cluster.rows);
  const places = new Map(rows.map(({ villageId }, index) => [`village:${villageId}`, index]));
  const placeOf = ({ proposal: { recipient } }: Line) => places.get(recipient.key) ?? rows.length;
  const isCollective = ({ proposal }: Line) => proposal.category === "collective";
  const collectives = lines.filter(isCollective).sort((left, right) => placeOf(left) - placeOf(right));
  return [...collectives, ...lines.filter((line) => !isCollective(line))];
}

function standingHolds({ holds, villageOfTeam, day }: AwardListFacts): Map<RecipientKey, HoldView> {
  const found = new Map<RecipientKey, HoldView>();
  for (const hold of holds.filter((each) => isHolding(each, day))) {
    found.set(hold.recipient, hold);
    const [kind, id] = hold.recipient.split(":");
    const villageId = kind === "team" ? villageOfTeam.get(Number(id)) : undefined;
    const village = `village:${villageId}`;
    if (villageId !== undefined && !found.has(village)) found.set(village, hold);
  }
  return found;
}

export function moneyLineOf({ id, recipient, form }: ProposalView) {
  return { id, recipient: recipient.key, kind: recipient.kind, form };
}

export function fairLineOf({ recipient }: ProposalView) {
  const { kind, isLeader, sex, unions, villageId } = recipient;
  return { isPerson: kind === "member", isLeader, sex, unions, villageId };
}
