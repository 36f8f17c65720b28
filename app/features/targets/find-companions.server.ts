import { ofQuotaPeople } from "#app/features/boards/board-facts.sql.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** B14, B15: what the plan asks of the same people beside the number. */
export type CompanionKey = "digital-literacy" | "local-app" | "local-channels";

export interface Companions {
  readonly people: number;
  readonly by: Readonly<Record<CompanionKey, number>>;
}

const COMPANIONS = ofQuotaPeople(`
select q.team_id as "teamId", count(*)::int as people,
       (count(*) filter (where d.is_literate))::int as "digital-literacy",
       (count(*) filter (where d.has_app))::int as "local-app",
       (count(*) filter (where d.follows or exists (
          select from claim_unit u join claim c on c.commune_id = u.commune_id and c.id = u.claim_id
           where u.commune_id = $1::int and u.household_id = q.household_id and c.state = 'verified'
             and c.activity_key = 'commune-channel')))::int as "local-channels"
  from quota q
  left join lateral (
    select coalesce(bool_or(c.activity_key = 'online-learning' or 'Bình dân học vụ số' = any(c.movements)), false) as is_literate,
           coalesce(bool_or(c.activity_key = 'local-app' or u.service_key = 'local-app'), false) as has_app,
           coalesce(bool_or(u.service_key in ('commune-zalo', 'commune-portal')), false) as follows
      from claim_unit u join claim c on c.commune_id = u.commune_id and c.id = u.claim_id
     where u.commune_id = $1::int and u.person_key = q.person_key and c.state = 'verified') d on true
 group by 1`);

const OPEN_END = new Date("9999-12-31T00:00:00Z");
const NO_MONTH = 0;

/** Per team, of the people its month counts: how many also learned, took the local app and follow the commune's channels. */
export async function findCompanions(
  tx: Tx,
  communeId: number,
  monthId: number,
): Promise<ReadonlyMap<number, Companions>> {
  const [pillar, campaign, isYouthOnly] = [null, null, false];
  const spans = [monthId, monthId, OPEN_END, NO_MONTH, NO_MONTH, OPEN_END];
  const rows = await tx.$queryRawUnsafe<
    ({ teamId: number; people: number } & Record<CompanionKey, number>)[]
  >(COMPANIONS, communeId, ...spans, pillar, campaign, isYouthOnly);
  return new Map(rows.map(({ teamId, people, ...by }) => [teamId, { people, by }]));
}
