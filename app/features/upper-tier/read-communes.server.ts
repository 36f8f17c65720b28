import { covers } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/can.ts";
import { isCommuneKind } from "#app/domain/roster/commune.ts";
import { type CommuneFigures, inOrderOfNames } from "#app/domain/upper-tier/coverage.ts";
import { officialName } from "#app/messages/official-names.ts";
import type { Caller } from "../accounts/allow.server.ts";

interface Row extends Omit<CommuneFigures, "lastSeal"> {
  readonly kind: string;
  readonly sealedMonth: number | null;
  readonly sealHash: string | null;
}

/** The wall asks of each row whether it is of any commune of the transaction: so many keep that short. */
const COMMUNES_AT_ONCE = 50;

/**
 * A29: the communes that let the caller read them, side by side, in counts. Nothing is asked of any other, and no
 * person's name, phone or record is among what is asked. A commune that went over into another is read no more.
 */
export async function readCommunes(caller: Caller): Promise<CommuneFigures[]> {
  const permission = can(caller.everywhere, "upper.read", null, caller.today);
  if (!permission.ok) return [];
  const whole = permission.value.grants.filter((grant) => covers(grant, { communeId: grant.communeId }));
  const communes = [...new Set(whole.map(({ communeId }) => communeId))];
  const read: CommuneFigures[] = [];
  for (let at = 0; at < communes.length; at += COMMUNES_AT_ONCE)
    read.push(...(await readSome(caller, communes.slice(at, at + COMMUNES_AT_ONCE))));
  return inOrderOfNames(read);
}

async function readSome(caller: Caller, communes: readonly number[]): Promise<CommuneFigures[]> {
  const { platform, today } = caller;
  const scope = { ...caller.stamp("upper-tier.read-communes"), communes };
  const rows = await platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<Row[]>`
      select c.id as "communeId", c.kind, c.name, coalesce(province.name, unit.name, c.province) as province,
             case when unit.kind = 'district' then unit.name end as district,
             (select count(*)::int from village v
               where v.commune_id = c.id and v.valid_from <= ${today}::date
                 and (v.valid_to is null or v.valid_to >= ${today}::date)) as villages,
             (select count(distinct t.village_id)::int from team t
                join village v on v.commune_id = t.commune_id and v.id = t.village_id
               where t.commune_id = c.id
                 and v.valid_from <= ${today}::date and (v.valid_to is null or v.valid_to >= ${today}::date)
                 and t.valid_from <= ${today}::date and (t.valid_to is null or t.valid_to >= ${today}::date)
             ) as "villagesWithTeam",
             (select count(*)::int from team t
               where t.commune_id = c.id and t.valid_from <= ${today}::date
                 and (t.valid_to is null or t.valid_to >= ${today}::date)) as teams,
             (select count(distinct s.member_id)::int from membership s
                join team t on t.commune_id = s.commune_id and t.id = s.team_id
               where s.commune_id = c.id
                 and s.valid_from <= ${today}::date and (s.valid_to is null or s.valid_to >= ${today}::date)
                 and t.valid_from <= ${today}::date and (t.valid_to is null or t.valid_to >= ${today}::date)) as members,
             case when now_month.id is not null then (
               select count(*)::int from claim k
                where k.commune_id = c.id and k.month_id = now_month.id and k.state = 'verified')
             end as "verifiedThisMonth",
             seal.month_id as "sealedMonth", encode(seal.sha256, 'hex') as "sealHash"
        from commune c
        left join commune_upper_unit u on u.commune_id = c.id and u.valid_from <= ${today}::date
          and (u.valid_to is null or u.valid_to >= ${today}::date)
        left join upper_unit unit on unit.id = u.upper_unit_id
        left join upper_unit province on province.id = unit.parent_id
        left join month now_month on now_month.commune_id = c.id
          and ${today}::date between now_month.first_day and now_month.last_day
        left join lateral (select s.month_id, s.sha256 from month_seal s
                            where s.commune_id = c.id order by s.number desc limit 1) seal on true
       where c.id = any(${communes}::int[]) and c.set_up_at is not null
         and not exists (select from commune_merger m
                          where m.old_commune_id = c.id and m.state = 'done')`,
  );
  return rows.map(({ kind, sealedMonth, sealHash, ...row }) => {
    if (!isCommuneKind(kind))
      throw new Error(`commune ${row.communeId} is of a kind this program does not know`);
    return {
      ...row,
      name: officialName(kind, row.name),
      lastSeal: sealedMonth === null || sealHash === null ? null : { monthId: sealedMonth, sha256: sealHash },
    };
  });
}
