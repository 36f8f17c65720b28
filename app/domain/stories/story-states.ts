/** Where a story stands between its author and the pages. */
export type StoryState = "draft" | "submitted" | "needs_changes" | "approved" | "published" | "removed";

/** Of a story that another team took over. */
export type AdoptionState = "taken" | "done" | "confirmed" | "given_up";
