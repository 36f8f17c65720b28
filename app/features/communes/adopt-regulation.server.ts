import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { judgeRegulation, type Regulation, type RegulationRefusal } from "#app/domain/roster/commune.ts";
import type { SetupRefusal } from "#app/domain/roster/setup.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { toDatabaseDay } from "./database-day.ts";
import { onlyCommune } from "./only-commune.ts";

type Refusal = RegulationRefusal | Extract<SetupRefusal, { code: "changed_meanwhile" }>;

/**
 * Weights are a proposal until the commune's own regulation adopts them. With its number and date
 * the trial ends; taking them back (null) starts it again, and both are in the audit log.
 */
export async function adoptRegulation(
  platform: Pick<Platform, "db" | "clock" | "live">,
  scope: CommuneScope,
  change: { readonly regulation: Regulation | null; readonly seenRevision: number },
): Promise<Verdict<null, Refusal>> {
  const communeId = onlyCommune(scope);
  const now = platform.clock.now();
  const verdict = change.regulation && judgeRegulation(change.regulation, localDateAt(now.getTime()));
  if (verdict && !verdict.ok) return verdict;
  const number = verdict?.value.number ?? null;
  const date = verdict ? toDatabaseDay(verdict.value.date) : null;
  return platform.db.withCommunes(scope, async (tx) => {
    const changed = await tx.commune.updateMany({
      where: { id: communeId, revision: change.seenRevision },
      data: { regulationNumber: number, regulationDate: date, revision: { increment: 1 } },
    });
    if (changed.count === 0 && !(await isAlreadySo())) return refused({ code: "changed_meanwhile" });
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);

    async function isAlreadySo(): Promise<boolean> {
      const stored = await tx.commune.findUniqueOrThrow({
        where: { id: communeId },
        select: { regulationNumber: true, regulationDate: true },
      });
      return stored.regulationNumber === number && stored.regulationDate?.getTime() === date?.getTime();
    }
  });
}
