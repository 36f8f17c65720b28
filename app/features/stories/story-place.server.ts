import { can } from "#app/domain/access/can.ts";
import { agreed, type StoryState } from "#app/domain/stories/story.ts";
import type { StoryPerson } from "#app/domain/stories/views.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface LockedStory {
  readonly id: string;
  readonly authorId: string;
  readonly memberId: string | null;
  readonly teamId: number | null;
  readonly state: StoryState;
  readonly version: number;
  readonly title: string;
  readonly body: string;
}

/** A story held for one act on it, with its newest version. */
export async function lockStory(tx: Tx, communeId: number, storyId: string): Promise<LockedStory | null> {
  const [row] = await tx.$queryRaw<LockedStory[]>`
    select s.id, s.author_id as "authorId", s.member_id as "memberId", s.team_id as "teamId", s.state, s.version,
           v.title, v.body
      from story s
      join story_version v on v.commune_id = s.commune_id and v.story_id = s.id and v.version = s.version
     where s.commune_id = ${communeId} and s.id = ${storyId}::uuid for update of s`;
  return row ?? null;
}

export function isEditor(caller: Pick<Caller, "actor" | "communeId" | "today">): boolean {
  const { actor, communeId, today } = caller;
  return communeId !== null && can(actor, "story.edit", { communeId }, today).ok;
}

export async function findPeople(tx: Tx, communeId: number, storyId: string): Promise<StoryPerson[]> {
  return tx.$queryRaw<StoryPerson[]>`
    select id, name, asked_by as "askedBy", asked_on::text as "askedOn", withdrawn_on::text as "withdrawnOn"
      from story_person
     where commune_id = ${communeId} and story_id = ${storyId}::uuid and not is_dropped order by name, id`;
}

/** Whether strangers may read it: every name in it stands on a consent that nobody took back. */
export function mayBePublic(people: readonly StoryPerson[]): boolean {
  return people.every(agreed);
}
