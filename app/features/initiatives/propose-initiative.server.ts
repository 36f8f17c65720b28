import {
  type InitiativeRefusal,
  type InitiativeState,
  moveInitiative,
} from "#app/domain/initiatives/initiative.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface InitiativeWish {
  /** Made before it is sent: sending twice is one proposal. */
  readonly id: string;
  readonly title: string;
  readonly problem: string;
  readonly proposal: string;
  /** Others of the own team who made it together with the author: then it is the team's (H05). */
  readonly coauthors: readonly string[];
  /** H06: of whoever is on no roster. */
  readonly unitName: string | null;
}

export type ProposeRefusal =
  | Extract<InitiativeRefusal, { code: "initiative_not_open" | "initiative_unit_missing" }>
  | { readonly code: "not_permitted" };

interface Standing {
  readonly authorId: string;
  readonly state: InitiativeState;
}

async function lock(tx: Tx, communeId: number, id: string): Promise<Standing | null> {
  const [row] = await tx.$queryRaw<Standing[]>`
    select author_id as "authorId", state from initiative
     where commune_id = ${communeId} and id = ${id}::uuid for update`;
  return row ?? null;
}

/** Begins a proposal, or changes it while it is still a draft. */
export function proposeInitiative(
  caller: Caller,
  { id, coauthors, unitName, ...text }: InitiativeWish,
): Promise<Verdict<null, ProposeRefusal>> {
  return inRoster(
    caller,
    "initiatives.propose",
    async (tx, { communeId, actorId, now, today }): Promise<Verdict<null, ProposeRefusal>> => {
      const before = await lock(tx, communeId, id);
      if (before && before.authorId !== actorId) return refused({ code: "not_permitted" });
      if (before && before.state !== "draft")
        return refused({ code: "initiative_not_open", state: before.state });
      const own = await findOwnTeam(tx, communeId, actorId, today);
      if (!own && unitName === null) return refused({ code: "initiative_unit_missing" });
      const mates = own ? coauthors.filter((each) => own.mates.includes(each)) : [];
      if (mates.length < coauthors.length) return refused({ code: "not_permitted" });
      const proposedAs = own ? (mates.length > 0 ? "team" : "member") : "office";
      await tx.initiative.upsert({
        where: { communeId_id: { communeId, id } },
        create: {
          communeId,
          id,
          ...text,
          proposedAs,
          unitName: own ? null : unitName,
          authorId: actorId,
          memberId: own?.memberId ?? null,
          teamId: own?.teamId ?? null,
          state: "draft",
          createdAt: now,
          changedAt: now,
        },
        update: { ...text, proposedAs, changedAt: now },
        select: { id: true },
      });
      await tx.initiativeAuthor.deleteMany({ where: { communeId, initiativeId: id } });
      await tx.initiativeAuthor.createMany({
        data: mates.map((memberId) => ({ communeId, initiativeId: id, memberId })),
      });
      return allowed(null);
    },
  );
}

/** Sent in: from now on the office speaks. */
export function submitInitiative(
  caller: Caller,
  {
    id,
    initiativeId,
    reason,
  }: { readonly id: string; readonly initiativeId: string; readonly reason: string },
): Promise<Verdict<null, ProposeRefusal>> {
  return inRoster(
    caller,
    "initiatives.submit",
    async (tx, { communeId, actorId, now, today }): Promise<Verdict<null, ProposeRefusal>> => {
      const standing = await lock(tx, communeId, initiativeId);
      if (standing?.authorId !== actorId) return refused({ code: "not_permitted" });
      const moved = moveInitiative(standing.state, "submit");
      if (!moved.ok) return moved;
      await tx.$executeRaw`
        insert into initiative_step (commune_id, id, initiative_id, act, reason, done_by, done_at, happened_on)
        values (${communeId}, ${id}::uuid, ${initiativeId}::uuid, 'submit', ${reason}, ${actorId}::uuid, ${now},
                ${today}::date)`;
      await tx.$executeRaw`
        update initiative set state = ${moved.value}, changed_at = ${now}
         where commune_id = ${communeId} and id = ${initiativeId}::uuid`;
      return allowed(null);
    },
  );
}

interface OwnTeam {
  readonly memberId: string;
  readonly teamId: number;
  readonly mates: readonly string[];
}

/** Who the author is on the roster, and with whom in a team today; a village's team before any other. */
export async function findOwnTeam(
  tx: Tx,
  communeId: number,
  accountId: string,
  today: string,
): Promise<OwnTeam | null> {
  const [row] = await tx.$queryRaw<OwnTeam[]>`
    select m.id as "memberId", t.id as "teamId",
           array(select o.member_id::text from membership o
                  where o.commune_id = s.commune_id and o.team_id = s.team_id and o.member_id <> m.id
                    and o.valid_from <= ${today}::date and (o.valid_to is null or o.valid_to >= ${today}::date)) as mates
      from member m
      join membership s on s.commune_id = m.commune_id and s.member_id = m.id
       and s.valid_from <= ${today}::date and (s.valid_to is null or s.valid_to >= ${today}::date)
      join team t on t.commune_id = s.commune_id and t.id = s.team_id
     where m.commune_id = ${communeId} and m.account_id = ${accountId}::uuid
     order by (t.village_id is null), s.valid_from, t.id limit 1`;
  return row ?? null;
}
