import type { QueueCard } from "#app/domain/verification/queue.ts";
import { openLabel } from "#app/features/households/seal-label.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";

/** A card without what the rules and the right of the reader add to it. */
export type QueueCardRow = Omit<QueueCard, "activityName" | "as">;

/**
 * Everything a checker sees of these claims, in one query. Call it with claims that `mayVerify` has given to the
 * reader and no others: it opens the residents' labels.
 */
export async function findQueueCards(
  tx: Tx,
  keys: KeyRing,
  communeId: number,
  ids: readonly string[],
): Promise<QueueCardRow[]> {
  const rows = await tx.$queryRaw<QueueCardRow[]>`
    select c.id, c.revision, c.member_id as "memberId", m.full_name as "memberName", c.team_id as "teamId",
           t.name as "teamName", v.name as "villageName", c.activity_key as "activityKey",
           c.work_date::text as "workDate", (extract(epoch from c.submitted_at) * 1000)::float8 as "submittedAt",
           c.mode, c.audience, c.place, c.note, c.link, c.visits, c.minutes, c.counters,
           c.is_from_paper as "isFromPaper",
           case when m.account_id is distinct from c.entered_by then typist.display_name end as "enteredBy",
           coalesce((select json_agg(json_build_object('name', h.full_name, 'part', p.part) order by p.part, h.full_name)
              from claim_participant p
              join member h on h.commune_id = p.commune_id and h.id = p.member_id
             where p.commune_id = c.commune_id and p.claim_id = c.id and p.part <> 'claimant'), '[]') as helpers,
           coalesce((select json_agg(json_build_object(
                       'ordinal', u.ordinal, 'label', encode(s.label, 'base64'), 'householdCode', hh.code,
                       'slot', u.slot, 'villageName', uv.name, 'serviceName', sv.name, 'outcome', u.outcome,
                       'stage', u.stage, 'isPriority', u.is_priority, 'bonuses', u.bonuses, 'quantity', u.quantity)
                       order by u.ordinal)
              from claim_unit u
              left join household hh on hh.commune_id = u.commune_id and hh.id = u.household_id
              left join person_slot s on s.commune_id = u.commune_id and s.household_id = u.household_id and s.slot = u.slot
              left join village uv on uv.commune_id = u.commune_id and uv.id = u.village_id
                   and u.village_id is distinct from c.village_id
              left join service sv on sv.commune_id = u.commune_id and sv.key = u.service_key
             where u.commune_id = c.commune_id and u.claim_id = c.id), '[]') as units,
           coalesce((select json_agg(json_build_object('id', f.photo_id, 'isSignedSheet', f.is_signed_sheet,
                                              'takenOn', (select p.taken_on from photo p
                                                           where p.commune_id = f.commune_id and p.id = f.photo_id))
                       order by f.position)
              from claim_photo f where f.commune_id = c.commune_id and f.claim_id = c.id), '[]') as photos,
           coalesce((select json_agg(json_build_object('kind', g.kind, 'facts', g.facts) order by g.kind)
              from claim_signal g where g.commune_id = c.commune_id and g.claim_id = c.id), '[]') as signals,
           (select json_build_object('reasonCode', d.reason_code, 'reason', d.reason)
              from claim_decision d
             where d.commune_id = c.commune_id and d.claim_id = c.id and d.verdict = 'return'
             order by d.decided_at desc limit 1) as returned,
           case when mo.state in ('open', 'grace') then (extract(epoch from mo.grace_ends_at) * 1000)::float8 end as "dueAt",
           coalesce(mo.state in ('provisional', 'sealed'), false) as "isAfterClose"
      from claim c
      join member m on m.commune_id = c.commune_id and m.id = c.member_id
      join team t on t.commune_id = c.commune_id and t.id = c.team_id
      join account typist on typist.id = c.entered_by
      left join village v on v.commune_id = c.commune_id and v.id = c.village_id
      left join month mo on mo.commune_id = c.commune_id and c.work_date between mo.first_day and mo.last_day
     where c.commune_id = ${communeId} and c.id = any(${[...ids]}::uuid[])`;
  return rows.map(({ units, ...row }) => ({
    ...row,
    units: units.map((unit) => ({
      ...unit,
      label: unit.label && openLabel(keys, communeId, new Uint8Array(Buffer.from(unit.label, "base64"))),
    })),
  }));
}
