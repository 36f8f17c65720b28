import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type ParticipatedClaim, sumParticipation } from "#app/domain/certificates/participation.ts";
import type { ClassifyingUnion, UnionLine, UnionResults } from "#app/domain/certificates/union-export.ts";
import { compareNames } from "#app/domain/people/person-name.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface Wish {
  readonly union: ClassifyingUnion;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface Person extends Omit<UnionLine, "figures"> {
  readonly agrees: boolean;
}

/**
 * Who belongs to the union today and agreed to it, with what they did in these days by verified work alone. Somebody
 * who left the union, took the consent back or had their data erased is not in it, whatever day is asked about.
 */
export async function findUnionResults(
  tx: Tx,
  communeId: number,
  today: LocalDate,
  wish: Wish,
): Promise<UnionResults> {
  const people = await findPeople(tx, communeId, today, wish);
  const agreed = people.filter(({ agrees }) => agrees);
  const work = await findWork(
    tx,
    communeId,
    agreed.map(({ memberId }) => memberId),
    wish,
  );
  return {
    ...wish,
    lines: agreed
      .map(({ agrees: _, ...person }) => ({
        ...person,
        figures: sumParticipation(work.get(person.memberId) ?? []),
      }))
      .sort((left, right) => compareNames(left.name, right.name)),
    withoutConsent: people.length - agreed.length,
  };
}

function findPeople(
  tx: Tx,
  communeId: number,
  today: LocalDate,
  { union, from, to }: Wish,
): Promise<Person[]> {
  return tx.$queryRaw<Person[]>`
    select m.id as "memberId", m.full_name as name, m.birth_year::int as "birthYear",
           (select string_agg(distinct o.name, ', ') from affiliation f
              join organisation o on o.commune_id = f.commune_id and o.id = f.organisation_id
             where f.commune_id = m.commune_id and f.member_id = m.id and f.kind = ${union}
               and f.valid_from <= ${today}::date and coalesce(f.valid_to, 'infinity') >= ${today}::date) as organisation,
           coalesce((select array_agg(distinct t.name) from membership s
              join team t on t.commune_id = s.commune_id and t.id = s.team_id
             where s.commune_id = m.commune_id and s.member_id = m.id and s.valid_from <= ${to}::date
               and coalesce(s.valid_to, 'infinity') >= ${from}::date), '{}') as teams,
           exists (select from consent c where c.commune_id = m.commune_id and c.member_id = m.id
                     and c.purpose = 'union_export' and c.withdrawn_at is null) as agrees
      from member m
     where m.commune_id = ${communeId} and m.erased_at is null
       and exists (select from affiliation f where f.commune_id = m.commune_id and f.member_id = m.id
                     and f.kind = ${union} and f.valid_from <= ${today}::date
                     and coalesce(f.valid_to, 'infinity') >= ${today}::date)
     order by m.id`;
}

async function findWork(
  tx: Tx,
  communeId: number,
  memberIds: readonly string[],
  { from, to }: Wish,
): Promise<Map<string, ParticipatedClaim[]>> {
  const rows = await tx.$queryRaw<(ParticipatedClaim & { readonly memberId: string })[]>`
    select p.member_id as "memberId", c.work_date::text as "workDate", c.minutes, c.visits, p.part,
           coalesce(array_agg(distinct encode(u.person_key, 'hex')) filter (where u.person_key is not null), '{}') as people
      from claim_participant p
      join claim c on c.commune_id = p.commune_id and c.id = p.claim_id
      left join claim_unit u on u.commune_id = c.commune_id and u.claim_id = c.id
     where p.commune_id = ${communeId} and p.member_id = any(${memberIds}::uuid[]) and c.state = 'verified'
       and c.work_date between ${from}::date and ${to}::date
     group by p.member_id, c.commune_id, c.id, p.part`;
  const work = new Map<string, ParticipatedClaim[]>();
  for (const { memberId, ...claim } of rows) {
    const own = work.get(memberId);
    if (own) own.push(claim);
    else work.set(memberId, [claim]);
  }
  return work;
}
