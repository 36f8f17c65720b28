import type { ProposalView } from "#app/domain/awards/award.ts";
import type { ReviewResult } from "#app/domain/year/review-result.ts";
import type { AchievementFacts, AchievementFigure, Nominee } from "#app/domain/year-papers/paper-facts.ts";
import { sayPaperValue } from "#app/messages/say-paper-value.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";

const words = yearPaper.achievement;
const FULL = 10_000;

interface Known {
  readonly proposal: ProposalView;
  readonly nominee: Nominee;
  readonly result: ReviewResult;
  /** Of the year before, where it was locked. */
  readonly before: ReviewResult | null;
  /** Awards of other decisions for the same recipient. */
  readonly awarded: readonly ProposalView[];
}

/** What the registers know already; measures and influence are written by whoever is proposed. */
export function achievementFacts({ proposal, nominee, result, before, awarded }: Known): AchievementFacts {
  const { recipient } = proposal;
  const isVillage = recipient.kind === "village" || recipient.kind === "team";
  return {
    nominee,
    summary: isVillage ? [words.force(recipient.members, recipient.women)] : [],
    figures: [
      ...(isVillage && recipient.villageId !== null
        ? villageFigures(recipient.villageId, result, before)
        : []),
      ...workFigures(proposal),
    ],
    deeds: deedsOf(proposal),
    before: awarded.flatMap(({ achievement, decision }) =>
      decision ? [words.awarded(achievement, decision.number, decision.date)] : [],
    ),
  };
}

function villageFigures(
  villageId: number,
  result: ReviewResult,
  before: ReviewResult | null,
): AchievementFigure[] {
  const [now, then] = [figuresOf(villageId, result), figuresOf(villageId, before)];
  if (now === null) return [];
  const rows = [
    { name: words.figuresOf.people, of: "people", kind: "whole" },
    { name: words.figuresOf.coverage, of: "coverage", kind: "share" },
    { name: words.figuresOf.reports, of: "reports", kind: "whole" },
    { name: words.figuresOf.score, of: "score", kind: "points" },
    { name: words.figuresOf.rank, of: "rank", kind: "whole" },
  ] as const;
  return rows.map(({ name, of, kind }) => ({
    name,
    done: sayPaperValue(now[of], kind),
    asked:
      of === "people"
        ? sayPaperValue(now.asked, "whole")
        : of === "reports"
          ? sayPaperValue(now.reportsAsked, "whole")
          : "",
    before: sayPaperValue(then?.[of] ?? null, kind),
  }));
}

function figuresOf(villageId: number, result: ReviewResult | null) {
  const facts = result?.facts.find((each) => each.villageId === villageId);
  const score = result?.villages.find((each) => each.villageId === villageId);
  if (!facts || !score) return null;
  const { proficientPeople: people, coverage, reports } = facts;
  const assigned = people?.every((month) => month.assigned !== null) === true;
  return {
    people: people?.reduce((sum, month) => sum + month.people, 0) ?? null,
    asked: assigned ? (people?.reduce((sum, month) => sum + (month.assigned ?? 0), 0) ?? null) : null,
    coverage:
      coverage && coverage.households > 0
        ? Math.floor((coverage.reached * FULL) / coverage.households)
        : null,
    reports: reports?.filter(({ daysLate }) => daysLate !== null && daysLate <= 0).length ?? null,
    reportsAsked: reports?.length ?? null,
    score: score.score,
    rank: score.rank,
  };
}

function workFigures({ grounds }: ProposalView): AchievementFigure[] {
  const work = grounds.find((ground) => ground.kind === "work");
  if (work?.kind !== "work") return [];
  const line = (name: string, value: number) => ({
    name,
    done: sayPaperValue(value, "whole"),
    asked: "",
    before: "",
  });
  return [
    line(words.figuresOf.visits, work.visits),
    line(words.figuresOf.helped, work.people),
    line(words.figuresOf.households, work.households),
  ];
}

function deedsOf({ grounds, initiative, model }: ProposalView): string[] {
  return [
    ...(model ? [yearPaper.list.model(model.name)] : []),
    ...(initiative ? [yearPaper.list.initiative(initiative.title)] : []),
    ...grounds.flatMap((ground) =>
      ground.kind === "family" && ground.number !== null ? [words.family(ground.number)] : [],
    ),
  ];
}
