import type { ClaimContent } from "#app/domain/activity/claim.ts";
import type { HeldWork } from "#app/domain/offline/held-work.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";

const AT_MOST = 100;

/** Work that waits for a look: the office sees all of it, a leader that of the own team. */
export async function readHeld(caller: Caller): Promise<readonly HeldWork[]> {
  const scope = caller.scope("envelopes.read-held");
  const communeId = onlyCommune(scope);
  const teams = teamsInReach(caller);
  const rows = await caller.platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<
      (Omit<HeldWork, "receivedAt" | "isOwn" | "activityKey" | "visits" | "photoCount" | "note"> & {
        content: ClaimContent;
        receivedAt: Date;
        accountId: string;
      })[]
    >`
      select h.id, h.reason, m.full_name as "memberName", t.name as "teamName", h.work_date::text as "workDate",
             h.content, h.received_at as "receivedAt", h.account_id as "accountId"
        from held_claim h
        join member m on m.commune_id = h.commune_id and m.id = h.member_id
        left join team t on t.commune_id = h.commune_id and t.id = h.team_id
       where h.commune_id = ${communeId} and h.state = 'waiting'
         and (${teams === null} or h.team_id = any(${teams ?? []}::int[]))
       order by h.received_at, h.id limit ${AT_MOST}`,
  );
  return rows.map(({ content, receivedAt, accountId, ...row }) => ({
    ...row,
    activityKey: content.activityKey,
    visits: content.visits,
    photoCount: content.photos.length,
    note: content.note,
    receivedAt: receivedAt.toISOString(),
    isOwn: accountId === caller.person.accountId,
  }));
}

/** How much of it waits for this person; asked where work is verified. */
export async function countHeld(
  caller: Pick<Caller, "platform" | "scope" | "permission" | "communeId">,
): Promise<number> {
  const scope = caller.scope("envelopes.count-held");
  const teams = teamsInReach(caller);
  return caller.platform.db.withCommunes(scope, (tx) =>
    tx.heldClaim.count({
      where: {
        communeId: onlyCommune(scope),
        state: "waiting",
        ...(teams === null ? {} : { teamId: { in: teams } }),
      },
    }),
  );
}

/** Null for the office, which reaches every team. */
export function teamsInReach({
  permission,
  communeId,
}: Pick<Caller, "permission" | "communeId">): number[] | null {
  const here = permission.grants.filter((grant) => grant.communeId === communeId);
  if (here.some(({ role }) => role === "office")) return null;
  return here.flatMap(({ teamId }) => teamId ?? []);
}
