import type { Tx } from "#app/platform/db/database.ts";
import type { ClaimView, UnitView } from "./claim-view.ts";

/** A record as stored: labels still sealed, nothing left out for anybody. */
export interface ClaimViewRow extends Omit<ClaimView, "units" | "may"> {
  readonly units: readonly (Omit<UnitView, "isKnown"> & { readonly labelledBy: string | null })[];
}

/** Whoever calls has judged what the reader may see of it. */
export async function findClaimView(tx: Tx, communeId: number, id: string): Promise<ClaimViewRow | null> {
  const rows = await tx.$queryRaw<{ view: ClaimViewRow }[]>`
    select jsonb_build_object(
             'id', c.id, 'revision', c.revision, 'state', c.state, 'activityKey', c.activity_key,
             'workDate', c.work_date, 'mode', c.mode, 'audience', c.audience, 'place', c.place, 'note', c.note,
             'link', c.link, 'visits', c.visits, 'minutes', c.minutes, 'counters', c.counters,
             'movements', c.movements, 'memberId', c.member_id, 'memberName', m.full_name, 'teamId', c.team_id,
             'teamName', t.name, 'villageName', v.name, 'isFromPaper', c.is_from_paper, 'marks', c.marks,
             'receivedAt', c.received_at, 'submittedAt', c.submitted_at,
             'enteredByName', case when m.account_id is distinct from c.entered_by then typist.display_name end)
        || jsonb_build_object(
             'people', (select count(distinct u.person_key) from claim_unit u
                         where u.commune_id = c.commune_id and u.claim_id = c.id),
             'participants', (select jsonb_agg(jsonb_build_object('memberId', p.member_id, 'name', h.full_name,
                                       'part', p.part, 'joinedAt', p.joined_at)
                                       order by p.part <> 'claimant', p.joined_at, h.full_name)
                from claim_participant p join member h on h.commune_id = p.commune_id and h.id = p.member_id
               where p.commune_id = c.commune_id and p.claim_id = c.id),
             'units', coalesce((select jsonb_agg(jsonb_build_object('ordinal', u.ordinal, 'householdId', u.household_id,
                                  'householdCode', hh.code, 'lane', hh.lane, 'slot', u.slot,
                                  'head', translate(encode(hh.head_label, 'base64'), E'\n', ''),
                                  'label', translate(encode(s.label, 'base64'), E'\n', ''), 'labelledBy', s.labelled_by,
                                  'villageName', uv.name, 'serviceKey', u.service_key, 'serviceName', sv.name,
                                  'outcome', u.outcome, 'stage', u.stage, 'isPriority', u.is_priority,
                                  'groups', u.groups, 'bonuses', u.bonuses, 'quantity', u.quantity,
                                  'checks', u.checks) order by u.ordinal)
                from claim_unit u
                left join household hh on hh.commune_id = u.commune_id and hh.id = u.household_id
                left join person_slot s on s.commune_id = u.commune_id and s.household_id = u.household_id
                                       and s.slot = u.slot
                left join village uv on uv.commune_id = u.commune_id and uv.id = u.village_id
                left join service sv on sv.commune_id = u.commune_id and sv.key = u.service_key
               where u.commune_id = c.commune_id and u.claim_id = c.id), '[]'),
             'photos', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'takenOn', p.taken_on,
                                  'isSignedSheet', f.is_signed_sheet, 'width', p.width, 'height', p.height)
                                  order by f.position)
                from claim_photo f join photo p on p.commune_id = f.commune_id and p.id = f.photo_id
               where f.commune_id = c.commune_id and f.claim_id = c.id), '[]'),
             'signals', coalesce((select jsonb_agg(jsonb_build_object('kind', g.kind, 'facts', g.facts) order by g.kind)
                from claim_signal g where g.commune_id = c.commune_id and g.claim_id = c.id), '[]'),
             'revisions', (select jsonb_agg(jsonb_build_object('revision', r.revision, 'madeAt', r.made_at,
                             'byName', a.display_name, 'content', r.content) order by r.revision)
                from claim_revision r join account a on a.id = r.made_by
               where r.commune_id = c.commune_id and r.claim_id = c.id),
             'decisions', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'revision', d.revision,
                             'verdict', d.verdict, 'reasonCode', d.reason_code, 'reason', d.reason,
                             'decidedAt', d.decided_at, 'decidedAs', d.decided_as, 'byName', a.display_name)
                             order by d.decided_at, d.id)
                from claim_decision d join account a on a.id = d.decided_by
               where d.commune_id = c.commune_id and d.claim_id = c.id), '[]')) as view
      from claim c
      join member m on m.commune_id = c.commune_id and m.id = c.member_id
      join team t on t.commune_id = c.commune_id and t.id = c.team_id
      join account typist on typist.id = c.entered_by
      left join village v on v.commune_id = c.commune_id and v.id = c.village_id
     where c.commune_id = ${communeId} and c.id = ${id}::uuid`;
  return rows[0]?.view ?? null;
}
