import type { Badge } from "#app/domain/badges/badge.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import { failpoint } from "#app/platform/failpoint/failpoint.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { READ_ALL_SUBJECTS, READ_TOUCHED_SUBJECTS } from "./badge-facts.sql.ts";
import { findBadges, rowsOf } from "./find-badges.server.ts";
import { keepAwards } from "./keep-awards.server.ts";
import { type CommuneFacts, type RuleSubject, readCommuneFacts } from "./read-subject-facts.server.ts";

export type BadgePlatform = Pick<Platform, "db" | "live" | "random" | "config">;

/** Subjects whose work is read at once: some thousand records. */
const AT_ONCE: Readonly<Record<RuleSubject, number>> = { member: 60, team: 6 };

interface Round {
  readonly isWhole: boolean;
  /** Decisions up to here are looked at when the round is over. */
  readonly decidedUntil: Date;
  readonly subjects: Readonly<Record<RuleSubject, readonly string[]>>;
  readonly badges: readonly Badge[];
  readonly commune: CommuneFacts;
}

/**
 * Brings the awards of a commune to what its verified work makes due: after decisions for those they touch, once a
 * day, and after a new version or an excused week, for all. A round that dies is simply run again.
 */
export async function keepCommuneBadges(
  platform: BadgePlatform,
  communeId: number,
  now: Date,
): Promise<number> {
  const scope: CommuneScope = {
    actorId: null,
    verb: "badges.keep-badges",
    requestId: `badges-${now.toISOString()}`,
    communes: [communeId],
  };
  const inCommune = <T>(work: (tx: Tx) => Promise<T>) =>
    platform.db.withCommunes(scope, async (tx) => {
      await holdBadges(tx, communeId);
      return work(tx);
    });
  const round = await inCommune((tx) => planRound(tx, communeId, now));
  if (!round) return 0;
  let changed = 0;
  for (const subject of ["member", "team"] as const) {
    for (const ids of inBatches(round.subjects[subject], AT_ONCE[subject])) {
      changed += await inCommune(async (tx) => {
        const circle = { ...round, subject, ids };
        const count = await keepAwards(platform, tx, communeId, circle, now);
        if (count > 0) await platform.live.touch(tx, `commune:${communeId}`);
        return count;
      });
      failpoint(platform.config, "badges.after-batch");
    }
  }
  await inCommune((tx) => endRound(tx, communeId, round, now));
  return changed;
}

/** One program at a time writes a commune's awards and definitions; the lock ends with the transaction. */
export async function holdBadges(tx: Tx, communeId: number): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(7302, ${communeId}::int)`;
}

/** Asks for a whole round: definitions or excused weeks have changed. */
export async function askWholeRound(tx: Tx, communeId: number): Promise<void> {
  await tx.badgeProgress.updateMany({ where: { communeId }, data: { wholeRoundOn: null } });
}

/** Null where nothing was decided since the last round. */
async function planRound(tx: Tx, communeId: number, now: Date): Promise<Round | null> {
  const today = localDateAt(now.getTime());
  const read = rowsOf(tx);
  const known = await tx.badgeProgress.findUnique({
    where: { communeId },
    select: { decidedUntil: true, wholeRoundOn: true },
  });
  const newest = await tx.claimDecision.findFirst({
    where: { communeId },
    orderBy: { decidedAt: "desc" },
    select: { decidedAt: true },
  });
  const isWhole = !known?.wholeRoundOn || fromDatabaseDay(known.wholeRoundOn) < today;
  const decidedUntil = newest?.decidedAt ?? known?.decidedUntil ?? new Date(0);
  if (!isWhole && known && decidedUntil <= known.decidedUntil) return null;
  if (isWhole) await markUnderWay(tx, communeId);
  const touched = isWhole || !known ? await readAll() : await readTouched(known.decidedUntil);
  const badges = await findBadges(tx, communeId);
  return {
    isWhole,
    decidedUntil,
    subjects: touched,
    badges,
    commune: await readCommuneFacts(read, communeId, today),
  };

  async function readAll(): Promise<Round["subjects"]> {
    const of = async (subject: RuleSubject) =>
      (await read<{ id: string }>(READ_ALL_SUBJECTS, [communeId, subject])).map(({ id }) => id);
    return { member: await of("member"), team: await of("team") };
  }
  async function readTouched(since: Date): Promise<Round["subjects"]> {
    const rows = await read<{ subject: string; id: string }>(READ_TOUCHED_SUBJECTS, [
      communeId,
      since,
      decidedUntil,
    ]);
    const of = (wanted: RuleSubject) => rows.filter(({ subject }) => subject === wanted).map(({ id }) => id);
    return { member: of("member"), team: of("team") };
  }
}

/** Before any day: the round is run again if it dies, and whoever asks for another while it runs is heard. */
const UNDER_WAY = new Date(0);

async function markUnderWay(tx: Tx, communeId: number): Promise<void> {
  await tx.badgeProgress.upsert({
    where: { communeId },
    create: { communeId, decidedUntil: new Date(0), wholeRoundOn: UNDER_WAY },
    update: { wholeRoundOn: UNDER_WAY },
  });
}

async function endRound(tx: Tx, communeId: number, round: Round, now: Date): Promise<void> {
  await tx.$executeRaw`
    update badge_award a set is_final = true
      from month m
     where a.commune_id = ${communeId} and not a.is_final and a.revoked_at is null and a.granted_by is null
       and m.commune_id = a.commune_id and m.id = a.month_id and m.state = 'sealed'`;
  await tx.badgeProgress.updateMany({ where: { communeId }, data: { decidedUntil: round.decidedUntil } });
  if (!round.isWhole) return;
  await tx.badgeProgress.updateMany({
    where: { communeId, wholeRoundOn: UNDER_WAY },
    data: { wholeRoundOn: toDatabaseDay(localDateAt(now.getTime())) },
  });
}

function* inBatches(ids: readonly string[], size: number): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += size) yield ids.slice(at, at + size);
}
