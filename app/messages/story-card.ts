import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { CommuneKind } from "#app/domain/roster/commune.ts";
import type { StoryKind } from "#app/domain/stories/story.ts";
import { makeFormat } from "./format.ts";
import { officialName } from "./official-names.ts";
import { capitalised } from "./terms.ts";
import { stories } from "./vi/stories.ts";

/** What is written on a picture of a story: it goes out of the house, so it speaks the commune's language. */
export interface StoryCardWords {
  placeOf(kind: CommuneKind, name: string): string;
  underTitle(kind: StoryKind, village: string | null): string;
  footOf(publishedOn: LocalDate): string;
}

const format = makeFormat("vi");

export const storyCardWords: StoryCardWords = {
  placeOf: (kind, name) => capitalised(officialName(kind, name)),
  underTitle: (kind, village) => [stories.kinds[kind], ...(village === null ? [] : [village])].join(" · "),
  footOf: (publishedOn) => `Thi đua số · ${stories.one.published(format.date(publishedOn))}`,
};
