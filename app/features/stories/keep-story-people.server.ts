import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { StoryRefusal } from "#app/domain/stories/story-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { isEditor, lockStory } from "./story-place.server.ts";

type NotPermitted = { readonly code: "not_permitted" };

export interface ConsentWish {
  readonly storyId: string;
  readonly personId: string;
  /** Who asked them. */
  readonly askedBy: string;
  readonly askedOn: LocalDate;
}

/** Somebody named said yes: who asked, and when. By the author or an editor, before or after it is sent in. */
export function recordStoryConsent(
  caller: Caller,
  { storyId, personId, askedBy, askedOn }: ConsentWish,
): Promise<Verdict<null, Extract<StoryRefusal, { code: "story_date_in_future" }> | NotPermitted>> {
  return inRoster(caller, "stories.record-consent", async (tx, { communeId, actorId, today }) => {
    const story = await lockStory(tx, communeId, storyId);
    if (!story || !(story.authorId === actorId || isEditor(caller)))
      return refused({ code: "not_permitted" });
    if (askedOn > today) return refused({ code: "story_date_in_future", today });
    const written = await tx.$executeRaw`
      update story_person
         set asked_by = ${askedBy}, asked_on = ${askedOn}::date, recorded_by = ${actorId}::uuid, withdrawn_on = null
       where commune_id = ${communeId} and story_id = ${storyId}::uuid and id = ${personId}::uuid and not is_dropped`;
    return written === 0 ? refused({ code: "not_permitted" }) : allowed(null);
  });
}

/** Taken back: from this moment strangers do not read the story. */
export function withdrawStoryConsent(
  caller: Caller,
  { storyId, personId }: Pick<ConsentWish, "storyId" | "personId">,
): Promise<Verdict<null, NotPermitted>> {
  return inRoster(caller, "stories.withdraw-consent", async (tx, { communeId, actorId, today }) => {
    const story = await lockStory(tx, communeId, storyId);
    if (!story || !(story.authorId === actorId || isEditor(caller)))
      return refused({ code: "not_permitted" });
    const written = await tx.$executeRaw`
      update story_person set withdrawn_on = ${today}::date
       where commune_id = ${communeId} and story_id = ${storyId}::uuid and id = ${personId}::uuid
         and asked_on is not null and not is_dropped`;
    return written === 0 ? refused({ code: "not_permitted" }) : allowed(null);
  });
}
