import type { ImportPhase, ImportProgress } from "#app/domain/households/import-progress.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

/** Whoever has said nothing for so long was cut off. */
const SILENT_MS = 60_000;

export type TellProgress = (phase: ImportPhase, done: number, total: number) => void;

/**
 * Lets a long act on a whole list say how far it is. What is said is written beside the act's own transaction, is
 * never waited for, and of many words only the newest goes out; without it the act is the same.
 */
export async function tellingProgress<Result>(
  platform: Pick<Platform, "db" | "clock" | "log">,
  scope: CommuneScope,
  act: (tell: TellProgress) => Promise<Result>,
): Promise<Result> {
  let newest: ImportProgress | null = null;
  let writing: Promise<void> | null = null;
  const write = async () => {
    while (newest !== null) {
      const said = newest;
      newest = null;
      await keep(platform, scope, said);
    }
    writing = null;
  };
  const tell: TellProgress = (phase, done, total) => {
    newest = { phase, done, total };
    writing ??= write();
  };
  tell("read", 0, 0);
  try {
    return await act(tell);
  } finally {
    newest = null;
    await writing;
    await forget(platform, scope);
  }
}

/** The import of this person that is under way; null while there is none. */
export async function readProgress(
  platform: Pick<Platform, "db" | "clock">,
  scope: CommuneScope,
): Promise<ImportProgress | null> {
  const communeId = onlyCommune(scope);
  const row = await platform.db.withCommunes(scope, (tx) =>
    tx.importProgress.findUnique({
      where: { communeId_accountId: { communeId, accountId: scope.actorId ?? "" } },
      select: { phase: true, done: true, total: true, toldAt: true },
    }),
  );
  if (row === null || platform.clock.now().getTime() - row.toldAt.getTime() > SILENT_MS) return null;
  const { done, total } = row;
  return { phase: row.phase as ImportPhase, done, total };
}

async function keep(
  { db, clock, log }: Pick<Platform, "db" | "clock" | "log">,
  scope: CommuneScope,
  { phase, done, total }: ImportProgress,
): Promise<void> {
  const communeId = onlyCommune(scope);
  await db
    .withCommunes(
      scope,
      (tx) => tx.$executeRaw`
        insert into import_progress (commune_id, account_id, phase, done, total, told_at)
        values (${communeId}, ${scope.actorId}::uuid, ${phase}, ${done}, ${total}, ${clock.now()})
        on conflict (commune_id, account_id)
        do update set phase = excluded.phase, done = excluded.done, total = excluded.total, told_at = excluded.told_at`,
    )
    .catch((error: unknown) => log.warn({ err: error }, "the progress of an import was not told"));
}

async function forget({ db, log }: Pick<Platform, "db" | "log">, scope: CommuneScope): Promise<void> {
  const communeId = onlyCommune(scope);
  await db
    .withCommunes(scope, (tx) =>
      tx.importProgress.deleteMany({ where: { communeId, accountId: scope.actorId ?? "" } }),
    )
    .catch((error: unknown) => log.warn({ err: error }, "the progress of an import was not cleared"));
}
