import type { CriteriaRefusal } from "#app/domain/year/criteria-refusals.ts";
import { makeFormat } from "../format.ts";
import type { SentencesOf } from "../rejections.ts";

const format = makeFormat("en");

export const criteriaRejections = {
  sheet_empty: () => "The sheet has no criterion yet.",
  sheet_does_not_add_up: ({ parts, sum, total }) => {
    const left = parts.map(({ maximum }) => format.points(maximum)).join(" + ");
    const by = format.points(Math.abs(total - sum));
    return `The maxima do not add up: ${left} = ${format.points(sum)}, ${format.points(total)} are needed. ${
      sum < total ? `${by} points are missing.` : `${by} points are too many.`
    } Bonus and deductions are not counted here.`;
  },
  sheet_total_impossible: ({ total }) =>
    `A total of ${format.points(total)} cannot be used. Usually it is 100.`,
  sheet_too_long: ({ most, count }) => `The sheet has ${count} criteria; at most ${most} are possible.`,
  sheet_key_twice: ({ key }) => `Two criteria have the code “${key}”.`,
  sheet_words_missing: () => "Something has no name yet.",
  sheet_maximum_impossible: ({ title }) =>
    `“${title}”: the maximum must be above 0, at most 100, with at most two decimals.`,
  sheet_formula_does_not_fit: ({ title }) => `“${title}”: this formula does not fit the figures it is given.`,
  sheet_figure_impossible: ({ title }) => `“${title}”: a figure cannot be used. Check the rates.`,
  sheet_vote_step_does_not_fit: ({ title, most }) =>
    `“${title}”: the maximum must be whole steps, and ${most} marks at most.`,
  cluster_without_name: ({ slot }) => `The cluster in line ${slot} has villages and no name.`,
  sheet_nature_by_vote: ({ title }) => `“${title}”: bonus and deduction need a document, not a vote.`,
  sheet_bands_do_not_fall: () => "The bands must fall, and the last must begin at 0.",
  sheet_last_band_guarded: ({ title }) => `The lowest band “${title}” can have no condition.`,
  sheet_quota_impossible: () => "The share that may be proposed must be above 0 and at most 100%.",
  sheet_tie_twice: () => "A rung of the tie ladder stands there twice.",
  sheet_village_in_two_clusters: () => "A village stands in two clusters.",
  criteria_nothing_drafted: () => "There is no draft any more. Reload the page.",
  criteria_already_drafted: () => "There is a draft already. Go on with it or drop it first.",
  criteria_waits_for_second: () =>
    "This draft waits to be adopted and cannot be changed. Take it back first.",
  criteria_not_asked: () => "Nobody has asked to adopt this draft yet.",
  criteria_second_person: () => "Whoever asked cannot adopt it. Another person is needed.",
  criteria_version_unknown: () => "This version was not found.",
  criteria_figure_unread: () => "Type a number with at most two decimals, such as 7.5.",
  criteria_table_unknown: () =>
    "No scoring sheet was found. The table needs a heading with “Tiêu chí” and “Điểm tối đa”.",
  criteria_table_too_long: ({ most }) => `The table is too long; at most ${most} rows.`,
} satisfies SentencesOf<CriteriaRefusal>;
