import type { ClaimState, Part } from "#app/domain/activity/claim.ts";
import type { Mode } from "#app/domain/activity/scheme.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { findOwnMemberId } from "./find-own-member.server.ts";
import { type LogCaller, logAct } from "./log-act.ts";

export interface OwnClaim {
  readonly id: string;
  readonly revision: number;
  readonly state: ClaimState;
  readonly part: Part;
  readonly activityKey: string;
  readonly workDate: LocalDate;
  readonly mode: Mode;
  readonly place: string | null;
  readonly visits: number;
  readonly people: number;
  readonly photoCount: number;
  readonly participantCount: number;
  readonly claimantName: string;
  readonly isFromPaper: boolean;
  readonly marks: readonly string[];
  readonly submittedAt: string;
  /** The last word of a verifier, where there is one. */
  readonly decision: {
    readonly verdict: string;
    readonly reasonCode: string | null;
    readonly reason: string | null;
    readonly byName: string;
    readonly decidedAt: string;
  } | null;
}

export interface OwnClaimsWish {
  readonly state?: ClaimState;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** Page on from the last one seen. */
  readonly before?: { readonly workDate: LocalDate; readonly id: string };
  readonly atMost?: number;
}

const ONE_PAGE = 50;

/** The caller's own work, and work of others they took part in, the latest first. */
export async function readOwnClaims(caller: LogCaller, wish: OwnClaimsWish = {}): Promise<OwnClaim[]> {
  const act = logAct(caller);
  const { communeId } = act;
  const { state = null, from = null, to = null, before = null, atMost = ONE_PAGE } = wish;
  return caller.platform.db.withCommunes(caller.scope("activity-log.read-own"), async (tx) => {
    const memberId = await findOwnMemberId(tx, act);
    if (memberId === null) return [];
    return tx.$queryRaw<OwnClaim[]>`
      select c.id, c.revision, c.state, p.part, c.activity_key as "activityKey", c.work_date::text as "workDate",
             c.mode, c.place, c.visits, c.is_from_paper as "isFromPaper", c.marks, m.full_name as "claimantName",
             to_jsonb(c.submitted_at) #>> '{}' as "submittedAt",
             (select count(distinct u.person_key)::int from claim_unit u
               where u.commune_id = c.commune_id and u.claim_id = c.id) as people,
             (select count(*)::int from claim_photo f
               where f.commune_id = c.commune_id and f.claim_id = c.id) as "photoCount",
             (select count(*)::int from claim_participant q
               where q.commune_id = c.commune_id and q.claim_id = c.id) as "participantCount",
             (select jsonb_build_object('verdict', d.verdict, 'reasonCode', d.reason_code, 'reason', d.reason,
                                        'byName', a.display_name, 'decidedAt', d.decided_at)
                from claim_decision d join account a on a.id = d.decided_by
               where d.commune_id = c.commune_id and d.claim_id = c.id
               order by d.decided_at desc, d.id desc limit 1) as decision
        from claim_participant p
        join claim c on c.commune_id = p.commune_id and c.id = p.claim_id
        join member m on m.commune_id = c.commune_id and m.id = c.member_id
       where p.commune_id = ${communeId} and p.member_id = ${memberId}::uuid
         and (${state}::text is null or c.state = ${state})
         and (${from}::date is null or c.work_date >= ${from}::date)
         and (${to}::date is null or c.work_date <= ${to}::date)
         and (${before?.workDate ?? null}::date is null
              or (c.work_date, c.id) < (${before?.workDate ?? null}::date, ${before?.id ?? null}::uuid))
       order by c.work_date desc, c.id desc limit ${atMost}`;
  });
}
