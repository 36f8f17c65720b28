import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  type InitiativeRefusal,
  type InitiativeState,
  moveInitiative,
  type OfficeAct,
} from "#app/domain/initiatives/initiative.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface StepWish {
  readonly id: string;
  readonly initiativeId: string;
  readonly act: OfficeAct;
  readonly reason: string;
  readonly happenedOn: LocalDate;
  readonly villageId: number | null;
  readonly evidenceLink: string | null;
  readonly documentNumber: string | null;
  readonly documentDate: LocalDate | null;
}

export type StepRefusal =
  | Exclude<InitiativeRefusal, { code: "initiative_unit_missing" | "initiative_claim_waits" }>
  | { readonly code: "not_permitted" };

interface Standing {
  readonly authorId: string;
  readonly state: InitiativeState;
  readonly pilotVillageId: number | null;
}

/** H04: one recorded step of the office, by a person who is not the author, with a reason. */
export function takeStep(caller: Caller, wish: StepWish): Promise<Verdict<null, StepRefusal>> {
  return inRoster(caller, `initiatives.${wish.act}`, async (tx, act): Promise<Verdict<null, StepRefusal>> => {
    const { communeId, actorId } = act;
    const [standing] = await tx.$queryRaw<Standing[]>`
      select author_id as "authorId", state, pilot_village_id as "pilotVillageId" from initiative
       where commune_id = ${communeId} and id = ${wish.initiativeId}::uuid for update`;
    if (!standing || standing.state === "draft") return refused({ code: "not_permitted" });
    const [sent] = await tx.$queryRaw<{ id: string }[]>`
      select id from initiative_step
       where commune_id = ${communeId} and id = ${wish.id}::uuid and done_by = ${actorId}::uuid and act = ${wish.act}`;
    if (sent) return allowed(null);
    if (standing.authorId === actorId) return refused({ code: "initiative_is_yours" });
    const moved = moveInitiative(standing.state, wish.act);
    if (!moved.ok) return moved;
    const whole = await judgeStep(tx, act, wish, standing);
    if (!whole.ok) return whole;
    await write(tx, act, wish, moved.value);
    return allowed(null);
  });
}

async function judgeStep(
  tx: Tx,
  { communeId, today }: RosterAct,
  wish: StepWish,
  { pilotVillageId }: Standing,
): Promise<Verdict<null, StepRefusal>> {
  const { act, happenedOn, villageId, evidenceLink, documentNumber, documentDate } = wish;
  if (happenedOn > today || (documentDate !== null && documentDate > today))
    return refused({ code: "initiative_date_in_future", today });
  if (evidenceLink !== null && !/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(evidenceLink))
    return refused({ code: "initiative_link_malformed" });
  if (act === "recognise" && (documentNumber === null || documentDate === null))
    return refused({ code: "initiative_document_missing" });
  if (act !== "pilot" && act !== "replicate") return allowed(null);
  if (villageId === null) return refused({ code: "initiative_village_missing" });
  if ((await tx.village.count({ where: { communeId, id: villageId } })) === 0)
    return refused({ code: "not_permitted" });
  if (act === "pilot") return allowed(null);
  const known = await tx.initiativeStep.count({
    where: { communeId, initiativeId: wish.initiativeId, act: "replicate", villageId },
  });
  return known > 0 || villageId === pilotVillageId
    ? refused({ code: "initiative_replica_known" })
    : allowed(null);
}

async function write(
  tx: Tx,
  { communeId, actorId, now }: RosterAct & { readonly actorId: string },
  wish: StepWish,
  state: InitiativeState,
): Promise<void> {
  const isRecognition = wish.act === "recognise";
  const hasVillage = wish.act === "pilot" || wish.act === "replicate";
  await tx.$executeRaw`
    insert into initiative_step (commune_id, id, initiative_id, act, reason, village_id, evidence_link,
                                 document_number, document_date, done_by, done_at, happened_on)
    values (${communeId}, ${wish.id}::uuid, ${wish.initiativeId}::uuid, ${wish.act}, ${wish.reason},
            ${hasVillage ? wish.villageId : null}::int, ${wish.evidenceLink},
            ${isRecognition ? wish.documentNumber : null}, ${isRecognition ? wish.documentDate : null}::date,
            ${actorId}::uuid, ${now}, ${wish.happenedOn}::date)`;
  await tx.$executeRaw`
    update initiative
       set state = ${state}, changed_at = ${now},
           pilot_village_id = coalesce(${wish.act === "pilot" ? wish.villageId : null}::int, pilot_village_id)
     where commune_id = ${communeId} and id = ${wish.initiativeId}::uuid`;
}
