import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { ParticipationContent } from "#app/domain/certificates/certificate.ts";
import { type ParticipatedClaim, sumParticipation } from "#app/domain/certificates/participation.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface Range {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What a member did in these days, from verified work alone. */
export async function readParticipation(
  tx: Tx,
  communeId: number,
  memberId: string,
  { from, to }: Range,
): Promise<ParticipationContent> {
  const claims = await tx.$queryRaw<ParticipatedClaim[]>`
    select c.work_date::text as "workDate", c.minutes, c.visits, p.part,
           coalesce(array_agg(distinct encode(u.person_key, 'hex')) filter (where u.person_key is not null), '{}') as people
      from claim_participant p
      join claim c on c.commune_id = p.commune_id and c.id = p.claim_id
      left join claim_unit u on u.commune_id = c.commune_id and u.claim_id = c.id
     where p.commune_id = ${communeId} and p.member_id = ${memberId}::uuid and c.state = 'verified'
       and c.work_date between ${from}::date and ${to}::date
     group by c.commune_id, c.id, p.part`;
  const teams = await tx.$queryRaw<ParticipationContent["teams"]>`
    select distinct t.name, s.role
      from membership s join team t on t.commune_id = s.commune_id and t.id = s.team_id
     where s.commune_id = ${communeId} and s.member_id = ${memberId}::uuid
       and s.valid_from <= ${to}::date and coalesce(s.valid_to, 'infinity') >= ${from}::date
     order by t.name, s.role`;
  return { is: "participation", from, to, figures: sumParticipation(claims), teams };
}
