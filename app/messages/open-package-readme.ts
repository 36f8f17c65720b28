import { PACKAGE_FILES } from "#app/domain/open-package/open-package.ts";
import type { CriteriaSheet, Criterion, Formula } from "#app/domain/year/criteria-sheet.ts";
import { type Exact, readExact, roundHalfUp } from "#app/domain/year/exact.ts";
import type { ReviewResult } from "#app/domain/year/review-result.ts";
import type { VillageScore } from "#app/domain/year/working.ts";
import type { Language } from "./language.ts";
import { readmeWords } from "./open-package-readme-words.ts";

export function packageName(title: string, commune: string): string {
  return `Gói mở ${title} ${commune}.zip`;
}

/** The page a journalist reads first: how points were made, one village by hand, and how to compute it all again. */
export function writeReadme(language: Language, result: ReviewResult, sha256: string): string {
  const words = readmeWords[language];
  const { review, commune, sheet, months, villages } = result;
  const first = villages.find(({ rank }) => rank === 1);
  const lines = [
    `# ${review.title}`,
    "",
    words.lead(commune.name, commune.province, villages.length, months.length),
    "",
    `SHA-256: \`${sha256}\``,
    "",
    `## ${words.runTitle}`,
    "",
    ...words.run(PACKAGE_FILES.verifier),
    "",
    `## ${words.filesTitle}`,
    "",
    ...Object.values(PACKAGE_FILES).map((name) => `- \`${name}\`: ${words.files[name]}`),
    "",
    `## ${words.sheetTitle(sheet.title, sheet.document)}`,
    "",
    ...sheet.content.groups.flatMap(({ title, criteria }) => [
      `### ${title}`,
      "",
      ...criteria.map((criterion) => ruleOf(criterion, language)),
      "",
    ]),
    `## ${words.stepsTitle}`,
    "",
    ...words.steps(decimal(sheet.content.total, language)),
    ...bandsOf(sheet.content, language),
    ...words.ranks(sheet.content.ties.map((rung) => words.rungs[rung])),
    "",
    ...(first ? exampleOf(first, sheet.content, language) : []),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function ruleOf({ title, maximum, nature, measure, explanation }: Criterion, language: Language): string {
  const words = readmeWords[language];
  const rule =
    measure.by === "metric"
      ? sayFormula(measure.formula, language)
      : words.told[measure.by === "vote" ? "vote" : "document"];
  return `- **${title}** (${words.natures[nature](decimal(maximum, language))}): ${explanation} ${rule}`;
}

function sayFormula(formula: Formula, language: Language): string {
  const { formulas } = readmeWords[language];
  const percent = (basisPoints: number) => `${decimal(basisPoints, language)}%`;
  switch (formula.kind) {
    case "people_mean":
      return formulas.people(
        formula.every,
        formula.perTeam,
        percent(formula.ofAdults),
        formula.trust && percent(formula.trust.from),
      );
    case "share":
      return formulas.share(
        percent(formula.asked),
        formula.absentAtMost > 0 ? percent(formula.absentAtMost) : null,
      );
    case "threshold":
      return formulas.threshold(percent(formula.asked), formula.comparator === "more_than");
    case "attained_and_closed":
      return formulas.change;
    case "between":
      return formulas.between(percent(formula.from), percent(formula.to), formula.leastLooks);
    case "punctual":
      return formulas.punctual(formula.lateDays, percent(formula.lateShare));
    case "each":
      return formulas.each(
        Object.entries(formula.points)
          .sort(([left], [right]) => (left < right ? -1 : 1))
          .map(([key, points]) => `${readmeWords[language].items[key] ?? key}: ${decimal(points, language)}`),
      );
  }
}

function bandsOf({ bands }: CriteriaSheet, language: Language): string[] {
  const words = readmeWords[language];
  return bands.map(({ title, from, conditions }) => {
    const asked = conditions.map((condition) =>
      condition.kind === "quota_met_months"
        ? words.conditions.quota_met_months(condition.atLeast)
        : words.conditions[condition.kind],
    );
    return `   - ${words.band(title, decimal(from, language), asked)}`;
  });
}

/** One village, criterion by criterion: what anybody can follow with a pocket calculator. */
function exampleOf(
  village: Pick<VillageScore, "name" | "exact" | "score" | "criteria">,
  sheet: CriteriaSheet,
  language: Language,
) {
  const words = readmeWords[language];
  const titles = new Map(
    sheet.groups.flatMap(({ criteria }) => criteria.map(({ key, title }) => [key, title])),
  );
  return [
    `## ${words.exampleTitle(village.name)}`,
    "",
    `| ${words.exampleHeadings.join(" | ")} |`,
    "|---|---:|---:|---:|",
    ...village.criteria.map(({ key, state, maximum, points, working }) => {
      const part = working === null ? words.states[state] : points === "0/1" ? "0" : fraction(working.ratio);
      return `| ${titles.get(key) ?? key} | ${part} | ${hundredths(maximum, language)} | ${hundredths(points, language)} |`;
    }),
    "",
    words.exampleEnd(fraction(village.exact), decimal(village.score, language)),
  ];
}

function fraction(text: string): string {
  return text.endsWith("/1") ? text.slice(0, -2) : text;
}

function hundredths(text: string, language: Language): string {
  const value: Exact = readExact(text);
  return decimal(roundHalfUp(value), language);
}

/** Whole hundredths as people write them. */
function decimal(value: number, language: Language): string {
  const digits = String(Math.abs(value)).padStart(3, "0");
  const part = digits.slice(-2).replace(/0+$/, "");
  const sign = value < 0 ? "-" : "";
  return `${sign}${digits.slice(0, -2)}${part === "" ? "" : `${language === "vi" ? "," : "."}${part}`}`;
}
