import type { HoldView } from "#app/domain/awards/hold.ts";
import type { Recipient } from "#app/domain/awards/recipient.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** Every hold there ever was, those that still stand first. */
export function findHolds(tx: Tx, communeId: number): Promise<HoldView[]> {
  return tx.$queryRaw<HoldView[]>`
    select x.id, x.kind, x.from_day::text as "fromDay", x.cleared_on::text as "clearedOn", x.reason, x.document,
           coalesce('village:' || x.village_id, 'team:' || x.team_id, 'member:' || x.member_id,
                    'household:' || x.household_id) as recipient,
           coalesce(v.name, t.name, m.full_name, h.code || ', ' || hv.name) as name, e.display_name as "enteredBy",
           case when x.cleared_at is null then null else json_build_object(
             'reason', x.clear_reason, 'document', x.clear_document, 'by', c.display_name) end as cleared
      from award_hold x
      join account e on e.id = x.entered_by
      left join account c on c.id = x.cleared_by
      left join village v on v.commune_id = x.commune_id and v.id = x.village_id
      left join team t on t.commune_id = x.commune_id and t.id = x.team_id
      left join member m on m.commune_id = x.commune_id and m.id = x.member_id
      left join household h on h.commune_id = x.commune_id and h.id = x.household_id
      left join village hv on hv.commune_id = h.commune_id and hv.id = h.village_id
     where x.commune_id = ${communeId}
     order by x.cleared_at is not null, x.from_day desc, x.entered_at desc, x.id`;
}

/** What concerns one recipient: of a village also what concerns its teams, since the one is proposed for the other. */
export async function findHoldsOf(tx: Tx, communeId: number, recipient: Recipient): Promise<HoldView[]> {
  if (recipient.kind === "unit") return [];
  const holds = await findHolds(tx, communeId);
  const keys = new Set([`${recipient.kind}:${recipient.id}`]);
  if (recipient.kind === "village") {
    const teams = await tx.team.findMany({
      where: { communeId, villageId: recipient.id },
      select: { id: true },
    });
    for (const { id } of teams) keys.add(`team:${id}`);
  }
  return holds.filter((hold) => keys.has(hold.recipient));
}
