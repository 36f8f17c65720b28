import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { PUBLIC_STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import {
  type RegisterRefusal,
  writeRegisterClaim,
} from "#app/features/activity-log/write-register-claim.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { isAddress } from "./save-story.server.ts";
import { isEditor } from "./story-place.server.ts";

export const STORY_ACTIVITY = "story";

interface Published {
  readonly memberId: string | null;
  readonly publishedOn: LocalDate;
  readonly title: string;
  readonly link: string | null;
  readonly claimId: string | null;
}

/**
 * The author's ordinary record of a published story, under the story's own id. An office that writes earns nothing.
 * What dies in between is finished by asking again.
 */
export async function creditAuthor(caller: Caller, storyId: string): Promise<Verdict<null, RegisterRefusal>> {
  if (!isEditor(caller)) return refused({ code: "not_permitted" });
  const scope = caller.scope("stories.credit-author");
  const communeId = onlyCommune(scope);
  const story = await caller.platform.db.withCommunes(scope, async (tx) => {
    const [row] = await tx.$queryRaw<Published[]>`
      select s.member_id as "memberId", s.published_on::text as "publishedOn", v.title, s.claim_id as "claimId",
             (select l.link from story_link l
               where l.commune_id = s.commune_id and l.story_id = s.id and l.link is not null
               order by l.published_on, l.id limit 1) as link
        from story s
        join story_version v on v.commune_id = s.commune_id and v.story_id = s.id and v.version = s.version
       where s.commune_id = ${communeId} and s.id = ${storyId}::uuid and s.state = 'published'`;
    return row ?? null;
  });
  if (!story) return refused({ code: "not_permitted" });
  const { memberId, publishedOn: workDate, title, link } = story;
  if (memberId === null || story.claimId !== null) return allowed(null);
  const own = `${caller.platform.config.publicOrigins[0]}${PUBLIC_STORY_PATHS.one(communeId, storyId)}`;
  const written = await writeRegisterClaim(caller, {
    id: storyId,
    memberId,
    activityKey: STORY_ACTIVITY,
    workDate,
    mode: "online_group",
    note: title,
    link: link ?? (isAddress(own) ? own : null),
    unit: {},
    helpers: [],
  });
  if (!written.ok) return written;
  await caller.platform.db.withCommunes(scope, async (tx) => {
    await tx.$executeRaw`
      update story set claim_id = c.id from claim c
       where story.commune_id = ${communeId} and story.id = ${storyId}::uuid and story.claim_id is null
         and c.commune_id = story.commune_id and c.id = story.id and c.member_id = story.member_id`;
    await caller.platform.live.touch(tx, `commune:${communeId}`);
  });
  return allowed(null);
}
