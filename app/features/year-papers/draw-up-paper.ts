import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Paper } from "#app/domain/documents/paper.ts";
import { type Canonical, canonicalJson } from "#app/domain/months/canonical-json.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { type Printed, YEAR_PAPER_FORMAT, type YearPaperKind } from "#app/domain/year-papers/issued-paper.ts";
import type { PaperHindrance, YearPaperRefusal } from "#app/domain/year-papers/year-paper-views.ts";
import { achievementFacts } from "./achievement-facts.ts";
import { composeAchievement } from "./compose-achievement.ts";
import { composeBallot, composeTally } from "./compose-ballot.ts";
import { composeHandOver, composeReadingList, composeSlides, inOrder } from "./compose-ceremony.ts";
import { composeDecision } from "./compose-decision.ts";
import type { Filing } from "./compose-face.ts";
import { composeMeritSheets } from "./compose-merit-sheets.ts";
import { composeMinutes } from "./compose-minutes.ts";
import { composeNotice } from "./compose-notice.ts";
import { composeSubmission } from "./compose-submission.ts";
import { composeVillages } from "./compose-villages.ts";
import type { YearFacts } from "./find-year-facts.server.ts";

export interface PaperWish {
  readonly kind: YearPaperKind;
  /** Whom a report of achievement is about. */
  readonly proposalId: string | null;
  readonly filing: Filing;
}

/** A paper with the facts it came from, and the one text of both. */
export interface DrawnUp {
  readonly title: string;
  readonly printed: Printed;
  /** Canonical: the very text that is hashed. */
  readonly content: string;
}

/** What a kind of paper waits for; null when it can be drawn up. */
export function hindranceOf(kind: YearPaperKind, facts: YearFacts): PaperHindrance | null {
  if ((kind === "minutes" || kind === "tally") && facts.council === null) return "no_council";
  if (kind !== "villages" && kind !== "minutes" && kind !== "tally" && facts.list.nominees.length === 0)
    return "no_nominees";
  return null;
}

export function drawUpPaper(facts: YearFacts, wish: PaperWish): Verdict<DrawnUp, YearPaperRefusal> {
  const hindrance = hindranceOf(wish.kind, facts);
  if (hindrance !== null)
    return refused({ code: hindrance === "no_council" ? "year_paper_no_council" : "year_paper_no_nominees" });
  const made = compose(facts, wish);
  if (made === null) return refused({ code: "year_paper_proposal_gone" });
  const { setting, review, list, villages, council } = facts;
  const content = canonicalJson(
    // Absent and undefined are one: neither stands in the text.
    JSON.parse(
      JSON.stringify({
        format: YEAR_PAPER_FORMAT,
        kind: wish.kind,
        facts: { setting, review, list, villages, council, about: made.about ?? null },
        printed: made.printed,
      }),
    ) as Canonical,
  );
  return allowed({ title: titleOf(made.printed), printed: made.printed, content });
}

interface Made {
  readonly printed: Printed;
  readonly about?: unknown;
}

function compose(facts: YearFacts, { kind, proposalId, filing }: PaperWish): Made | null {
  const { setting, review, council, printer } = facts;
  const nominees = inOrder(facts.list.nominees);
  const list = { ...facts.list, nominees };
  const paper = (made: Paper): Made => ({ printed: { is: "paper", paper: made } });
  const sheets = (layout: "full" | "overprint"): Made => ({
    printed: {
      is: "sheets",
      sheets: composeMeritSheets({ setting, review, nominees }, filing, printer, layout),
    },
  });
  switch (kind) {
    case "submission":
      return paper(composeSubmission({ setting, review, list, council, villages: facts.villages }, filing));
    case "villages":
      return paper(composeVillages({ setting, review, villages: facts.villages }, filing));
    case "minutes":
      return council && paper(composeMinutes({ setting, review, council }, filing));
    case "tally":
      return council && paper(composeTally({ setting, review, council }, filing));
    case "ballot":
      return paper(composeBallot({ setting, review, nominees, isSecret: true }, filing));
    case "achievement":
      return aboutOne(facts, proposalId, filing);
    case "decision":
      return paper(composeDecision({ setting, review, list, council }, filing));
    case "notice":
      return paper(composeNotice({ setting, review, list }, filing));
    case "merit_sheets":
      return sheets("full");
    case "overprint":
      return sheets("overprint");
    case "reading_list":
      return paper(composeReadingList({ setting, review, nominees }, filing));
    case "slides":
      return { printed: { is: "slides", slides: composeSlides({ setting, review, nominees }, filing) } };
    case "hand_over":
      return paper(composeHandOver({ setting, review, nominees }, filing));
  }
}

function aboutOne(facts: YearFacts, proposalId: string | null, filing: Filing): Made | null {
  const { setting, review, result, before } = facts;
  const nominee = facts.list.nominees.find(({ id }) => id === proposalId);
  const proposal = facts.awardList.lines.find((line) => line.proposal.id === proposalId)?.proposal;
  if (!nominee || !proposal) return null;
  const awarded = facts.awarded.filter(({ recipient }) => recipient.key === proposal.recipient.key);
  const achievement = achievementFacts({ proposal, nominee, result, before, awarded });
  return {
    printed: { is: "paper", paper: composeAchievement({ setting, review, achievement }, filing) },
    about: achievement,
  };
}

function titleOf(printed: Printed): string {
  switch (printed.is) {
    case "paper":
      return `${printed.paper.type}: ${printed.paper.subject}`;
    case "sheets":
      return printed.sheets.heading;
    case "slides":
      return printed.slides.title;
  }
}

/** Money and forms count as of the day of the decision, or of today while it is not known. */
export function dayOfFacts(filing: Filing, today: LocalDate): LocalDate {
  return filing.day ?? today;
}
