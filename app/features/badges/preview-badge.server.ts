import type { Badge, BadgeContent } from "#app/domain/badges/badge.ts";
import { type DueAward, dueAwards } from "#app/domain/badges/due-awards.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { READ_ALL_SUBJECTS } from "./badge-facts.sql.ts";
import { newestOf, rowsOf } from "./find-badges.server.ts";
import { type RuleSubject, readCommuneFacts, readSubjectFacts } from "./read-subject-facts.server.ts";

export interface PreviewedAward {
  readonly subjectId: string;
  readonly name: string;
  readonly tier: number;
  readonly occasion: string;
}

export interface BadgePreview {
  /** Earned on the day of publication. */
  readonly wouldEarn: readonly PreviewedAward[];
  /** Given by the version in use, and not reached by the draft: kept, and earned by nobody new. */
  readonly wouldNotReach: readonly PreviewedAward[];
}

const AT_ONCE: Readonly<Record<RuleSubject, number>> = { member: 60, team: 6 };

/** What publishing the draft today would change, told by the engine itself over everybody's verified work. */
export async function previewBadge(
  tx: Tx,
  communeId: number,
  badge: Badge,
  draft: BadgeContent,
  today: LocalDate,
): Promise<BadgePreview> {
  const subject = draft.subject === "team" ? "team" : "member";
  if (draft.award.by !== "rule") return { wouldEarn: [], wouldNotReach: [] };
  const read = rowsOf(tx);
  const commune = await readCommuneFacts(read, communeId, today);
  const ids = (await read<{ id: string }>(READ_ALL_SUBJECTS, [communeId, subject])).map(({ id }) => id);
  const next: Badge = {
    key: badge.key,
    versions: [...badge.versions, { version: newestOf(badge).version + 1, from: today, content: draft }],
  };
  const alone: Badge = { key: badge.key, versions: [{ version: 1, from: today, content: draft }] };
  const found = { wouldEarn: [] as Unnamed[], wouldNotReach: [] as Unnamed[] };
  for (let at = 0; at < ids.length; at += AT_ONCE[subject]) {
    const batch = ids.slice(at, at + AT_ONCE[subject]);
    const facts = await readSubjectFacts(read, communeId, commune, subject, batch);
    for (const [subjectId, known] of facts) {
      const of = (which: Badge) => dueAwards(which, known, commune.months);
      const [now, then, reached] = [of(badge), of(next), of(alone)];
      found.wouldEarn.push(...without(then, now).map((due) => ({ subjectId, ...due })));
      found.wouldNotReach.push(...without(now, reached).map((due) => ({ subjectId, ...due })));
    }
  }
  const names = await readNames(tx, communeId, subject, [...found.wouldEarn, ...found.wouldNotReach]);
  const named = (list: readonly Unnamed[]) =>
    list.map(({ subjectId, tier, occasion }) => ({
      subjectId,
      tier,
      occasion,
      name: names.get(subjectId) ?? subjectId,
    }));
  return { wouldEarn: named(found.wouldEarn), wouldNotReach: named(found.wouldNotReach) };
}

type Unnamed = Omit<PreviewedAward, "name">;

function without(left: readonly DueAward[], right: readonly DueAward[]): DueAward[] {
  const names = new Set(right.map(({ occasion, tier }) => `${occasion}/${tier}`));
  return left.filter(({ occasion, tier }) => !names.has(`${occasion}/${tier}`));
}

async function readNames(
  tx: Tx,
  communeId: number,
  subject: RuleSubject,
  subjects: readonly Unnamed[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(subjects.map(({ subjectId }) => subjectId))];
  const rows =
    subject === "team"
      ? await tx.team.findMany({
          where: { communeId, id: { in: ids.map(Number) } },
          select: { id: true, name: true },
        })
      : (
          await tx.member.findMany({
            where: { communeId, id: { in: ids } },
            select: { id: true, fullName: true },
          })
        ).map(({ id, fullName }) => ({ id, name: fullName }));
  return new Map(rows.map(({ id, name }) => [String(id), name]));
}
