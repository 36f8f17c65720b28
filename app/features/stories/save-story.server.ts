import {
  MOST_NAMED,
  MOST_PHOTOS,
  moveStory,
  namesOf,
  type StoryField,
  type StoryKind,
  type StoryState,
} from "#app/domain/stories/story.ts";
import type { StoryRefusal } from "#app/domain/stories/story-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findPeople, lockStory } from "./story-place.server.ts";

export interface StoryWish {
  /** Made before it is sent: sending twice is one story. */
  readonly id: string;
  readonly seenVersion: number | null;
  readonly kind: StoryKind;
  readonly field: StoryField;
  readonly movement: string | null;
  readonly title: string;
  readonly body: string;
  readonly videoLink: string | null;
  readonly people: string;
  /** In the order shown: those that stay, then those just sent. */
  readonly photos: readonly string[];
}

export type SaveRefusal =
  | Extract<
      StoryRefusal,
      {
        code:
          | "story_not_open"
          | "story_is_yours"
          | "story_changed"
          | "story_too_many_names"
          | "story_too_many_photos"
          | "story_link_malformed";
      }
    >
  | { readonly code: "not_permitted" };

type Act = RosterAct & { readonly actorId: string };

/** Begins a story or writes its next version; what was written before stays beside it. */
export function saveStory(
  caller: Caller,
  wish: StoryWish,
): Promise<Verdict<{ readonly version: number }, SaveRefusal>> {
  return inRoster(
    caller,
    "stories.save",
    async (tx, act): Promise<Verdict<{ readonly version: number }, SaveRefusal>> => {
      const names = namesOf(wish.people);
      if (names.length > MOST_NAMED) return refused({ code: "story_too_many_names", maximum: MOST_NAMED });
      if (wish.photos.length > MOST_PHOTOS)
        return refused({ code: "story_too_many_photos", maximum: MOST_PHOTOS });
      if (wish.videoLink !== null && !isAddress(wish.videoLink))
        return refused({ code: "story_link_malformed" });
      if (!(await areOwnPhotos(tx, act, wish))) return refused({ code: "not_permitted" });
      const before = await lockStory(tx, act.communeId, wish.id);
      const version = (before?.version ?? 0) + 1;
      if (before) {
        const isAuthor = before.authorId === act.actorId;
        const may = moveStory({ state: before.state as StoryState, isAuthor, isEditor: false }, "write");
        if (!may.ok) return may;
        // Sent a second time: what was kept the first time is the answer.
        if (wish.seenVersion === null && before.version === 1) return allowed({ version: 1 });
        if (wish.seenVersion !== before.version) return refused({ code: "story_changed" });
      } else {
        await begin(tx, act, wish.id);
      }
      await writeVersion(tx, act, wish, version);
      await listPeople(tx, act, wish.id, names);
      return allowed({ version });
    },
  );
}

export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text);
}

async function begin(tx: Tx, { communeId, actorId, now, today }: Act, id: string): Promise<void> {
  await tx.$executeRaw`
    insert into story (commune_id, id, author_id, member_id, team_id, village_id, state, version, created_at, changed_at)
    select ${communeId}, ${id}::uuid, ${actorId}::uuid, m.id, t.id, t.village_id, 'draft', 1, ${now}, ${now}
      from (select 1) as one
      left join member m on m.commune_id = ${communeId} and m.account_id = ${actorId}::uuid
      left join lateral (
        select t.id, t.village_id from membership s
          join team t on t.commune_id = s.commune_id and t.id = s.team_id
         where s.commune_id = m.commune_id and s.member_id = m.id and s.valid_from <= ${today}::date
           and (s.valid_to is null or s.valid_to >= ${today}::date)
         order by (t.village_id is null), s.valid_from, t.id limit 1) t on true
     limit 1`;
}

async function writeVersion(tx: Tx, act: Act, wish: StoryWish, version: number): Promise<void> {
  const { communeId, actorId, now, newId } = act;
  await tx.$executeRaw`
    insert into story_version (commune_id, story_id, version, kind, field, movement, title, body, video_link, photos,
                               written_by, written_at)
    values (${communeId}, ${wish.id}::uuid, ${version}, ${wish.kind}, ${wish.field}, ${wish.movement}, ${wish.title},
            ${wish.body}, ${wish.videoLink}, ${[...wish.photos]}::uuid[], ${actorId}::uuid, ${now})`;
  await tx.$executeRaw`
    update story set version = ${version}, changed_at = ${now}
     where commune_id = ${communeId} and id = ${wish.id}::uuid`;
  await tx.$executeRaw`
    insert into story_step (commune_id, id, story_id, act, version, reason, done_by, done_at)
    values (${communeId}, ${newId()}::uuid, ${wish.id}::uuid, 'write', ${version}, null, ${actorId}::uuid, ${now})`;
}

/** Who was named before and is again keeps the consent that was recorded. */
async function listPeople(
  tx: Tx,
  { communeId, newId }: Act,
  storyId: string,
  names: readonly string[],
): Promise<void> {
  const standing = await findPeople(tx, communeId, storyId);
  const fold = (name: string) => name.toLocaleLowerCase("vi");
  const wanted = new Set(names.map(fold));
  for (const { id, name } of standing) {
    if (wanted.has(fold(name))) continue;
    await tx.$executeRaw`
      update story_person set is_dropped = true where commune_id = ${communeId} and id = ${id}::uuid`;
  }
  const known = new Set(standing.map(({ name }) => fold(name)));
  for (const name of names) {
    if (known.has(fold(name))) continue;
    await tx.$executeRaw`
      insert into story_person (commune_id, id, story_id, name)
      values (${communeId}, ${newId()}::uuid, ${storyId}::uuid, ${name})`;
  }
}

/** Only pictures the author sent, or that stood in the story before. */
async function areOwnPhotos(tx: Tx, { communeId, actorId }: Act, { photos }: StoryWish): Promise<boolean> {
  if (photos.length === 0) return true;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct u.photo_id as id from photo_upload u
     where u.commune_id = ${communeId} and u.uploaded_by = ${actorId}::uuid
       and u.photo_id = any(${[...photos]}::uuid[])`;
  return rows.length === new Set(photos).size;
}
