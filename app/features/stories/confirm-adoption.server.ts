import { can } from "#app/domain/access/can.ts";
import type { DecideRefusal } from "#app/domain/points/decision.ts";
import type { StoryRefusal } from "#app/domain/stories/story-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { addBonus } from "#app/features/ledger/add-bonus.server.ts";
import { lockAdoption } from "./adopt-story.server.ts";
import { lockStory } from "./story-place.server.ts";

export type ConfirmRefusal =
  | Extract<
      StoryRefusal,
      { code: "story_adoption_state" | "story_adoption_yours" | "story_is_yours" | "story_claim_waits" }
    >
  | DecideRefusal;

/**
 * H03: somebody who neither wrote the story nor took it over says that it was done there. Books first, under the
 * adoption's own id, and is written down then; whatever dies in between is finished by confirming again.
 */
export async function confirmAdoption(
  caller: Caller,
  adoptionId: string,
): Promise<Verdict<null, ConfirmRefusal>> {
  const scope = caller.scope("stories.confirm-adoption");
  const communeId = onlyCommune(scope);
  const found = await caller.platform.db.withCommunes(scope, (tx) =>
    findConfirmable(tx, caller, communeId, adoptionId),
  );
  if (!found.ok) return found;
  if (found.value === "confirmed") return allowed(null);
  const { claimId, title } = found.value;
  const booked =
    claimId === null
      ? allowed("does_not_count" as const)
      : await addBonus(caller, { decisionId: adoptionId, claimId, bonus: "reuse", reason: reasonOf(title) });
  if (!booked.ok) return booked;
  if (booked.value === "waits") return refused({ code: "story_claim_waits" });
  await caller.platform.db.withCommunes(scope, async (tx) => {
    await tx.$executeRaw`
      update story_adoption
         set state = 'confirmed', confirmed_by = ${caller.person.accountId}::uuid, confirmed_at = ${caller.now},
             is_credited = ${booked.value === "booked"}
       where commune_id = ${communeId} and id = ${adoptionId}::uuid and state = 'done'`;
    await caller.platform.live.touch(tx, `commune:${communeId}`);
  });
  return allowed(null);
}

function reasonOf(title: string): string {
  return `Được áp dụng ở nơi khác: ${title}`.slice(0, 300);
}

async function findConfirmable(
  tx: Parameters<typeof lockStory>[0],
  caller: Caller,
  communeId: number,
  adoptionId: string,
): Promise<
  Verdict<{ readonly claimId: string | null; readonly title: string } | "confirmed", ConfirmRefusal>
> {
  const { accountId } = caller.person;
  const adoption = await lockAdoption(tx, communeId, adoptionId);
  const story = adoption ? await lockStory(tx, communeId, adoption.storyId) : null;
  if (!adoption || !story) return refused({ code: "not_permitted" });
  const isOffice = can(caller.actor, "story.edit", { communeId }, caller.today).ok;
  const here = can(caller.actor, "story.confirm", null, caller.today);
  const isHere =
    here.ok &&
    here.value.grants.some((grant) => grant.communeId === communeId && grant.teamId === story.teamId);
  if (!isOffice && !isHere) return refused({ code: "not_permitted" });
  if (adoption.state === "confirmed") return allowed("confirmed" as const);
  if (adoption.state !== "done") return refused({ code: "story_adoption_state", state: adoption.state });
  if (adoption.takenBy === accountId || adoption.reportedBy === accountId)
    return refused({ code: "story_adoption_yours" });
  if (story.authorId === accountId) return refused({ code: "story_is_yours" });
  const [row] = await tx.$queryRaw<{ claimId: string | null }[]>`
    select claim_id as "claimId" from story where commune_id = ${communeId} and id = ${story.id}::uuid`;
  return allowed({ claimId: row?.claimId ?? null, title: story.title });
}
