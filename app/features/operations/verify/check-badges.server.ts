import type { PoolClient } from "pg";
import type { AwardChanges } from "#app/domain/badges/reconcile-awards.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { READ_ALL_SUBJECTS, READ_TOUCHED_SUBJECTS } from "#app/features/badges/badge-facts.sql.ts";
import { type ReadRows, readBadges } from "#app/features/badges/find-badges.server.ts";
import { compareAwards } from "#app/features/badges/keep-awards.server.ts";
import { type RuleSubject, readCommuneFacts } from "#app/features/badges/read-subject-facts.server.ts";
import type { Check, Finding } from "./check.ts";

const SUBJECTS_AT_ONCE: Readonly<Record<RuleSubject, number>> = { member: 60, team: 6 };

/** Communes whose awards are kept: a whole round is over, and none is asked for. */
const READ_KEPT = `
select commune_id as id, decided_until as "decidedUntil",
       (now() at time zone 'Asia/Ho_Chi_Minh')::date::text as today
  from badge_progress where whole_round_on > '1970-01-01' order by 1`;

/** What a seal made final stands on records that were verified by then, and on a sealed month. */
const READ_BASELESS = `
select format('commune %s, %s', a.commune_id, a.id) as row,
       case when a.is_final and coalesce(m.state, '') <> 'sealed' then format('is final, and its month %s is not sealed', a.month_id)
            when jsonb_array_length(a.basis -> 'claims') = 0 then 'stands on no record'
            else format('stands on record %s, which was not verified when its month was sealed', x.claim) end as says
  from badge_award a
  left join month m on m.commune_id = a.commune_id and m.id = a.month_id
  left join lateral (
    select claim from jsonb_array_elements_text(a.basis -> 'claims') as claim
     where not exists (select from claim_decision d
                        where d.commune_id = a.commune_id and d.claim_id = claim::uuid and d.verdict in ('approve', 'amend')
                          and d.decided_at <= greatest(coalesce(m.sealed_at, a.granted_at), a.granted_at))
     limit 1) x on true
 where a.granted_by is null and a.revoked_at is null
   and ((a.is_final and coalesce(m.state, '') <> 'sealed') or jsonb_array_length(a.basis -> 'claims') = 0
     or x.claim is not null)
 order by a.commune_id, a.id`;

/**
 * V10: the engine that gives awards is run again over everything. Whom decisions touched that no round has looked at
 * yet is left to that round; coverage follows the list of households too and is left to the daily one.
 */
export const badgeCheck: Check = {
  id: "V10",
  title: "badges by rule are what the verified work makes due, and what is final stands on verified records",
  async *run({ client }) {
    const { rows: baseless } = await client.query<{ row: string; says: string }>(READ_BASELESS);
    for (const each of baseless) yield { table: "badge_award", ...each };
    const { rows } = await client.query<{ id: number; decidedUntil: Date; today: LocalDate }>(READ_KEPT);
    for (const { id, decidedUntil, today } of rows) yield* checkCommune(client, id, decidedUntil, today);
  },
};

async function* checkCommune(
  client: PoolClient,
  communeId: number,
  decidedUntil: Date,
  today: LocalDate,
): AsyncGenerator<Finding> {
  const read: ReadRows = async (sql, values) => (await client.query(sql, [...values])).rows;
  const badges = (await readBadges(read, communeId)).filter(({ versions }) =>
    versions.every(
      ({ content: { award } }) => award.by !== "rule" || award.measure !== "household_coverage_basis_points",
    ),
  );
  const known = new Set(badges.map(({ key }) => key));
  const commune = await readCommuneFacts(read, communeId, today);
  const touched = await read<{ subject: string; id: string }>(READ_TOUCHED_SUBJECTS, [
    communeId,
    decidedUntil,
    new Date(8.64e15 / 1000),
  ]);
  for (const subject of ["member", "team"] as const) {
    const waiting = new Set(touched.filter((each) => each.subject === subject).map(({ id }) => id));
    const all = (await read<{ id: string }>(READ_ALL_SUBJECTS, [communeId, subject])).flatMap(({ id }) =>
      waiting.has(id) ? [] : id,
    );
    for (let at = 0; at < all.length; at += SUBJECTS_AT_ONCE[subject]) {
      const ids = all.slice(at, at + SUBJECTS_AT_ONCE[subject]);
      const changes = await compareAwards(read, communeId, { badges, commune, subject, ids });
      for (const [id, change] of changes) yield* say(communeId, `${subject} ${id}`, change, known);
    }
  }
}

function* say(
  communeId: number,
  who: string,
  { grants, rewrites, revokes }: AwardChanges,
  known: ReadonlySet<string>,
): Generator<Finding> {
  const about = (row: string, says: string): Finding => ({
    table: "badge_award",
    row: `commune ${communeId}, ${row}`,
    says,
  });
  for (const { badgeKey, occasion, tier } of grants) {
    yield about(
      `${who}, ${nameOf(badgeKey, occasion, tier)}`,
      "is due by the verified work, and is not there",
    );
  }
  for (const { id, due } of rewrites) {
    yield about(
      id,
      `stands otherwise than the verified work makes ${nameOf(due.badgeKey, due.occasion, due.tier)} of ${who}`,
    );
  }
  for (const { id, badgeKey } of revokes) {
    if (known.has(badgeKey)) yield about(id, `stands, and the verified work of ${who} does not make it due`);
  }
}

function nameOf(badgeKey: string, occasion: string, tier: number): string {
  return `${badgeKey}${occasion === "" ? "" : ` of ${occasion}`}, tier ${tier}`;
}
