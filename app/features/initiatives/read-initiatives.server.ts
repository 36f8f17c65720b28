import { can } from "#app/domain/access/can.ts";
import { openActs } from "#app/domain/initiatives/initiative.ts";
import type { InitiativeCard, InitiativeView } from "#app/domain/initiatives/views.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { mayCredit } from "./credit-initiative.server.ts";

/** What was sent in, newest change first, and the reader's own drafts. */
export function readInitiatives(caller: Caller): Promise<InitiativeCard[]> {
  const scope = caller.scope("initiatives.read");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, (tx) =>
    findCards(tx, communeId, caller.person.accountId, null),
  );
}

function findCards(
  tx: Tx,
  communeId: number,
  readerId: string,
  initiativeId: string | null,
): Promise<InitiativeCard[]> {
  return tx.$queryRaw<InitiativeCard[]>`
    select i.id, i.title, i.state, i.proposed_as as "proposedAs",
           case i.proposed_as when 'team' then t.name when 'office' then i.unit_name
             else concat_ws(', ', m.full_name, coalesce(p.name, t.name)) end as proposer,
           v.name as "pilotVillage", (extract(epoch from i.changed_at) * 1000)::float8 as "changedAt",
           (select count(*)::int from initiative_step s
             where s.commune_id = i.commune_id and s.initiative_id = i.id and s.act = 'replicate') as replicas
      from initiative i
      left join member m on m.commune_id = i.commune_id and m.id = i.member_id
      left join team t on t.commune_id = i.commune_id and t.id = i.team_id
      left join village p on p.commune_id = t.commune_id and p.id = t.village_id
      left join village v on v.commune_id = i.commune_id and v.id = i.pilot_village_id
     where i.commune_id = ${communeId} and (i.state <> 'draft' or i.author_id = ${readerId}::uuid)
       and (${initiativeId}::uuid is null or i.id = ${initiativeId}::uuid)
     order by i.changed_at desc, i.id limit 200`;
}

interface Rest {
  readonly problem: string;
  readonly proposal: string;
  readonly authorId: string;
  readonly memberId: string | null;
  readonly teamId: number | null;
}

/** One initiative with all its steps; null: not there, or somebody else's draft. */
export function readInitiative(caller: Caller, initiativeId: string): Promise<InitiativeView | null> {
  const scope = caller.scope("initiatives.read-one");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const [card] = await findCards(tx, communeId, caller.person.accountId, initiativeId);
    if (!card) return null;
    const [rest] = await tx.$queryRaw<Rest[]>`
      select problem, proposal, author_id as "authorId", member_id as "memberId", team_id as "teamId"
        from initiative where commune_id = ${communeId} and id = ${initiativeId}::uuid`;
    if (!rest) return null;
    const steps = await findSteps(tx, communeId, initiativeId);
    const claims = await tx.$queryRaw<(InitiativeView["claims"][number] & { replicas: number })[]>`
      select x.stage, c.state, x.replicas from initiative_claim x
        join claim c on c.commune_id = x.commune_id and c.id = x.claim_id
       where x.commune_id = ${communeId} and x.initiative_id = ${initiativeId}::uuid order by x.stage`;
    const { authorId, memberId, teamId, ...text } = rest;
    const isAuthor = authorId === caller.person.accountId;
    const isJudge = can(caller.actor, "initiative.judge", { communeId }, caller.today).ok && !isAuthor;
    const credited = Math.max(0, ...claims.map(({ replicas }) => replicas));
    const stages = (["piloted", "recognised"] as const).filter((stage) =>
      steps.some(({ act }) => act === (stage === "piloted" ? "pilot" : "recognise")),
    );
    return {
      ...card,
      ...text,
      coauthors: await findCoauthors(tx, communeId, initiativeId),
      steps,
      claims: claims.map(({ stage, state }) => ({ stage, state })),
      unwritten:
        memberId === null ? [] : stages.filter((stage) => !claims.some((claim) => claim.stage === stage)),
      uncredited: claims.length === 0 ? 0 : card.replicas - credited,
      may: {
        write: isAuthor && card.state === "draft",
        acts: isJudge ? openActs(card.state) : [],
        credit: !isAuthor && mayCredit(caller, teamId),
      },
    };
  });
}

function findSteps(tx: Tx, communeId: number, initiativeId: string) {
  return tx.$queryRaw<InitiativeView["steps"][number][]>`
    select s.id, s.act, s.reason, v.name as village, s.evidence_link as "evidenceLink",
           s.document_number as "documentNumber", s.document_date::text as "documentDate", a.display_name as by,
           s.happened_on::text as "happenedOn"
      from initiative_step s
      join account a on a.id = s.done_by
      left join village v on v.commune_id = s.commune_id and v.id = s.village_id
     where s.commune_id = ${communeId} and s.initiative_id = ${initiativeId}::uuid order by s.done_at, s.id`;
}

function findCoauthors(tx: Tx, communeId: number, initiativeId: string) {
  return tx.$queryRaw<InitiativeView["coauthors"][number][]>`
    select m.id, m.full_name as name from initiative_author a
      join member m on m.commune_id = a.commune_id and m.id = a.member_id
     where a.commune_id = ${communeId} and a.initiative_id = ${initiativeId}::uuid order by m.full_name, m.id`;
}

export function readInitiativeVillages(
  caller: Caller,
): Promise<readonly { readonly id: number; readonly name: string }[]> {
  const scope = caller.scope("initiatives.read-villages");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) =>
    (await findVillages(tx, communeId)).map(({ id, name }) => ({ id, name })),
  );
}
