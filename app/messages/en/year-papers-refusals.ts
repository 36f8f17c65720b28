import type { YearPaperRefusal } from "#app/domain/year-papers/year-paper-views.ts";
import type { SentencesOf } from "../rejections.ts";

export const yearPaperRejections = {
  year_paper_no_nominees: () => "The list is empty, so this paper cannot be drawn up yet.",
  year_paper_no_council: () => "The council has not met yet, so there are no minutes.",
  year_paper_needs_decision: () => "Write number and day of the decision: a sheet of merit must bear both.",
  year_paper_unknown: () => "No paper bears this code.",
  year_paper_proposal_gone: () => "This proposal is no longer on the list. Load the page again.",
  year_paper_emblem_not_picture: () => "Choose a PNG or JPEG picture, not a PDF.",
} satisfies SentencesOf<YearPaperRefusal>;
