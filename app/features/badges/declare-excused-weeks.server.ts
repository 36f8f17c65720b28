import { type BadgeRefusal, type ExcusedReason, judgeExcused } from "#app/domain/badges/judge-badge.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { BadgeDeskPlatform } from "./change-badge-draft.server.ts";
import { askWholeRound, holdBadges } from "./keep-commune-badges.server.ts";

export interface ExcusedRange {
  /** Made before sending: sent twice it is declared once. */
  readonly id: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly reason: ExcusedReason;
  readonly note: string | null;
  readonly memberId: string | null;
}

/** Weeks with a day in the range carry streaks over: of everybody, or of one member. */
export function declareExcusedWeeks(
  platform: BadgeDeskPlatform,
  scope: CommuneScope,
  range: ExcusedRange,
): Promise<Verdict<null, BadgeRefusal>> {
  const communeId = onlyCommune(scope);
  const { actorId } = scope;
  if (actorId === null) throw new Error("weeks are excused by a person");
  return platform.db.withCommunes(scope, async (tx) => {
    const verdict = judgeExcused(range.firstDay, range.lastDay);
    if (!verdict.ok) return verdict;
    await holdBadges(tx, communeId);
    const { memberId } = range;
    if (memberId !== null && (await tx.member.count({ where: { communeId, id: memberId } })) === 0)
      return refused({ code: "excused_of_unknown_member" });
    await tx.excusedWeek.createMany({
      data: {
        ...range,
        communeId,
        firstDay: toDatabaseDay(range.firstDay),
        lastDay: toDatabaseDay(range.lastDay),
        declaredBy: actorId,
        declaredAt: platform.clock.now(),
      },
      skipDuplicates: true,
    });
    await askWholeRound(tx, communeId);
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}

/** The declaration stays on record; it bridges nothing any more. */
export function withdrawExcusedWeeks(
  platform: BadgeDeskPlatform,
  scope: CommuneScope,
  id: string,
): Promise<void> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    await holdBadges(tx, communeId);
    await tx.excusedWeek.updateMany({
      where: { communeId, id, withdrawnAt: null },
      data: { withdrawnBy: scope.actorId, withdrawnAt: platform.clock.now() },
    });
    await askWholeRound(tx, communeId);
    await platform.live.touch(tx, `commune:${communeId}`);
  });
}
