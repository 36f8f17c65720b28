import type { BadgeMonth, BadgeWork, SubjectFacts } from "#app/domain/badges/badge.ts";
import { weeksTouched } from "#app/domain/badges/week.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { coverageDenominator } from "#app/domain/households/coverage-denominator.ts";
import { foldVietnamese } from "#app/domain/text/fold-vietnamese.ts";
import { teamQuotaOf } from "#app/features/boards/team-quota.ts";
import {
  READ_BADGE_KINDS,
  READ_BADGE_MONTHS,
  READ_EXCUSED,
  READ_MEMBER_WORKS,
  READ_QUOTA_FACTS,
  READ_TEAM_HOUSEHOLDS,
  READ_TEAM_WORKS,
} from "./badge-facts.sql.ts";
import type { ReadRows } from "./find-badges.server.ts";

/** Whom badges by rule are kept for. */
export type RuleSubject = "member" | "team";

/** What holds for everybody of the commune. */
export interface CommuneFacts {
  readonly months: readonly BadgeMonth[];
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly excused: readonly { firstDay: LocalDate; lastDay: LocalDate; memberId: string | null }[];
  readonly monthlyQuota: number | null;
}

type Kind = Pick<BadgeWork, "pillar" | "isOfLearningMovement">;

/** D14: how the movement is named on records whose kind is not of it. */
const LEARNING_MOVEMENTS = ["hoc tap so toan dan", "binh dan hoc vu so"];

export async function readCommuneFacts(
  read: ReadRows,
  communeId: number,
  today: LocalDate,
): Promise<CommuneFacts> {
  const months = await read<BadgeMonth>(READ_BADGE_MONTHS, [communeId]);
  const kinds = await read<Kind & { key: string }>(READ_BADGE_KINDS, [communeId]);
  const excused = await read<CommuneFacts["excused"][number]>(READ_EXCUSED, [communeId]);
  const [quota] = await read<Parameters<typeof teamQuotaOf>[0]>(READ_QUOTA_FACTS, [communeId, today]);
  return {
    months,
    kinds: new Map(kinds.map(({ key, ...kind }) => [key, kind])),
    excused,
    monthlyQuota: quota ? teamQuotaOf(quota) : null,
  };
}

type WorkRow = Omit<BadgeWork, "pillar" | "isOfLearningMovement"> & {
  readonly subjectId: string;
  readonly movements: readonly string[];
};

/** Everything that awards of these members or teams follow from; somebody without verified work has none of it. */
export async function readSubjectFacts(
  read: ReadRows,
  communeId: number,
  commune: CommuneFacts,
  subject: RuleSubject,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SubjectFacts>> {
  const isTeam = subject === "team";
  const keys = isTeam ? ids.map(Number) : [...ids];
  const rows = await read<WorkRow>(isTeam ? READ_TEAM_WORKS : READ_MEMBER_WORKS, [communeId, keys]);
  const works = new Map<string, BadgeWork[]>();
  for (const row of rows) {
    const list = works.get(row.subjectId);
    const work = workOf(row, commune.kinds);
    if (list) list.push(work);
    else works.set(row.subjectId, [work]);
  }
  const households = isTeam ? await readHouseholds(read, communeId, keys) : new Map<string, number>();
  return new Map(
    ids.map((id) => [
      id,
      {
        works: works.get(id) ?? [],
        excusedWeeks: excusedWeeksOf(commune, isTeam ? null : id),
        households: households.get(id) ?? 0,
        monthlyQuota: isTeam ? commune.monthlyQuota : null,
      },
    ]),
  );
}

function workOf({ subjectId: _, movements, ...row }: WorkRow, kinds: CommuneFacts["kinds"]): BadgeWork {
  const kind = kinds.get(row.activityKey);
  const isNamed = movements.some((name) => LEARNING_MOVEMENTS.includes(foldVietnamese(name)));
  return {
    ...row,
    pillar: kind?.pillar ?? "common",
    isOfLearningMovement: isNamed || (kind?.isOfLearningMovement ?? false),
  };
}

async function readHouseholds(
  read: ReadRows,
  communeId: number,
  teams: readonly (number | string)[],
): Promise<Map<string, number>> {
  const rows = await read<{ subjectId: string; households: number; longAbsent: number }>(
    READ_TEAM_HOUSEHOLDS,
    [communeId, teams],
  );
  return new Map(
    rows.map(({ subjectId, households, longAbsent }) => [
      subjectId,
      // B13: the same denominator as the coverage of 80 %.
      coverageDenominator({ households, longAbsent, adults: 0 }),
    ]),
  );
}

/** The commune's own weeks, and the member's. */
export function excusedWeeksOf(
  { excused }: Pick<CommuneFacts, "excused">,
  memberId: string | null,
): Set<LocalDate> {
  return new Set(
    excused
      .filter((range) => range.memberId === null || range.memberId === memberId)
      .flatMap(({ firstDay, lastDay }) => weeksTouched(firstDay, lastDay)),
  );
}
