import { findUnlisted, judgeNames, moveStory, type StoryAct } from "#app/domain/stories/story.ts";
import type { StoryRefusal } from "#app/domain/stories/story-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findPeople, isEditor, type LockedStory, lockStory } from "./story-place.server.ts";

export interface StoryMove {
  readonly storyId: string;
  /** Of the step, made before it is sent. */
  readonly id: string;
  readonly act: Exclude<StoryAct, "write">;
  /** The version that was read: nobody approves what was written a moment later. */
  readonly version: number;
  readonly reason: string | null;
}

export type MoveRefusal =
  | Extract<
      StoryRefusal,
      {
        code:
          | "story_not_open"
          | "story_is_yours"
          | "story_changed"
          | "story_names_without_consent"
          | "story_names_not_listed";
      }
    >
  | { readonly code: "not_permitted" };

type Act = RosterAct & { readonly actorId: string };

/** One step of a story: sent in by its author, sent back, approved, published or taken down by an editor. */
export function moveStoryOn(caller: Caller, move: StoryMove): Promise<Verdict<null, MoveRefusal>> {
  return inRoster(caller, `stories.${move.act}`, async (tx, act): Promise<Verdict<null, MoveRefusal>> => {
    const story = await lockStory(tx, act.communeId, move.storyId);
    if (!story) return refused({ code: "not_permitted" });
    const step = await findStep(tx, act.communeId, move.id);
    if (step) return isSame(step, act, move) ? allowed(null) : refused({ code: "story_changed" });
    const isAuthor = story.authorId === act.actorId;
    const verdict = moveStory({ state: story.state, isAuthor, isEditor: isEditor(caller) }, move.act);
    if (!verdict.ok) return verdict;
    if (story.version !== move.version) return refused({ code: "story_changed" });
    const names = await judgeWholeStory(tx, act, story, move.act);
    if (!names.ok) return names;
    await write(tx, act, story, move, verdict.value);
    return allowed(null);
  });
}

interface Step {
  readonly storyId: string;
  readonly act: string;
  readonly doneBy: string;
}

async function findStep(tx: Tx, communeId: number, id: string): Promise<Step | null> {
  const [step] = await tx.$queryRaw<Step[]>`
    select story_id as "storyId", act, done_by as "doneBy" from story_step
     where commune_id = ${communeId} and id = ${id}::uuid`;
  return step ?? null;
}

/** Pressed twice, it is one step. All buttons of a page send the same id: another of them was pressed on an old page. */
function isSame(step: Step, { actorId }: Act, { storyId, act }: StoryMove): boolean {
  return step.storyId === storyId && step.act === act && step.doneBy === actorId;
}

async function judgeWholeStory(
  tx: Tx,
  { communeId, actorId }: Act,
  story: LockedStory,
  act: StoryMove["act"],
): Promise<Verdict<null, MoveRefusal>> {
  if (act !== "submit" && act !== "publish") return allowed(null);
  const people = await findPeople(tx, communeId, story.id);
  const roster = await tx.$queryRaw<{ name: string }[]>`
    select full_name as name from member
     where commune_id = ${communeId} and erased_at is null
       and account_id is distinct from ${story.authorId}::uuid and account_id is distinct from ${actorId}::uuid`;
  const unlisted = findUnlisted(
    `${story.title}\n${story.body}`,
    roster.map(({ name }) => name),
    people.map(({ name }) => name),
  );
  if (unlisted.length > 0) return refused({ code: "story_names_not_listed", names: unlisted });
  return act === "publish" ? judgeNames(people) : allowed(null);
}

async function write(
  tx: Tx,
  { communeId, actorId, now, today }: Act,
  story: LockedStory,
  { id, act, reason }: StoryMove,
  state: string,
): Promise<void> {
  await tx.$executeRaw`
    insert into story_step (commune_id, id, story_id, act, version, reason, done_by, done_at)
    values (${communeId}, ${id}::uuid, ${story.id}::uuid, ${act}, ${story.version}, ${reason}, ${actorId}::uuid, ${now})`;
  await tx.$executeRaw`
    update story
       set state = ${state}, changed_at = ${now},
           approved_by = case ${act} when 'approve' then ${actorId}::uuid when 'return' then null else approved_by end,
           published_by = case ${act} when 'publish' then ${actorId}::uuid else published_by end,
           published_on = case ${act} when 'publish' then ${today}::date else published_on end,
           published_at = case ${act} when 'publish' then ${now}::timestamptz else published_at end
     where commune_id = ${communeId} and id = ${story.id}::uuid`;
}
