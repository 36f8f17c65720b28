import type { TargetRefusal } from "#app/domain/targets/assigned-target.ts";
import {
  judgeDetail,
  type OwnTarget,
  type TargetDetail,
  type TargetDetailRefusal,
} from "#app/domain/targets/detail.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findTargetList } from "./find-target-list.server.ts";
import { findPlanYear } from "./plan-year.server.ts";

export interface DetailWish {
  readonly key: string;
  readonly seenRevision: number;
  readonly detail: TargetDetail;
  readonly accountableId: string | null;
  /** The words and figure of a target of the commune's own; null for one of the plan. */
  readonly own: OwnTarget | null;
  readonly isRetired: boolean;
}

type Refusal =
  | TargetDetailRefusal
  | Extract<TargetRefusal, { code: "target_changed" }>
  | { readonly code: "not_permitted" };

/** A new revision of what the office says of a target. Of two who edit at once the second is told (rule 7). */
export async function saveDetail(
  tx: Tx,
  { communeId, actorId, now, today }: RosterAct & { readonly actorId: string },
  wish: DetailWish,
): Promise<Verdict<null, Refusal>> {
  await tx.$executeRaw`select from commune where id = ${communeId} for update`;
  const plan = await findPlanYear(tx, communeId, today);
  const entry = (await findTargetList(tx, communeId, plan)).find(({ key }) => key === wish.key);
  // A key of the plan takes no words of the commune's own, and a new one takes nothing else.
  if (entry ? entry.isOwn !== (wish.own !== null) : wish.own === null) {
    return refused({ code: "not_permitted" });
  }
  const test = wish.own ?? (entry?.test.kind === "share" ? entry.test : null);
  const verdict = judgeDetail(wish.detail, {
    of: test?.of ?? null,
    comparator: test?.comparator ?? "at_least",
    basisPoints: test?.basisPoints ?? 0,
    year: plan,
  });
  if (!verdict.ok) return verdict;
  if (wish.accountableId !== null && !(await isOfHouse(tx, communeId, wish.accountableId, today))) {
    return refused({ code: "not_permitted" });
  }
  // A new one sent twice is written once.
  if (entry?.isOwn && wish.seenRevision === 0) return allowed(null);
  if ((entry?.revision ?? 0) !== wish.seenRevision) return refused({ code: "target_changed" });
  const { source, steps, lineage } = verdict.value;
  await tx.$executeRaw`
    insert into target_detail (commune_id, year, target_key, revision, source, steps, lineage, accountable_id, own,
                               is_retired, made_by, made_at)
    values (${communeId}, ${plan.year}, ${wish.key}, ${wish.seenRevision + 1}, ${source},
            ${JSON.stringify(steps)}::jsonb, ${JSON.stringify(lineage)}::jsonb, ${wish.accountableId}::uuid,
            ${wish.own === null ? null : JSON.stringify(wish.own)}::jsonb, ${wish.isRetired}, ${actorId}::uuid, ${now})`;
  return allowed(null);
}

/** A41: whoever answers for a target has a role in the commune. */
async function isOfHouse(tx: Tx, communeId: number, accountId: string, today: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isThere: boolean }[]>`
    select exists (select from role_grant where commune_id = ${communeId} and account_id = ${accountId}::uuid
                    and role in ('office', 'commune_leader', 'sector_office') and ended_at is null
                    and valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)) as "isThere"`;
  return row?.isThere === true;
}
