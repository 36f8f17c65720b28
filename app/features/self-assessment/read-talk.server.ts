import type { SheetWord, TalkReview, VillageTalk } from "#app/domain/self-assessment/sheet-talk.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { countReview, findReviews } from "#app/features/year/find-review.server.ts";
import { findLockedResult } from "#app/features/year/read-locked-result.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type FoundReview, findSheetWords, findTalkReviews } from "./find-talk.server.ts";
import { ledVillages } from "./led-villages.ts";

interface OwnTalk {
  readonly review: TalkReview;
  readonly villageId: number;
  readonly villageName: string;
  readonly said: number;
  readonly waiting: number;
}

/** Where a leader may speak or did: each review of the own villages whose window was announced, the newest first. */
export function readOwnTalks(caller: Caller): Promise<OwnTalk[]> {
  const scope = caller.scope("self-assessment.read-own");
  const communeId = onlyCommune(scope);
  const led = ledVillages(caller);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const reviews = (await findTalkReviews(tx, communeId, caller.today)).filter(
      ({ stand, firstDay }) => stand !== "not_announced" && firstDay !== null,
    );
    const villages = (await findVillages(tx, communeId)).filter(({ id }) => led.includes(id));
    const talks: OwnTalk[] = [];
    for (const review of reviews) {
      const words = await findSheetWords(tx, communeId, review.id, {
        villageId: null,
        readerId: caller.person.accountId,
      });
      for (const village of villages) {
        const own = words.filter(({ villageId }) => villageId === village.id);
        talks.push({
          review: bare(review),
          villageId: village.id,
          villageName: village.name,
          said: own.length,
          waiting: own.filter(({ answer }) => answer === null).length,
        });
      }
    }
    return talks;
  });
}

/** A village's own sheet with everything that was said on it; null for another's village. */
export function readVillageTalk(
  caller: Caller,
  reviewId: string,
  villageId: number,
): Promise<VillageTalk | null> {
  const scope = caller.scope("self-assessment.read-village");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    if (!ledVillages(caller).includes(villageId)) return null;
    const [review] = await findTalkReviews(tx, communeId, caller.today, reviewId);
    const village = (await findVillages(tx, communeId)).find(({ id }) => id === villageId);
    if (!review || !village || review.stand === "not_announced") return null;
    const words = await findSheetWords(tx, communeId, reviewId, {
      villageId,
      readerId: caller.person.accountId,
    });
    const scored = (await scoresOf(tx, communeId, review.id, caller.now)).find(
      (each) => each.villageId === villageId,
    );
    const pointsOf = (key: string) => {
      const found = scored?.criteria.find((each) => each.key === key);
      if (!found) return "no_data";
      return found.state === "scored" ? found.shown : found.state;
    };
    return {
      review: bare(review),
      score: scored?.score ?? null,
      villageId,
      villageName: village.name,
      groups: review.sheet.groups.map(({ key, title, criteria }) => ({
        key,
        title,
        criteria: criteria.map((criterion) => ({
          key: criterion.key,
          title: criterion.title,
          explanation: criterion.explanation,
          maximum: criterion.maximum,
          nature: criterion.nature,
          points: pointsOf(criterion.key),
          words: words.filter((word) => word.criterion === criterion.key),
        })),
      })),
    };
  });
}

/** As it was locked; before that, as the registers have it now. */
async function scoresOf(tx: Tx, communeId: number, reviewId: string, now: Date) {
  const locked = await findLockedResult(tx, communeId, reviewId);
  if (locked) return locked.result.villages;
  const [head] = await findReviews(tx, communeId, reviewId);
  return head ? (await countReview(tx, communeId, head, now)).villages : [];
}

interface OfficeTalk {
  readonly review: TalkReview;
  readonly words: readonly SheetWord[];
  readonly criteria: readonly { readonly key: string; readonly title: string; readonly maximum: number }[];
  /** Villages that said nothing: silence is told apart from agreement. */
  readonly silent: readonly string[];
}

/** Everything that was said of a review, for the office; null where there is no such review. */
export function readOfficeTalk(caller: Caller, reviewId: string): Promise<OfficeTalk | null> {
  const scope = caller.scope("self-assessment.read-office");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const [review] = await findTalkReviews(tx, communeId, caller.today, reviewId);
    if (!review) return null;
    const words = await findSheetWords(tx, communeId, reviewId, {
      villageId: null,
      readerId: caller.person.accountId,
    });
    const spoke = new Set(words.map(({ villageId }) => villageId));
    const villages = await findVillages(tx, communeId);
    return {
      review: bare(review),
      words,
      criteria: review.sheet.groups.flatMap(({ criteria }) =>
        criteria.map(({ key, title, maximum }) => ({ key, title, maximum })),
      ),
      silent: villages.filter(({ id }) => !spoke.has(id)).map(({ name }) => name),
    };
  });
}

function bare({ sheet: _, ...review }: FoundReview): TalkReview {
  return review;
}
