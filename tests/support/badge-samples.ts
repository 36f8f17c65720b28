import type { Badge, BadgeContent, BadgeMonth, BadgeWork, SubjectFacts } from "#app/domain/badges/badge.ts";
import { contentOfProposal } from "#app/domain/badges/badge.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { BadgeProposal, RuleAward } from "#app/domain/plan/badge-proposal.ts";
import type { VerifiedClaim } from "#app/domain/points/line.ts";
import { BADGE_CATALOGUE } from "#prisma/presets/proposal/badge-catalogue.ts";
import { PROPOSED, workOf } from "./work-samples.ts";

/** A verified claim of the points engine as the badges of one of its doers read it. */
export function badgeWorkOf(claim: VerifiedClaim, wish: Partial<BadgeWork> = {}): BadgeWork {
  const kind = PROPOSED.activities.find(({ key }) => key === claim.activityKey);
  return {
    id: claim.id,
    activityKey: claim.activityKey,
    workDate: claim.workDate,
    bookedMonth: claim.bookedMonth,
    units: claim.units,
    mode: "home_visit",
    isOfLearningMovement: kind?.tags.includes("digital-literacy-movement") ?? false,
    isByYouth: false,
    part: "claimant",
    trainingTopics: [],
    hasTeacher: claim.participants.some(({ part }) => part === "teacher"),
    pillar: kind?.pillar ?? "common",
    ...wish,
  };
}

export function badgeWork(
  id: string,
  claim: Partial<VerifiedClaim> = {},
  wish: Partial<BadgeWork> = {},
): BadgeWork {
  return badgeWorkOf(workOf(id, claim), wish);
}

export function factsOf(works: readonly BadgeWork[], wish: Partial<SubjectFacts> = {}): SubjectFacts {
  return { works, excusedWeeks: new Set(), households: 0, monthlyQuota: null, ...wish };
}

export function proposedBadge(key: string): Badge {
  const proposal = BADGE_CATALOGUE.find((each) => each.key === key);
  if (!proposal) throw new Error(`no badge ${key} is proposed`);
  return {
    key,
    versions: [{ version: 1, from: "2026-01-01" as LocalDate, content: contentOfProposal(proposal) }],
  };
}

export function ruleBadge(award: Omit<RuleAward, "by" | "only"> & Partial<RuleAward>): Badge & {
  readonly content: BadgeContent;
} {
  const proposal: BadgeProposal = {
    key: "sample",
    name: "Sample",
    description: "Sample",
    subject: "member",
    award: { by: "rule", only: null, ...award },
    termMonths: null,
  };
  const content = contentOfProposal(proposal);
  return { key: "sample", content, versions: [{ version: 1, from: "2026-01-01" as LocalDate, content }] };
}

/** What the plans propose. */
export const PROPOSED_BADGES: readonly BadgeProposal[] = BADGE_CATALOGUE;

/** Calendar months of 2026 and 2027. */
export const MONTHS: readonly BadgeMonth[] = [2026, 2027].flatMap((year) =>
  Array.from({ length: 12 }, (_, index): BadgeMonth => {
    const month = `${year}-${String(index + 1).padStart(2, "0")}`;
    const days = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
    return {
      id: year * 100 + index + 1,
      firstDay: `${month}-01` as LocalDate,
      lastDay: `${month}-${days}` as LocalDate,
      isSealed: false,
    };
  }),
);
