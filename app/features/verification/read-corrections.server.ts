import type { Instant, LocalDate } from "#app/domain/calendar/local-date.ts";
import type { CorrectionChange, CorrectionField } from "#app/domain/verification/correction.ts";
import { mayCorrect } from "#app/domain/verification/may-verify.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findClaimFacts } from "#app/features/checkers/find-claim-facts.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findCheckerAtWork } from "./read-queue.server.ts";

export interface CorrectionRow {
  readonly id: string;
  readonly claimId: string;
  readonly field: CorrectionField;
  readonly proposed: CorrectionChange;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: Instant;
  readonly memberName: string;
  readonly teamName: string;
  readonly activityKey: string;
  readonly workDate: LocalDate;
  readonly visits: number;
  /** Teams the claimant was in on the day of the work beside the one it was booked for. */
  readonly otherTeams: readonly { readonly id: number; readonly name: string }[];
  readonly verdict: "accepted" | "declined" | null;
  readonly answer: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Instant | null;
}

export interface Corrections {
  /** Those this reader may answer, the oldest first. */
  readonly waiting: readonly (CorrectionRow & { readonly activityName: string })[];
  /** What was answered lately where this reader checks. */
  readonly answered: readonly (CorrectionRow & { readonly activityName: string })[];
  readonly activities: readonly { readonly key: string; readonly name: string }[];
}

const AT_MOST = 200;
const LOOK_BACK_MS = 60 * 24 * 60 * 60 * 1000;

/** Requests of claims the reader has a right over and no part in; their own requests are somebody else's to answer. */
export async function readCorrections(caller: Caller): Promise<Corrections> {
  const scope = caller.scope("verification.read-corrections");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const since = new Date(caller.now.getTime() - LOOK_BACK_MS);
    const rows = await findRows(tx, communeId, since);
    const checker = await findCheckerAtWork(tx, caller, communeId);
    const claims = await findClaimFacts(tx, communeId, [...new Set(rows.map(({ claimId }) => claimId))]);
    const mine = new Set(claims.filter((claim) => mayCorrect(checker.factsOf(claim)).ok).map(({ id }) => id));
    const { scheme } = await findSchemeOn(tx, communeId, caller.today);
    const activities = scheme.activities.map(({ key, name }) => ({ key, name }));
    const nameOf = new Map(activities.map(({ key, name }) => [key, name]));
    const seen = rows
      .filter(({ claimId }) => mine.has(claimId))
      .map((row) => ({ ...row, activityName: nameOf.get(row.activityKey) ?? row.activityKey }));
    return {
      waiting: seen.filter(({ verdict, askedBy }) => verdict === null && askedBy !== checker.accountId),
      answered: seen
        .filter(({ verdict }) => verdict !== null)
        .reverse()
        .slice(0, 20),
      activities,
    };
  });
}

/** How many of them wait for this reader. */
export async function countCorrections(caller: Caller): Promise<number> {
  return (await readCorrections(caller)).waiting.length;
}

function findRows(tx: Tx, communeId: number, since: Date): Promise<CorrectionRow[]> {
  return tx.$queryRaw<CorrectionRow[]>`
    select q.id, q.claim_id as "claimId", q.field, q.proposed, q.reason, q.asked_by as "askedBy",
           asker.display_name as "askedByName", (extract(epoch from q.asked_at) * 1000)::float8 as "askedAt",
           m.full_name as "memberName", t.name as "teamName", c.activity_key as "activityKey",
           c.work_date::text as "workDate", c.visits, q.verdict, q.answer, decider.display_name as "decidedByName",
           (extract(epoch from q.decided_at) * 1000)::float8 as "decidedAt",
           coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name)
              from membership ms join team o on o.commune_id = ms.commune_id and o.id = ms.team_id
             where ms.commune_id = c.commune_id and ms.member_id = c.member_id and ms.team_id <> c.team_id
               and ms.valid_from <= c.work_date and (ms.valid_to is null or ms.valid_to >= c.work_date)), '[]') as "otherTeams"
      from correction_request q
      join claim c on c.commune_id = q.commune_id and c.id = q.claim_id
      join member m on m.commune_id = c.commune_id and m.id = c.member_id
      join team t on t.commune_id = c.commune_id and t.id = c.team_id
      join account asker on asker.id = q.asked_by
      left join account decider on decider.id = q.decided_by
     where q.commune_id = ${communeId} and (q.verdict is null or q.decided_at > ${since})
     order by q.asked_at, q.id limit ${AT_MOST}`;
}
