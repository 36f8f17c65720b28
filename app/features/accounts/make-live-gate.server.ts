import { type Actor, isHalfWay, isInForce } from "#app/domain/access/actor.ts";
import { needsSecondFactor } from "#app/domain/access/roles.ts";
import { isIdle } from "#app/domain/accounts/session-life.ts";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { LiveGate, LiveVisitor } from "#app/platform/live/live-gate.ts";
import type { Platform } from "#app/platform/platform.ts";
import { readSession } from "./read-session.server.ts";

interface StandingRow extends Omit<Actor, "provedFreshly"> {
  readonly sessionId: string;
  readonly lastSeenAt: string;
}

const STANDING = {
  name: "accounts.standing-sessions",
  text: "select tds_standing_sessions($1, $2, $3) as standing",
} as const;

/** How the live connection learns who sits behind a cookie, and whether a session still stands. */
export function makeLiveGate(platform: Pick<Platform, "db" | "clock">): LiveGate {
  return {
    async authenticate(cookieHeader) {
      const now = platform.clock.now();
      const found = await readSession(platform, cookieHeader, now);
      return found && visitorOf(found.session.id, found.actor, localDateAt(now.getTime()));
    },

    async recheck(sessionIds) {
      const now = platform.clock.now();
      const today = localDateAt(now.getTime());
      const { rows } = await platform.db.pool.query<{ standing: StandingRow[] }>({
        ...STANDING,
        values: [sessionIds, now, today],
      });
      const visitors = new Map<string, LiveVisitor>();
      for (const row of rows[0]?.standing ?? []) {
        if (isIdle(row.assurance, new Date(row.lastSeenAt).getTime(), now.getTime())) continue;
        const visitor = visitorOf(row.sessionId, { ...row, provedFreshly: false }, today);
        if (visitor) visitors.set(row.sessionId, visitor);
      }
      return visitors;
    },
  };
}

/** A role that sleeps for want of a second factor follows nothing. */
function visitorOf(sessionId: string, actor: Actor, today: LocalDate): LiveVisitor | null {
  if (isHalfWay(actor, today) || actor.mustChangePassword) return null;
  const awake = actor.grants.filter(
    (grant) =>
      isInForce(grant, today) && (actor.assurance === "second_factor" || !needsSecondFactor(grant.role)),
  );
  return {
    sessionId,
    accountId: actor.accountId,
    communes: [...new Set(awake.map((grant) => grant.communeId))],
  };
}
