import type { ReportRefusal } from "#app/domain/reports/report-refusals.ts";
import { dayInFiguresAt } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

const SECTIONS = {
  difficulties: "difficulties",
  proposals: "proposals",
  plan: "next period",
  remarks: "remarks",
};

export const reportRejections = {
  report_not_there: () => "The report or the chosen place was not found. Open the page again and retry.",
  report_month_sealed: ({ monthId }) =>
    `Month ${monthId % 100}/${Math.floor(monthId / 100)} is sealed and takes no more reports. If its figures are wrong, ask the office to file an adjustment on the months page; it counts in the open month.`,
  report_figures_run: ({ freezeAt }) =>
    freezeAt === null
      ? "This period has not ended, so its figures still move. Your text is kept; send it when the period is over."
      : `Figures still move until the end of ${dayInFiguresAt(freezeAt - 1)}. Your text is kept; send it from ${dayInFiguresAt(freezeAt)} on.`,
  report_sections_open: ({ sections }) =>
    `Nothing is written under ${sections.map((key) => SECTIONS[key]).join(" and ")}. Write a few words, or tick “None”.`,
  report_not_open: () => "The report was sent and cannot be changed. Ask the office to return it.",
  report_not_sent: () => "This report was not sent yet, or is locked.",
  report_not_approved: () => "Only an approved report can be locked.",
  report_not_asked: () =>
    "This unit is no longer asked for this period. Ask the office to add it again if it should report.",
  report_sent_stays: () => "This unit has sent its report and cannot be taken off the period.",
  report_changed_meanwhile: () =>
    "Somebody has just changed this report. See both side by side, join them and save; nothing is lost.",
  report_signer_unknown: () => "The team has no leader on its roster, so nobody can send in their place.",
  report_period_unclear: () =>
    "The last day must not lie before the first, nor more than two years after it.",
  report_due_in_past: () => "The due day must lie after the period's last day and not in the past.",
  report_asks_nobody: () => "Choose at least one team or unit.",
  report_nobody_to_remind: () => "Everybody has sent; there is nobody to remind.",
} satisfies SentencesOf<ReportRefusal>;
