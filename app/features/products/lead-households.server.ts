import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { sightInVillage } from "#app/domain/households/label-sight.ts";
import type { Id } from "#app/domain/ids.ts";
import type { ProductRefusal } from "#app/domain/products/product.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { findHouseholdsForLogging } from "#app/features/households/read-households-for-logging.server.ts";
import { mayWithMarket } from "#app/features/market-register/market-places.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

type LinkRefusal = Extract<ProductRefusal, { code: "lead_is_led" | "lead_is_same" | "led_already" }>;
type NotPermitted = { readonly code: "not_permitted" };

/** C15: a household that goes before and takes others along. Marked twice it is marked once. */
export function markLead(
  caller: Caller,
  householdId: string,
): Promise<Verdict<null, LinkRefusal | NotPermitted>> {
  return inRoster(caller, "products.mark-lead", async (tx, { communeId, actorId, now, today }) => {
    const villageId = await lockStanding(tx, communeId, householdId);
    if (villageId === null || !mayWithMarket(caller, "market.keep", villageId))
      return refused({ code: "not_permitted" });
    const led = await tx.householdLink.count({ where: { communeId, ledId: householdId, endedOn: null } });
    if (led > 0) return refused({ code: "lead_is_led" });
    const row = { since: toDatabaseDay(today), endedOn: null, markedBy: actorId, markedAt: now };
    const lead = await tx.leadHousehold.findFirst({ where: { communeId, householdId } });
    if (!lead)
      await tx.leadHousehold.create({ data: { communeId, householdId, ...row }, select: { since: true } });
    else if (lead.endedOn !== null)
      await tx.leadHousehold.updateMany({ where: { communeId, householdId }, data: row });
    return allowed(null);
  });
}

/** It leads no more; nor do those it led follow it. */
export function unmarkLead(caller: Caller, householdId: string): Promise<Verdict<null, NotPermitted>> {
  return inRoster(caller, "products.unmark-lead", async (tx, { communeId, today }) => {
    const villageId = await lockStanding(tx, communeId, householdId);
    if (villageId === null || !mayWithMarket(caller, "market.keep", villageId))
      return refused({ code: "not_permitted" });
    const ended = { endedOn: toDatabaseDay(today) };
    await tx.leadHousehold.updateMany({ where: { communeId, householdId, endedOn: null }, data: ended });
    await tx.householdLink.updateMany({
      where: { communeId, leadId: householdId, endedOn: null },
      data: ended,
    });
    return allowed(null);
  });
}

export interface LinkWish {
  /** Made before it is sent. */
  readonly id: Id;
  readonly leadId: string;
  readonly ledId: string;
}

export function linkHouseholds(
  caller: Caller,
  { id, leadId, ledId }: LinkWish,
): Promise<Verdict<null, LinkRefusal | NotPermitted>> {
  return inRoster(caller, "products.link-households", async (tx, { communeId, actorId, now, today }) => {
    if (leadId === ledId) return refused({ code: "lead_is_same" });
    // In one order, so that two who link the same two wait for each other.
    const places: (number | null)[] = [];
    for (const each of [leadId, ledId].sort()) places.push(await lockStanding(tx, communeId, each));
    if (!places.every((place) => place !== null && mayWithMarket(caller, "market.keep", place)))
      return refused({ code: "not_permitted" });
    const sent = await tx.householdLink.findFirst({ where: { communeId, id } });
    if (sent)
      return sent.leadId === leadId && sent.ledId === ledId
        ? allowed(null)
        : refused({ code: "led_already" });
    const lead = await tx.leadHousehold.count({ where: { communeId, householdId: leadId, endedOn: null } });
    if (lead === 0) return refused({ code: "not_permitted" });
    if ((await tx.leadHousehold.count({ where: { communeId, householdId: ledId, endedOn: null } })) > 0)
      return refused({ code: "lead_is_led" });
    if ((await tx.householdLink.count({ where: { communeId, ledId, endedOn: null } })) > 0)
      return refused({ code: "led_already" });
    await tx.householdLink.createMany({
      data: [{ communeId, id, leadId, ledId, beganOn: toDatabaseDay(today), madeBy: actorId, madeAt: now }],
    });
    return allowed(null);
  });
}

async function lockStanding(tx: Tx, communeId: number, householdId: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ villageId: number }[]>`
    select village_id as "villageId" from household
     where commune_id = ${communeId} and id = ${householdId}::uuid and valid_to is null for update`;
  return row?.villageId ?? null;
}

export interface HouseholdName {
  readonly id: string;
  readonly code: string;
  readonly head: string;
}

