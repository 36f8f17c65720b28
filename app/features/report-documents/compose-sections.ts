import type { PeriodDifficulties, ReportedDifficulty } from "#app/domain/difficulties/difficulty.ts";
import type { PaperBlock } from "#app/domain/documents/paper.ts";
import type { ReportSection } from "#app/domain/reports/report.ts";
import { reportPaper as words } from "#app/messages/report-paper.ts";

/** What a person wrote, a line a paragraph; what the period before left open stands under it. */
export function composeSection(section: ReportSection, before: ReportSection | null): PaperBlock[] {
  return [
    ...(section.isNone ? [paragraph(words.none)] : paragraphsOf(section.text)),
    ...(before === null || before.isNone || before.text.trim() === ""
      ? []
      : [paragraph(words.saidBefore, "italic"), ...paragraphsOf(before.text)]),
  ];
}

/** I04: what was raised through the program, as it stood at the period's end. */
export function composeDifficulties(difficulties: PeriodDifficulties): PaperBlock[] {
  const answered = difficulties.answered.map((each) => words.answerLine(lineOf(each), each.answer ?? ""));
  return [
    ...listed(words.raised, difficulties.opened.map(lineOf)),
    ...listed(words.carried, difficulties.carriedOver.map(lineOf)),
    ...listed(words.answered, answered),
  ];
}

function lineOf({ raisedIn, content, raisedOn }: ReportedDifficulty): string {
  return words.difficultyLine(raisedIn, content.replace(/\s+/g, " ").trim(), raisedOn);
}

function listed(title: string, items: readonly string[]): PaperBlock[] {
  return items.length === 0 ? [] : [paragraph(title, "italic"), { is: "list", items }];
}

export function paragraphsOf(text: string): PaperBlock[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => paragraph(line));
}

function paragraph(text: string, look?: "italic"): PaperBlock {
  return { is: "paragraph", text, ...(look ? { look } : {}) };
}
