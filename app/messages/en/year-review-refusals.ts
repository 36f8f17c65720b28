import { partsOfMonthId } from "#app/domain/months/month.ts";
import type { ReviewRefusal } from "#app/domain/year/review-refusals.ts";
import { makeFormat } from "../format.ts";
import type { SentencesOf } from "../rejections.ts";

const format = makeFormat("en");

const monthName = (id: number) => {
  const { year, month } = partsOfMonthId(id);
  return format.month(year, month);
};

export const reviewRejections = {
  review_months_backwards: () => "The last month stands before the first.",
  review_too_long: ({ most }) => `A review has at most ${most} months.`,
  review_month_on_trial: ({ month }) =>
    `Not possible: ${monthName(month)} was on trial and enters no year. Begin with a later month.`,
  review_sheet_not_adopted: () => "This scoring sheet is not adopted yet.",
  review_of_year_known: ({ year, title }) => `${year} has its annual review already: "${title}".`,
  review_month_unsealed: ({ months }) =>
    `Cannot be locked: ${months.map(({ id }) => monthName(id)).join(", ")} not sealed yet.`,
  review_comments_run: ({ until }) => `Cannot be locked: villages may comment until ${format.date(until)}.`,
  review_words_unanswered: ({ count }) =>
    `${count} comments of villages wait for an answer. Answer them before the lock.`,
  review_locked: ({ by, at }) =>
    `${by} locked the result, ${format.moment(at)}. It can no longer be changed.`,
  review_scores_nobody: () => "Cannot be locked: nobody has points to be ranked by.",
  review_criterion_not_told: () => "This criterion is counted by itself and takes no points by hand.",
  review_points_over_maximum: ({ maximum }) => `At most ${format.points(maximum)} points.`,
  review_points_malformed: () => "Write points as 2 or 2.5.",
  review_share_malformed: () => "Write a percentage from 0.01 to 100, such as 90 or 92.5.",
  review_village_not_known: ({ code: _ }, { village }) => `There is no such ${village}.`,
  review_not_confirmed: () => "Tick the box before you lock.",
} satisfies SentencesOf<ReviewRefusal>;
