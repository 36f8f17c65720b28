import { allowed, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { findRetention } from "./prune-survey.server.ts";

/** F06: for how long after its year what is known of residents stays. */
export function setRetention(caller: Caller, months: number): Promise<Verdict<null, never>> {
  return inRoster(caller, "survey.set-retention", async (tx, { communeId, actorId, now }) => {
    const row = { months, setBy: actorId, setAt: now };
    await tx.residentRetention.upsert({
      where: { communeId },
      create: { communeId, ...row },
      update: row,
      select: { months: true },
    });
    return allowed(null);
  });
}

export function readRetention(caller: Caller): Promise<number> {
  const scope = caller.scope("survey.read-retention");
  return caller.platform.db.withCommunes(scope, (tx) => findRetention(tx, onlyCommune(scope)));
}