export interface LeadView extends HouseholdName {
  readonly since: LocalDate;
  readonly led: readonly (HouseholdName & {
    readonly beganOn: LocalDate;
    /** Verified work since then brought somebody there to do it alone, or goods onto a floor. */
    readonly hasReached: boolean;
  })[];
}

export interface LeadBoard {
  readonly village: { readonly id: number; readonly name: string };
  readonly villages: readonly { readonly id: number; readonly name: string }[];
  readonly leads: readonly LeadView[];
  readonly led: number;
  readonly reached: number;
  readonly mayKeep: boolean;
  /** Households of the village that neither lead nor follow. */
  readonly others: readonly HouseholdName[];
}

interface LinkRow {
  readonly leadId: string;
  readonly since: LocalDate;
  readonly ledId: string | null;
  readonly beganOn: LocalDate | null;
  readonly hasReached: boolean;
}

/** C15: who leads whom in a village, and how many of the led got there. Null where no village is the reader's. */
export function readLeads(caller: Caller, villageId: number | null): Promise<LeadBoard | null> {
  const scope = caller.scope("products.read-leads");
  const communeId = onlyCommune(scope);
  const { platform, actor, today } = caller;
  return platform.db.withCommunes(scope, async (tx) => {
    const reached = (await findVillages(tx, communeId)).filter(({ id }) =>
      mayWithMarket(caller, "market.read", id),
    );
    const asked = villageId ?? (await findFirstLed(tx, communeId, reached));
    const village = reached.find(({ id }) => id === asked);
    if (!village) return null;
    const listed = await findHouseholdsForLogging(tx, platform.keys, scope, village.id, {
      on: today,
      sight: sightInVillage(actor.grants, communeId, village.id),
    });
    const names = new Map(listed.map(({ id, code, head }) => [id, { id, code, head }]));
    const rows = await findLinks(tx, communeId, village.id);
    const leads = [...new Set(rows.map(({ leadId }) => leadId))].flatMap((leadId): LeadView[] => {
      const own = rows.filter((row) => row.leadId === leadId);
      const name = names.get(leadId);
      if (!name) return [];
      return [
        {
          ...name,
          since: own[0]?.since ?? today,
          led: own.flatMap(({ ledId, beganOn, hasReached }) => {
            const each = ledId === null ? undefined : names.get(ledId);
            return each && beganOn !== null ? [{ ...each, beganOn, hasReached }] : [];
          }),
        },
      ];
    });
    const led = leads.flatMap((lead) => lead.led);
    const inPlay = new Set([...leads, ...led].map(({ id }) => id));
    return {
      village: { id: village.id, name: village.name },
      villages: reached.map(({ id, name }) => ({ id, name })),
      leads,
      led: led.length,
      reached: led.filter(({ hasReached }) => hasReached).length,
      mayKeep: mayWithMarket(caller, "market.keep", village.id),
      others: [...names.values()].filter(({ id }) => !inPlay.has(id)),
    };
  });
}

/** Where somebody leads already; else the first village. */
async function findFirstLed(
  tx: Tx,
  communeId: number,
  reached: readonly { readonly id: number }[],
): Promise<number | null> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    select distinct h.village_id as id from lead_household l
      join household h on h.commune_id = l.commune_id and h.id = l.household_id and h.valid_to is null
     where l.commune_id = ${communeId} and l.ended_on is null`;
  const led = new Set(rows.map(({ id }) => id));
  return (reached.find(({ id }) => led.has(id)) ?? reached[0])?.id ?? null;
}

function findLinks(tx: Tx, communeId: number, villageId: number): Promise<LinkRow[]> {
  return tx.$queryRaw<LinkRow[]>`
    select l.household_id as "leadId", l.since::text as since, k.led_id as "ledId", k.began_on::text as "beganOn",
           exists (select from claim_unit u join claim c on c.commune_id = u.commune_id and c.id = u.claim_id
                    where u.commune_id = k.commune_id and u.household_id = k.led_id and c.state = 'verified'
                      and c.work_date >= k.began_on
                      and (u.outcome = 'proficient'
                           or c.activity_key in ('payment-account', 'online-shop-step', 'product-online'))) as "hasReached"
      from lead_household l
      join household h on h.commune_id = l.commune_id and h.id = l.household_id
      left join household_link k on k.commune_id = l.commune_id and k.lead_id = l.household_id and k.ended_on is null
     where l.commune_id = ${communeId} and h.village_id = ${villageId} and l.ended_on is null and h.valid_to is null
     order by h.code, l.household_id, k.began_on, k.id`;
}
