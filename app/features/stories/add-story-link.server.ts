import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { hasAddress, type StoryChannel } from "#app/domain/stories/story.ts";
import type { StoryRefusal } from "#app/domain/stories/story-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { isAddress } from "./save-story.server.ts";
import { isEditor, lockStory } from "./story-place.server.ts";

export interface LinkWish {
  readonly storyId: string;
  readonly id: string;
  readonly channel: StoryChannel;
  readonly link: string | null;
  readonly publishedOn: LocalDate;
}

export type LinkRefusal =
  | Extract<StoryRefusal, { code: "story_not_open" | "story_link_malformed" | "story_date_in_future" }>
  | { readonly code: "not_permitted" };

/** H10, H11, B10: one more place where the story went out, recorded by an editor. */
export function addStoryLink(
  caller: Caller,
  { storyId, id, channel, link, publishedOn }: LinkWish,
): Promise<Verdict<null, LinkRefusal>> {
  return inRoster(
    caller,
    "stories.add-link",
    async (tx, { communeId, actorId, now, today }): Promise<Verdict<null, LinkRefusal>> => {
      const story = await lockStory(tx, communeId, storyId);
      if (!story || !isEditor(caller)) return refused({ code: "not_permitted" });
      if (story.state !== "published") return refused({ code: "story_not_open", state: story.state });
      if (publishedOn > today) return refused({ code: "story_date_in_future", today });
      if (link === null ? hasAddress(channel) : !isAddress(link))
        return refused({ code: "story_link_malformed" });
      await tx.$executeRaw`
        insert into story_link (commune_id, id, story_id, channel, link, published_on, recorded_by, recorded_at)
        values (${communeId}, ${id}::uuid, ${storyId}::uuid, ${channel}, ${link}, ${publishedOn}::date,
                ${actorId}::uuid, ${now})
        on conflict do nothing`;
      return allowed(null);
    },
  );
}
