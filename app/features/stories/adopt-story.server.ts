import { can } from "#app/domain/access/can.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { AdoptionState } from "#app/domain/stories/story.ts";
import type { StoryRefusal } from "#app/domain/stories/story-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { lockStory } from "./story-place.server.ts";

type NotPermitted = { readonly code: "not_permitted" };

export interface AdoptionWish {
  readonly storyId: string;
  readonly id: string;
  readonly teamId: number;
  readonly promise: string;
  readonly dueOn: LocalDate;
}

/** Teams the caller leads or stands in for. */
export function ledTeams(caller: Pick<Caller, "actor" | "communeId" | "today">): number[] {
  const verdict = can(caller.actor, "story.adopt", null, caller.today);
  if (!verdict.ok) return [];
  return verdict.value.grants.flatMap(({ communeId, teamId }) =>
    communeId === caller.communeId && teamId !== null ? [teamId] : [],
  );
}

/** H03: "Áp dụng tại thôn tôi": a team takes over what another did, with a day. */
export function adoptStory(
  caller: Caller,
  { storyId, id, teamId, promise, dueOn }: AdoptionWish,
): Promise<
  Verdict<
    null,
    | Extract<
        StoryRefusal,
        { code: "story_not_open" | "story_due_in_past" | "story_taken_already" | "story_of_own_team" }
      >
    | NotPermitted
  >
> {
  return inRoster(caller, "stories.adopt", async (tx, { communeId, actorId, now, today }) => {
    const story = await lockStory(tx, communeId, storyId);
    if (!story || !ledTeams(caller).includes(teamId)) return refused({ code: "not_permitted" });
    if (story.state !== "published") return refused({ code: "story_not_open", state: story.state });
    if (story.teamId === teamId) return refused({ code: "story_of_own_team" });
    if (dueOn < today) return refused({ code: "story_due_in_past", today });
    const standing = await tx.$queryRaw<{ id: string }[]>`
      select id from story_adoption
       where commune_id = ${communeId} and story_id = ${storyId}::uuid and team_id = ${teamId} and state <> 'given_up'`;
    if (standing.some((each) => each.id === id)) return allowed(null);
    if (standing.length > 0) return refused({ code: "story_taken_already" });
    await tx.$executeRaw`
      insert into story_adoption (commune_id, id, story_id, team_id, promise, due_on, state, taken_by, taken_at)
      values (${communeId}, ${id}::uuid, ${storyId}::uuid, ${teamId}, ${promise}, ${dueOn}::date, 'taken',
              ${actorId}::uuid, ${now})`;
    return allowed(null);
  });
}

export interface LockedAdoption {
  readonly id: string;
  readonly storyId: string;
  readonly teamId: number;
  readonly state: AdoptionState;
  readonly takenBy: string;
  readonly reportedBy: string | null;
}

export async function lockAdoption(
  tx: Tx,
  communeId: number,
  adoptionId: string,
): Promise<LockedAdoption | null> {
  const [row] = await tx.$queryRaw<LockedAdoption[]>`
    select id, story_id as "storyId", team_id as "teamId", state, taken_by as "takenBy", reported_by as "reportedBy"
      from story_adoption where commune_id = ${communeId} and id = ${adoptionId}::uuid for update`;
  return row ?? null;
}

type ReportRefusal = Extract<StoryRefusal, { code: "story_adoption_state" }> | NotPermitted;

/** What came of it, told by the team that took it over. */
export function reportAdoption(
  caller: Caller,
  { adoptionId, result }: { readonly adoptionId: string; readonly result: string },
): Promise<Verdict<null, ReportRefusal>> {
  return inRoster(caller, "stories.report-adoption", async (tx, { communeId, actorId, today }) => {
    const adoption = await lockAdoption(tx, communeId, adoptionId);
    if (!adoption || !ledTeams(caller).includes(adoption.teamId)) return refused({ code: "not_permitted" });
    const { state } = adoption;
    if (state !== "taken" && state !== "done") return refused({ code: "story_adoption_state", state });
    await tx.$executeRaw`
      update story_adoption
         set state = 'done', result = ${result}, done_on = ${today}::date, reported_by = ${actorId}::uuid
       where commune_id = ${communeId} and id = ${adoptionId}::uuid`;
    return allowed(null);
  });
}

/** It does not fit here after all; the story may be taken over again later. */
export function giveUpAdoption(caller: Caller, adoptionId: string): Promise<Verdict<null, ReportRefusal>> {
  return inRoster(caller, "stories.give-up-adoption", async (tx, { communeId }) => {
    const adoption = await lockAdoption(tx, communeId, adoptionId);
    if (!adoption || !ledTeams(caller).includes(adoption.teamId)) return refused({ code: "not_permitted" });
    const { state } = adoption;
    if (state !== "taken" && state !== "done") return refused({ code: "story_adoption_state", state });
    await tx.$executeRaw`
      update story_adoption set state = 'given_up' where commune_id = ${communeId} and id = ${adoptionId}::uuid`;
    return allowed(null);
  });
}
