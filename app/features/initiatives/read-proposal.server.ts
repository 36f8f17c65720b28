import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findOwnTeam } from "./propose-initiative.server.ts";

/** What the form of a proposal offers: the others of the own team, or none for whoever is on no roster. */
export function readProposal(caller: Caller): Promise<{
  readonly isOfTeam: boolean;
  readonly mates: readonly { readonly id: string; readonly name: string }[];
}> {
  const scope = caller.scope("initiatives.read-proposal");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const own = await findOwnTeam(tx, communeId, caller.person.accountId, caller.today);
    if (!own) return { isOfTeam: false, mates: [] };
    const mates = await tx.member.findMany({
      where: { communeId, id: { in: [...own.mates] } },
      select: { id: true, fullName: true },
      orderBy: { fullName: "asc" },
    });
    return { isOfTeam: true, mates: mates.map(({ id, fullName }) => ({ id, name: fullName })) };
  });
}

export interface DraftText {
  readonly id: string;
  readonly title: string;
  readonly problem: string;
  readonly proposal: string;
  readonly unitName: string | null;
  readonly coauthors: readonly string[];
}

/** An own draft as it was left; null for everything else. */
export function readDraft(caller: Caller, initiativeId: string): Promise<DraftText | null> {
  const scope = caller.scope("initiatives.read-draft");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const [row] = await tx.$queryRaw<DraftText[]>`
      select i.id, i.title, i.problem, i.proposal, i.unit_name as "unitName",
             array(select a.member_id::text from initiative_author a
                    where a.commune_id = i.commune_id and a.initiative_id = i.id) as coauthors
        from initiative i
       where i.commune_id = ${communeId} and i.id = ${initiativeId}::uuid and i.state = 'draft'
         and i.author_id = ${caller.person.accountId}::uuid`;
    return row ?? null;
  });
}
