import type { StoryCard, StoryProgress } from "#app/domain/stories/views.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findCards } from "./read-stories.server.ts";
import { readStoryProgress } from "./story-quota.server.ts";

export interface StoryDesk {
  readonly waiting: readonly StoryCard[];
  readonly published: readonly StoryCard[];
  readonly reuses: readonly {
    readonly storyId: string;
    readonly title: string;
    readonly teamName: string;
    readonly result: string;
  }[];
  readonly progress: StoryProgress;
}

/** What waits for an editor, what went out, and how far the month is. */
export async function readStoryDesk(caller: Caller): Promise<StoryDesk> {
  const scope = caller.scope("stories.read-desk");
  const communeId = onlyCommune(scope);
  const progress = await readStoryProgress(caller);
  return caller.platform.db.withCommunes(scope, async (tx) => ({
    progress,
    waiting: await findCards(tx, communeId, { states: ["submitted", "approved"], limit: 50 }),
    published: await findCards(tx, communeId, { states: ["published"], limit: 12 }),
    reuses: await tx.$queryRaw<StoryDesk["reuses"][number][]>`
      select d.story_id as "storyId", v.title, t.name as "teamName", d.result
        from story_adoption d
        join story s on s.commune_id = d.commune_id and s.id = d.story_id
        join story_version v on v.commune_id = s.commune_id and v.story_id = s.id and v.version = s.version
        join team t on t.commune_id = d.commune_id and t.id = d.team_id
       where d.commune_id = ${communeId} and d.state = 'done' order by d.done_on, d.id limit 50`,
  }));
}
