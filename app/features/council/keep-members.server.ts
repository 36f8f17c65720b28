import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { CouncilRefusal } from "#app/domain/council/council-refusals.ts";
import type { CouncilRole } from "#app/domain/council/minutes.ts";
import { type CouncilRules, judgeRules } from "#app/domain/council/threshold.ts";
import type { Id } from "#app/domain/ids.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type CouncilMember, findMembers } from "./find-members.server.ts";

export interface NewMember {
  readonly id: Id;
  readonly fullName: string;
  readonly position: string;
  readonly role: CouncilRole;
  readonly accountId: string | null;
  readonly decision: string;
  readonly validFrom: LocalDate;
}

type Refusal = CouncilRefusal | { readonly code: "not_permitted" } | { readonly code: "not_chosen" };

/** Somebody takes a seat by a decision, from a day on. One chair at a time, one seat for one account. */
export function addCouncilMember(caller: Caller, member: NewMember): Promise<Verdict<null, Refusal>> {
  return inRoster<Verdict<null, Refusal>>(
    caller,
    "council.add-member",
    async (tx, { communeId, actorId, now }) => {
      await lockCouncil(tx, communeId);
      const { id, validFrom, accountId, ...facts } = member;
      if ((await tx.councilMember.count({ where: { communeId, id } })) > 0) return allowed(null);
      const meets = (each: CouncilMember) => each.validTo === null || each.validTo >= validFrom;
      const standing = (await findMembers(tx, communeId)).filter(meets);
      const chair = standing.find(({ role }) => role === "chair");
      if (member.role === "chair" && chair)
        return refused({ code: "council_chair_taken", name: chair.fullName });
      const holder = accountId && standing.find((each) => each.accountId === accountId);
      if (holder) return refused({ code: "council_account_taken", name: holder.fullName });
      if (accountId && !(await findVoters(tx, communeId)).some((each) => each.id === accountId))
        return refused({ code: "not_chosen" });
      await tx.councilMember.createMany({
        data: [
          {
            communeId,
            id,
            accountId,
            ...facts,
            validFrom: toDatabaseDay(validFrom),
            enteredBy: actorId,
            enteredAt: now,
          },
        ],
      });
      return allowed(null);
    },
  );
}

/** A term ends with a day; what was voted in it stays. */
export function endCouncilTerm(
  caller: Caller,
  { memberId, validTo }: { readonly memberId: string; readonly validTo: LocalDate },
): Promise<Verdict<null, Refusal>> {
  return inRoster<Verdict<null, Refusal>>(caller, "council.end-term", async (tx, { communeId }) => {
    await lockCouncil(tx, communeId);
    const row = await tx.councilMember.findUnique({
      where: { communeId_id: { communeId, id: memberId } },
      select: { validFrom: true, validTo: true },
    });
    if (!row || row.validTo !== null) return refused({ code: "not_permitted" });
    if (validTo < fromDatabaseDay(row.validFrom)) return refused({ code: "council_term_ends_too_early" });
    await tx.councilMember.updateMany({
      where: { communeId, id: memberId },
      data: { validTo: toDatabaseDay(validTo) },
    });
    return allowed(null);
  });
}

/** What the council goes by from its next session on, by its own document. */
export function writeCouncilRules(
  caller: Caller,
  { rules, document }: { readonly rules: CouncilRules; readonly document: string },
): Promise<Verdict<null, CouncilRefusal>> {
  return inRoster<Verdict<null, CouncilRefusal>>(
    caller,
    "council.write-rules",
    async (tx, { communeId, actorId, now }) => {
      const refusal = judgeRules(rules);
      if (refusal) return refused(refusal);
      await lockCouncil(tx, communeId);
      // A second tap writes no second version.
      const [standing] = await tx.$queryRaw<{ isSame: boolean }[]>`
        select content = ${JSON.stringify(rules)}::jsonb and document = ${document} as "isSame"
          from council_rule where commune_id = ${communeId} order by number desc limit 1`;
      if (standing?.isSame) return allowed(null);
      const number = 1 + (await tx.councilRule.count({ where: { communeId } }));
      await tx.$executeRaw`
        insert into council_rule (commune_id, number, content, document, written_by, written_at)
        values (${communeId}, ${number}, ${JSON.stringify(rules)}::jsonb, ${document}, ${actorId}::uuid, ${now})`;
      return allowed(null);
    },
  );
}

/** Accounts that could vote on an own device: whoever holds a role that lets them in. */
export function findVoters(tx: Tx, communeId: number): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    select distinct a.id, a.display_name as name
      from role_grant g join account a on a.id = g.account_id
     where g.commune_id = ${communeId} and g.role in ('office', 'council', 'commune_leader') and g.ended_at is null
     order by a.display_name, a.id`;
}

/** Two officers who write into the council at once go one after the other. */
async function lockCouncil(tx: Tx, communeId: number): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('council'), ${communeId})`;
}
