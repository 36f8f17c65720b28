import { kindOf, type Scheme } from "#app/domain/activity/scheme.ts";
import type { NewestWork } from "#app/domain/publication/public-boards.ts";
import { findSchemeVersion } from "#app/features/scheme/find-scheme.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

const NEWEST_WORK = 6;

interface Row {
  readonly id: string;
  readonly activityKey: string;
  readonly team: string;
  readonly visits: number;
  readonly decidedAt: Date;
  readonly schemeVersion: number;
}

/** The latest approvals that still stand. */
export async function findNewestWork(tx: Tx, communeId: number): Promise<NewestWork[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select c.id::text as id, c.activity_key as "activityKey", t.name as team, c.visits, d.decided_at as "decidedAt",
           m.scheme_version as "schemeVersion"
      from claim_decision d
      join claim c on c.commune_id = d.commune_id and c.id = d.claim_id and c.state = 'verified'
      join team t on t.commune_id = c.commune_id and t.id = c.team_id
      join month m on m.commune_id = c.commune_id and m.id = c.month_id
     where d.commune_id = ${communeId} and d.verdict = 'approve' and d.id = c.decision_id
     order by d.decided_at desc, c.id limit ${NEWEST_WORK}`;
  const schemes = new Map<number, Scheme>();
  for (const { schemeVersion } of rows) {
    if (!schemes.has(schemeVersion))
      schemes.set(schemeVersion, await findSchemeVersion(tx, communeId, schemeVersion));
  }
  return rows.map(({ activityKey, schemeVersion, ...row }) => {
    const scheme = schemes.get(schemeVersion);
    return { ...row, what: (scheme && kindOf(scheme, activityKey)?.name) ?? activityKey };
  });
}
