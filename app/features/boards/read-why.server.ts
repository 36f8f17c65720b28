import type { Board, BoardRow } from "#app/domain/boards/board.ts";
import { rowsFor } from "#app/domain/boards/cut-board.ts";
import type { Pillar } from "#app/domain/plan/activity-proposal.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type BoardCaller, communeOf } from "./board-caller.ts";
import { type BoardPage, readBoardPage } from "./read-board-page.server.ts";

/** What one kind of work brought in the period, corrections and repeats taken off. */
export interface PointsOfKind {
  readonly activityKey: string;
  readonly name: string;
  readonly pillar: Pillar | null;
  readonly claims: number;
  readonly points: number;
}

/** Why a member stands where they stand: points by kind, what limits took, and who is next to them. */
export interface WhyPage extends BoardPage {
  readonly kinds: readonly PointsOfKind[];
  /** What limits of a day or month took, never more than 0. */
  readonly limits: number;
  readonly neighbours: readonly BoardRow[];
}

/** Only for boards of members, and for one's own place. */
export async function readWhy(caller: BoardCaller, query: URLSearchParams): Promise<WhyPage | null> {
  const page = await readBoardPage(caller, query);
  if (page === null || page.board.definition.subject !== "member") return null;
  const { board, ownId } = page;
  const lines =
    ownId === null
      ? []
      : await caller.platform.db.withCommunes(caller.scope("boards.read-why"), (tx) =>
          findPointsByKind(tx, communeOf(caller), ownId, board),
        );
  const kinds = lines.flatMap(({ activityKey, ...line }): PointsOfKind[] =>
    activityKey === null ? [] : [{ ...line, activityKey }],
  );
  return {
    ...page,
    kinds,
    limits: lines.reduce((sum, { activityKey, points }) => (activityKey === null ? sum + points : sum), 0),
    neighbours: neighboursOf(board, ownId),
  };
}

function neighboursOf(board: Board, ownId: string | null): BoardRow[] {
  const rows = rowsFor(board, ownId);
  const at = rows.findIndex(({ id }) => id === ownId);
  return at === -1 ? [] : rows.slice(Math.max(0, at - 1), at + 2);
}

/** Out of the same lines and under the same filters as the board: the rows add up to the figure that ranks. */
function findPointsByKind(
  tx: Tx,
  communeId: number,
  memberId: string,
  { definition, months, frozenAt }: Board,
): Promise<(Omit<PointsOfKind, "activityKey"> & { readonly activityKey: string | null })[]> {
  const { pillar, campaign, isYouthOnly } = definition;
  const asOf = new Date(frozenAt ?? Date.parse("9999-12-31T00:00:00Z"));
  return tx.$queryRaw`
    with line as (
      select l.points, l.claim_id, v.content, l.unit, l.team_id, l.work_date,
             coalesce(c.activity_key, case when l.kind = 'own_cap' then l.rule end) as key
        from ledger_line l
        join scheme_version v on v.commune_id = l.commune_id and v.version = l.scheme_version
        left join claim c on c.commune_id = l.commune_id and c.id = l.claim_id
       where l.commune_id = ${communeId} and l.member_id = ${memberId}::uuid
         and l.month_id between ${months.from} and ${months.to} and l.made_at <= ${asOf}
    ), told as (
      select l.points, l.claim_id, l.key, k.name, k.pillar from line l
        left join lateral (
          select a ->> 'name' as name, a ->> 'pillar' as pillar
            from jsonb_array_elements(l.content -> 'activities') a where a ->> 'key' = l.key) k on true
       where (${pillar}::text is null or k.pillar = ${pillar}::text)
         and (${campaign}::text is null
           or tds_counts_for_campaign(${communeId}::int, ${campaign}::text::uuid, l.claim_id, l.unit, l.team_id))
         and (not ${isYouthOnly}::boolean or exists (
           select from affiliation y where y.commune_id = ${communeId} and y.member_id = ${memberId}::uuid
              and y.kind = 'youth_union' and y.valid_from <= l.work_date
              and (y.valid_to is null or y.valid_to >= l.work_date)))
    )
    select key as "activityKey", coalesce(max(name), key) as name, max(pillar) as pillar,
           (count(distinct claim_id))::int as claims, sum(points)::float8 as points
      from told group by key order by 5 desc, 1`;
}
