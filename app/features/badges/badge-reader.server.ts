import type { Caller } from "#app/features/accounts/allow.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** As much of a caller as reading badges asks for. */
export type BadgeReader = Pick<Caller, "platform" | "person" | "communeId" | "scope" | "today" | "now">;

/** The reader's own place on the roster, and the teams they are in today. */
export interface OwnPlace {
  readonly memberId: string;
  readonly teams: readonly { readonly id: number; readonly name: string }[];
}

export async function findOwnPlace(
  tx: Tx,
  communeId: number,
  { person, today }: Pick<BadgeReader, "person" | "today">,
): Promise<OwnPlace | null> {
  const member = await tx.member.findFirst({
    where: { communeId, accountId: person.accountId, erasedAt: null },
    select: { id: true },
  });
  if (!member) return null;
  const teams = await tx.$queryRaw<OwnPlace["teams"]>`
    select t.id, t.name from membership s
      join team t on t.commune_id = s.commune_id and t.id = s.team_id
     where s.commune_id = ${communeId} and s.member_id = ${member.id}::uuid
       and ${today}::date between s.valid_from and coalesce(s.valid_to, ${today}::date)
     order by t.id`;
  return { memberId: member.id, teams };
}
