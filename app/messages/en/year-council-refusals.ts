import type { CouncilRefusal } from "#app/domain/council/council-refusals.ts";
import type { SentencesOf } from "../rejections.ts";

export const councilRejections = {
  council_share_not_possible: () => "This share cannot be reached. Write it like 2/3, 1/2 or 80/100.",
  council_share_too_small: () => "The share must be a half or more.",
  council_chair_taken: ({ name }) => `${name} chairs the council now. End that term first.`,
  council_account_taken: ({ name }) => `This account is ${name}'s on the council.`,
  council_term_ends_too_early: () => "The last day must not be before the first.",
  council_empty: () => "The council has no members yet. Enter them before it meets.",
  council_without_chair: () => "The council has no chair. Enter one before it meets.",
  council_review_not_locked: () => "The review is not locked. The council meets on a locked result.",
  council_session_closed: () => "The session has ended and takes nothing more.",
  council_paper_missing: () => "Write who holds the proxy and its number, or the number of the opinion.",
  council_round_runs: () => "A round of votes is open. Close it first.",
  council_round_closed: () => "This round of votes has ended.",
  council_quorum_missing: ({ counted, needed }) =>
    `No quorum: ${counted} counted, ${needed} needed. There is no vote yet.`,
  council_nobody_to_vote_on: () => "Choose at least one proposal to vote on.",
  council_not_proposed: ({ name }) => `“${name}” is no longer proposed. Load the page again and choose anew.`,
  council_secret_not_possible: ({ names }) =>
    `No secret vote on devices: ${names} cannot vote by an own account. Use ballots on paper.`,
  council_no_vote_here: () => "You have no vote in this round.",
  council_voted_already: () => "Your ballot is in the box and cannot be changed.",
  council_vote_incomplete: ({ name }) => `Nothing is chosen for “${name}”.`,
  council_nobody_voted: () => "Nobody has voted yet.",
  council_paper_does_not_add_up: ({ name, valid }) =>
    `There are more votes on “${name}” than the ${valid} valid ballots. Count again.`,
  council_more_ballots_than_voters: ({ voters }) =>
    `Only ${voters} people vote. Check the number of ballots.`,
  mark_no_seat: () => "You do not sit on the council today, so you give no mark.",
  mark_own_village: ({ village }) => `You work for ${village}, so you do not mark it.`,
  mark_not_on_scale: ({ maximum, step }) =>
    `Choose a mark from 0 to ${maximum / 100} in steps of ${step === 50 ? "half a point" : "a point"}.`,
  mark_by_own_account: ({ name }) => `${name} marks with an own account.`,
  council_not_tied: () => "Nobody is tied for the last place in this round.",
  council_chair_side_wrong: ({ places }) => `Choose exactly ${places} of those who are tied.`,
} satisfies SentencesOf<CouncilRefusal>;
