import type { StoryRefusal } from "#app/domain/stories/story-refusals.ts";
import type { SentencesOf } from "../rejections.ts";

const STATES = {
  draft: "is still a draft",
  submitted: "waits for an editor",
  needs_changes: "waits for its author to change it",
  approved: "is approved",
  published: "is published",
  removed: "was taken down",
} as const;

const ADOPTIONS = {
  taken: "is under way",
  done: "has a result that waits to be confirmed",
  confirmed: "is confirmed",
  given_up: "was given up",
} as const;

export const storiesRefusals = {
  story_not_open: ({ state }) => `This story ${STATES[state]}; that step is not open.`,
  story_is_yours: () => "You wrote this story. Somebody else approves, publishes and confirms.",
  story_changed: () =>
    "The story was changed elsewhere just now. Open the page again to see the newest text.",
  story_names_without_consent: ({ names }) =>
    `Not yet agreed to by: ${names.join(", ")}. Ask each of them and record it, or take the name out.`,
  story_names_not_listed: ({ names }) =>
    `The text names ${names.join(", ")}. List them under “People named” so that they can be asked.`,
  story_too_many_names: ({ maximum }) => `Name at most ${maximum} people in one story.`,
  story_too_many_photos: ({ maximum }) => `At most ${maximum} pictures in one story.`,
  story_link_malformed: () => "An address begins with https://, such as https://langso.dx.gov.vn/story.",
  story_date_in_future: ({ today }) => `That day has not come yet. Today is ${today}.`,
  story_due_in_past: ({ today }) => `That day has passed. Today is ${today}.`,
  story_taken_already: () => "Your team has taken this story over already.",
  story_of_own_team: () => "This is your own team's story. Another team may take it over.",
  story_adoption_state: ({ state }) => `This reuse ${ADOPTIONS[state]}.`,
  story_adoption_yours: () => "You took it over or told its result. Somebody else confirms it.",
  story_claim_waits: () =>
    "The author's own record still waits for the team leader. Confirm this reuse once it is verified.",
} satisfies SentencesOf<StoryRefusal>;
