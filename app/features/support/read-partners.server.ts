import { formatCallNumber } from "#app/domain/contacts/contact.ts";
import { mayUsePerk } from "#app/domain/support/support.ts";
import type { OfferedPerk, PartnerView } from "#app/domain/support/views.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { openCallNumber } from "#app/features/contacts/contact-phone.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface PartnerDesk {
  readonly partners: readonly PartnerView[];
  readonly teams: readonly { readonly id: number; readonly name: string }[];
  readonly badges: readonly { readonly key: string; readonly name: string }[];
}

type Row = Omit<PartnerView, "contactPhone"> & { readonly cipher: Uint8Array | null };

/** A47: each partner with its offers, what it lent, the events it is named at, and what it gave. */
export function readPartners(caller: Caller): Promise<PartnerDesk> {
  const scope = caller.scope("support.read-partners");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      select p.id, p.kind, p.name, p.contact_name as "contactName", p.contact_phone_cipher as cipher,
             coalesce((select json_agg(json_build_object('id', k.id, 'title', k.title, 'details', k.details,
                'badgeKey', k.badge_key, 'startsOn', k.starts_on, 'endsOn', k.ends_on) order by k.starts_on, k.id)
                from perk k where k.commune_id = p.commune_id and k.partner_id = p.id), '[]') as perks,
             coalesce((select json_agg(json_build_object('id', e.id, 'name', e.name, 'quantity', e.quantity,
                'place', e.place, 'lentTeamId', e.lent_team_id, 'lentTeam', t.name, 'lentOn', e.lent_on)
                order by e.name, e.id)
                from equipment e left join team t on t.commune_id = e.commune_id and t.id = e.lent_team_id
               where e.commune_id = p.commune_id and e.partner_id = p.id and e.ended_on is null), '[]') as equipment,
             array(select distinct c.event from cost_line c
                    where c.commune_id = p.commune_id and c.partner_id = p.id order by c.event) as events,
             (select count(*)::int from contribution g
               where g.commune_id = p.commune_id and g.partner_id = p.id and g.struck_by is null) as given,
             (select coalesce(sum(g.value_dong), 0)::float8 from contribution g
               where g.commune_id = p.commune_id and g.partner_id = p.id and g.struck_by is null) as "givenDong"
        from partner p where p.commune_id = ${communeId} and p.ended_on is null order by p.name, p.id`;
    return {
      partners: rows.map(({ cipher, ...row }) => ({
        ...row,
        contactPhone: cipher && formatCallNumber(openCallNumber(caller.platform.keys, communeId, cipher)),
      })),
      teams: await tx.team.findMany({
        where: { communeId, validTo: null },
        select: { id: true, name: true },
        orderBy: { name: "asc" },
      }),
      badges: await findBadges(tx, communeId),
    };
  });
}

function findBadges(tx: Tx, communeId: number): Promise<PartnerDesk["badges"][number][]> {
  return tx.$queryRaw`
    select key, name from (
      select distinct on (key) key, coalesce(content ->> 'name', key) as name from badge_definition
       where commune_id = ${communeId} order by key, version desc) as newest
     order by name limit 40`;
}

/** I05: what is offered today, and whether the reader may use it. */
export function readPerks(caller: Caller): Promise<OfferedPerk[]> {
  const scope = caller.scope("support.read-perks");
  const communeId = onlyCommune(scope);
  const { today, person } = caller;
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const [holder] = await tx.$queryRaw<{ isActive: boolean; badges: string[] }[]>`
      select exists (select from membership s
                      where s.commune_id = m.commune_id and s.member_id = m.id and s.valid_from <= ${today}::date
                        and (s.valid_to is null or s.valid_to >= ${today}::date)) as "isActive",
             array(select distinct a.badge_key from badge_award a
                    where a.commune_id = m.commune_id and a.subject = 'member' and a.subject_id = m.id::text
                      and a.revoked_at is null and (a.valid_until is null or a.valid_until >= ${today}::date)) as badges
        from member m where m.commune_id = ${communeId} and m.account_id = ${person.accountId}::uuid`;
    const perks = await tx.$queryRaw<Omit<OfferedPerk, "mayUse">[]>`
      select k.id, k.title, k.details, k.badge_key as "badgeKey", k.starts_on::text as "startsOn",
             k.ends_on::text as "endsOn", p.name as "partnerName",
             (select d.content ->> 'name' from badge_definition d
               where d.commune_id = k.commune_id and d.key = k.badge_key order by d.version desc limit 1) as "badgeName"
        from perk k join partner p on p.commune_id = k.commune_id and p.id = k.partner_id and p.ended_on is null
       where k.commune_id = ${communeId} and k.starts_on <= ${today}::date
         and (k.ends_on is null or k.ends_on >= ${today}::date)
       order by k.starts_on desc, k.id`;
    const of = { isActive: holder?.isActive ?? false, badges: new Set(holder?.badges) };
    return perks.map((perk) => ({ ...perk, mayUse: mayUsePerk(perk, of) }));
  });
}
