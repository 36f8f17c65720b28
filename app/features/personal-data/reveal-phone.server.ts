import { startOfDay } from "#app/domain/calendar/local-date.ts";
import type { Id } from "#app/domain/ids.ts";
import { MOST_REVEALS_A_DAY, type PersonalDataRefusal } from "#app/domain/people/consent.ts";
import { formatPhone } from "#app/domain/people/phone.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { openMemberPhone } from "#app/features/roster/member-phone.server.ts";
import { rosterAct } from "#app/features/roster/roster-act.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findMember } from "./find-member.server.ts";

type Refusal = Extract<PersonalDataRefusal, { code: "not_on_roster" | "phone_not_kept" | "reveals_spent" }>;

/**
 * The full number, for a reason, with a line in the log that the person and the office can read. The log is
 * also the count: what is not written down was not shown.
 */
export async function revealPhone(
  platform: Pick<Platform, "db" | "clock" | "random" | "keys">,
  scope: CommuneScope,
  { id, memberId, reason }: { readonly id: Id; readonly memberId: string; readonly reason: string },
): Promise<Verdict<{ phone: string }, Refusal>> {
  const { communeId, now, today, actorId } = rosterAct(platform, scope);
  if (actorId === null) throw new Error("a number is shown to a person");
  return platform.db.withCommunes(scope, async (tx) => {
    const member = await findMember(tx, communeId, memberId);
    if (!member) return refused({ code: "not_on_roster" });
    if (member.phoneCipher === null) return refused({ code: "phone_not_kept" });
    // One at a time for one officer, so that many windows do not see more than one window may.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('phone_reveal'), hashtext(${actorId}))`;
    const shown = await tx.phoneReveal.count({
      where: {
        communeId,
        revealedTo: actorId,
        revealedAt: { gte: new Date(startOfDay(today)) },
        NOT: { id },
      },
    });
    if (shown >= MOST_REVEALS_A_DAY) return refused({ code: "reveals_spent", maximum: MOST_REVEALS_A_DAY });
    await tx.phoneReveal.createMany({
      data: { communeId, id, memberId, revealedTo: actorId, revealedAt: now, reason },
      skipDuplicates: true,
    });
    return allowed({ phone: formatPhone(openMemberPhone(platform.keys, communeId, member.phoneCipher)) });
  });
}
