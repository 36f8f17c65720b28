import { can } from "#app/domain/access/can.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { InitiativeRefusal, InitiativeStage } from "#app/domain/initiatives/initiative.ts";
import type { DecideRefusal } from "#app/domain/points/decision.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import {
  type RegisterRefusal,
  writeRegisterClaim,
} from "#app/features/activity-log/write-register-claim.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { addBonus } from "#app/features/ledger/add-bonus.server.ts";

export const INITIATIVE_ACTIVITY = "initiative";

interface Unwritten {
  readonly stepId: string;
  readonly stage: InitiativeStage;
  readonly memberId: string;
  readonly title: string;
  readonly happenedOn: LocalDate;
  readonly link: string | null;
  readonly coauthors: readonly string[];
}

/**
 * The author's ordinary record of each stage that was reached, under the id of the step that recorded it. An office
 * that proposes earns nothing (H06). What dies in between is finished by asking again.
 */
export async function writeStageClaims(
  caller: Caller,
  initiativeId: string,
): Promise<Verdict<null, RegisterRefusal>> {
  const scope = caller.scope("initiatives.write-claims");
  const communeId = onlyCommune(scope);
  const { db, live } = caller.platform;
  const steps = await db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<Unwritten[]>`
    select t.id as "stepId", case t.act when 'pilot' then 'piloted' else 'recognised' end as stage,
           i.member_id as "memberId", i.title, t.happened_on::text as "happenedOn", t.evidence_link as link,
           array(select a.member_id::text from initiative_author a
                  where a.commune_id = i.commune_id and a.initiative_id = i.id order by a.member_id) as coauthors
      from initiative i
      join initiative_step t on t.commune_id = i.commune_id and t.initiative_id = i.id and t.act in ('pilot', 'recognise')
     where i.commune_id = ${communeId} and i.id = ${initiativeId}::uuid and i.member_id is not null
       and not exists (select from initiative_claim c
                        where c.commune_id = i.commune_id and c.initiative_id = i.id
                          and c.stage = case t.act when 'pilot' then 'piloted' else 'recognised' end)
     order by t.done_at`,
  );
  for (const { stepId, stage, memberId, title, happenedOn, link, coauthors } of steps) {
    const written = await writeRegisterClaim(caller, {
      id: stepId,
      memberId,
      activityKey: INITIATIVE_ACTIVITY,
      workDate: happenedOn,
      mode: "meeting",
      note: title,
      link,
      unit: { stage },
      helpers: coauthors,
    });
    if (!written.ok) return written;
    await db.withCommunes(scope, async (tx) => {
      await tx.$executeRaw`
        insert into initiative_claim (commune_id, initiative_id, stage, claim_id)
        select ${communeId}, ${initiativeId}::uuid, ${stage}, c.id from claim c
         where c.commune_id = ${communeId} and c.id = ${stepId}::uuid
        on conflict do nothing`;
      await live.touch(tx, `commune:${communeId}`);
    });
  }
  return allowed(null);
}

export type CreditRefusal = Extract<InitiativeRefusal, { code: "initiative_claim_waits" }> | DecideRefusal;

interface ToCredit {
  readonly stage: InitiativeStage;
  readonly claimId: string;
  readonly title: string;
  readonly teamId: number | null;
  readonly authorId: string;
  readonly replicas: number;
  readonly stepIds: readonly string[];
}

/** Replicas in other villages as a bonus of the author's record, by somebody with no part in that record. */
export async function creditReplicas(
  caller: Caller,
  initiativeId: string,
): Promise<Verdict<null, CreditRefusal>> {
  const scope = caller.scope("initiatives.credit-replicas");
  const communeId = onlyCommune(scope);
  const [found] = await caller.platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<ToCredit[]>`
    select c.stage, c.claim_id as "claimId", i.title, i.team_id as "teamId", i.author_id as "authorId", c.replicas,
           array(select t.id::text from initiative_step t
                  where t.commune_id = i.commune_id and t.initiative_id = i.id and t.act = 'replicate'
                  order by t.done_at, t.id) as "stepIds"
      from initiative i
      join initiative_claim c on c.commune_id = i.commune_id and c.initiative_id = i.id
     where i.commune_id = ${communeId} and i.id = ${initiativeId}::uuid
     order by (c.replicas > 0) desc, (c.stage = 'recognised') desc limit 1`,
  );
  if (!found || !mayCredit(caller, found.teamId)) return refused({ code: "not_permitted" });
  if (found.authorId === caller.person.accountId) return refused({ code: "not_permitted" });
  for (const decisionId of found.stepIds.slice(found.replicas)) {
    const booked = await addBonus(caller, {
      decisionId,
      claimId: found.claimId,
      bonus: "replica",
      reason: `Được nhân rộng ở nơi khác: ${found.title}`.slice(0, 300),
    });
    if (!booked.ok) return booked;
    if (booked.value === "waits") return refused({ code: "initiative_claim_waits" });
    await caller.platform.db.withCommunes(scope, async (tx) => {
      await tx.$executeRaw`
        update initiative_claim set replicas = replicas + 1
         where commune_id = ${communeId} and initiative_id = ${initiativeId}::uuid and stage = ${found.stage}`;
      await caller.platform.live.touch(tx, `commune:${communeId}`);
    });
  }
  return allowed(null);
}

/** The office, or whoever leads the author's team. */
export function mayCredit(
  { actor, communeId, today }: Pick<Caller, "actor" | "communeId" | "today">,
  teamId: number | null,
): boolean {
  if (communeId === null) return false;
  if (can(actor, "initiative.judge", { communeId }, today).ok) return true;
  const verdict = can(actor, "story.confirm", null, today);
  return verdict.ok && verdict.value.grants.some((grant) => grant.teamId !== null && grant.teamId === teamId);
}
