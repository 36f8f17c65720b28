import type { AwardList } from "#app/domain/awards/award-list.ts";
import type { AwardRefusal } from "#app/domain/awards/award-refusals.ts";
import { isOnList } from "#app/domain/awards/shortlist.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { makeFormat } from "#app/messages/format.ts";
import { yearAwards } from "#app/messages/vi/year-awards.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findAwardList } from "./find-award-list.server.ts";
import { type Act, type ProposeRefusal, writeProposal } from "./propose-award.server.ts";

type Refusal = ProposeRefusal | Extract<AwardRefusal, { code: "award_review_not_locked" }>;

/** A proposal for each village that stands on the list and has none; what they say, the office may say better. */
export async function proposeRanked(tx: Tx, act: Act, reviewId: string): Promise<Verdict<null, Refusal>> {
  const list = await findAwardList(tx, act.communeId, reviewId, act.today);
  if (list === null) return refused({ code: "award_review_not_locked" });
  const known = new Set(list.lines.map(({ proposal }) => proposal.recipient.key));
  for (const { rows, seats } of list.clusters) {
    for (const row of rows.filter(({ standing }) => isOnList(standing))) {
      if (known.has(`village:${row.villageId}`)) continue;
      const verdict = await writeProposal(tx, act, {
        form: draftOf(list, row, seats.villages, act.newId()),
        candidate: { category: "collective", modelId: null, initiativeId: null },
        source: { state: "proposed", proposedFrom: null, fileId: null },
      });
      if (!verdict.ok && verdict.code !== "award_achievement_used") return verdict;
    }
  }
  return allowed(null);
}

interface Row {
  readonly villageId: number;
  readonly name: string;
  readonly rank: number | null;
  readonly score: number;
}

/** What is kept and printed is Vietnamese, whatever language the officer reads. */
function draftOf({ review }: AwardList, { villageId, name, rank, score }: Row, count: number, id: string) {
  const { number, points } = makeFormat("vi");
  const { village, achievement } = yearAwards.draft;
  return {
    id,
    review: review.id,
    recipient: { kind: "village" as const, id: villageId },
    ...(review.kind === "annual"
      ? { basis: "merit" as const }
      : { basis: "movement" as const, theme: review.title.slice(0, 160) }),
    form: "commendation" as const,
    printedName: village(name),
    achievement: achievement(points(score), number(rank ?? 0), number(count), review.title),
    firstDay: review.firstDay,
    lastDay: review.lastDay,
  };
}
