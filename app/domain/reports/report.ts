import type { LookCounts } from "../audits/agreement.ts";
import type { Instant, LocalDate } from "../calendar/local-date.ts";
import type { PeriodDifficulties } from "../difficulties/difficulty.ts";
import type { FigureMonth, RosterFigures, WorkFigures } from "../figures/figures.ts";
import type { OrganisationKind } from "../people/team.ts";
import type { DocumentHeader } from "../plan/document-template.ts";
import type { PlanWords } from "../plan/words.ts";
import type { CommuneKind } from "../roster/commune.ts";
import type { SupportSummary } from "../support/views.ts";
import type { ReportPeriodKey, ReportPeriodKind } from "./report-period.ts";

export const REPORT_FORMAT = "thi-dua-so/report/1";

/** Nháp, đã gửi, cần sửa, đã duyệt, đã khóa. */
const REPORT_STATES = ["draft", "sent", "returned", "approved", "locked"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** J09: who acts on it: the team or unit sends, the office reads and adds up, the committee has the last word. */
export const REPORT_STAGES = ["sender", "office", "committee"] as const;
export type ReportStage = (typeof REPORT_STAGES)[number];

/** One act on the way of a report. */
export interface ReportStep {
  readonly stage: ReportStage;
  readonly act: "sent" | "returned" | "approved" | "locked";
  readonly at: Instant;
  readonly byName: string;
  /** A leader who signs on paper: whoever sends it does so for this person. */
  readonly signedBy: string | null;
  readonly reason: string | null;
  /** Of the body that was sent; null on other acts. */
  readonly sha256: string | null;
  /** From the first instant on at which the stage's act is late. */
  readonly isLate: boolean;
}

export interface ReportPeriodFacts {
  readonly kind: ReportPeriodKind;
  readonly key: ReportPeriodKey;
  readonly year: number | null;
  readonly ordinal: number | null;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** Of the plan, in order, with the hash of each seal; of a range those it touches. */
  readonly months: readonly FigureMonth[];
  /** The first late instant of each stage. */
  readonly lateFrom: { readonly sender: Instant; readonly office: Instant };
}

export type ReportSubject =
  | { readonly is: "team"; readonly id: number; readonly name: string; readonly village: string | null }
  | {
      readonly is: "unit";
      readonly id: string;
      readonly name: string;
      readonly kind: OrganisationKind;
    }
  | { readonly is: "commune" };

/** A section a person writes. "Không có" is said, never left open (J07). */
export interface ReportSection {
  readonly text: string;
  readonly isNone: boolean;
}

export const SECTION_KEYS = ["difficulties", "proposals", "plan", "remarks"] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];
/** Which must be written, or said to be none. */
export const MANDATORY_SECTIONS: readonly SectionKey[] = ["difficulties", "proposals"];
export const LONGEST_SECTION = 4000;

export type ReportSections = Readonly<Record<SectionKey, ReportSection>>;

/** F04, F05: the five counters of a campaign. */
export interface CampaignCounters {
  /** Lượt tham gia: one person at one piece of work. */
  readonly turns: number;
  readonly visits: number;
  readonly dossiers: number;
  readonly signaturesMade: number;
  readonly signaturesUsed: number;
}

/** B13: what the plan asks, beside what is there. Null is "no data", which is not zero (rule 9). */
export interface ReportMeasures {
  /** People thành thạo as the quota counts them, and what the period asks of the subject. */
  readonly people: number | null;
  readonly peopleAsked: number | null;
  /** Reached since the year began, of the list without the long absent. */
  readonly households: number | null;
  readonly householdsOf: number | null;
  /** Basis points. */
  readonly attainment: number | null;
  readonly rank: number | null;
}

/** J23: what second looks by lot found. The rate is null while too few were asked. */
export interface ReportQuality extends LookCounts {
  readonly rateBasisPoints: number | null;
}

/** A village or a team of the consolidated report. */
export interface ReportLine {
  readonly id: number;
  readonly name: string;
  readonly villageId: number | null;
  readonly roster: RosterFigures;
  readonly work: WorkFigures;
  readonly measures: ReportMeasures;
  readonly quality: ReportQuality | null;
  /** Of a team: how its own report of the period stands; null where none was asked. */
  readonly report: ReportStanding | null;
}

/** L30: on time, late, or still missing. */
export interface ReportStanding {
  readonly state: ReportState;
  readonly sentAt: Instant | null;
  readonly isLate: boolean;
  readonly isMissing: boolean;
}

/** What a unit that is no team says and whether it said it. */
export interface ReportUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly standing: ReportStanding;
  readonly sections: ReportSections | null;
}

/**
 * The frozen body of a report: what was true and what was said when it was sent. Plain data without words of screens:
 * papers, workbooks and pages are written from it, and its canonical text is what is hashed.
 */
export interface ReportBody {
  readonly format: typeof REPORT_FORMAT;
  readonly subject: ReportSubject;
  readonly commune: {
    readonly id: number;
    readonly kind: CommuneKind;
    readonly name: string;
    readonly province: string;
    readonly words: PlanWords;
  };
  readonly header: DocumentHeader;
  /** What was asked: the office's own words for a report on request, else null. */
  readonly request: { readonly title: string; readonly text: string | null } | null;
  readonly period: ReportPeriodFacts;
  /** When the figures were read, whether they may still change, and whether points are on trial. */
  readonly figures: {
    readonly readAt: Instant;
    readonly isFrozen: boolean;
    readonly isTrial: boolean;
    readonly rulesVersions: readonly number[];
  };
  readonly rosterOn: LocalDate;
  readonly roster: RosterFigures;
  /** Of the team, or of the whole commune; null for a unit that is no team. */
  readonly work: WorkFigures | null;
  readonly measures: ReportMeasures | null;
  readonly campaign: CampaignCounters | null;
  readonly quality: ReportQuality | null;
  /** L25, I09: what others gave between the days; of the consolidated report, and not of those sent before it was asked. */
  readonly support?: SupportSummary | null;
  /** The same sums of the period before; null where it had not begun. */
  readonly before: WorkFigures | null;
  /** J11: of a team's report, the village it works in with all its teams. */
  readonly village: ReportLine | null;
  /** Of the consolidated report; empty elsewhere. */
  readonly villages: readonly ReportLine[];
  readonly teams: readonly ReportLine[];
  readonly units: readonly ReportUnit[];
  /** I04: raised, answered and carried over, as they stood at the period's end. */
  readonly difficulties: PeriodDifficulties;
  readonly sections: ReportSections;
  /** What the report of the period before left open under difficulties and proposals. */
  readonly carriedOver: { readonly key: ReportPeriodKey; readonly sections: ReportSections } | null;
}

/** A report as papers and pages show it: its body, and its way since. */
export interface ReportPaper {
  readonly id: string;
  readonly state: ReportState;
  readonly body: ReportBody;
  /** Of the body's canonical text; null while it is a draft that anybody may still change. */
  readonly sha256: string | null;
  readonly route: readonly ReportStep[];
}

export const NO_SECTION: ReportSection = { text: "", isNone: false };
export const NO_SECTIONS: ReportSections = {
  difficulties: NO_SECTION,
  proposals: NO_SECTION,
  plan: NO_SECTION,
  remarks: NO_SECTION,
};

export function campaignCountersOf(work: WorkFigures): CampaignCounters {
  return {
    turns: work.contributions.everyone?.turns ?? 0,
    visits: work.visits,
    dossiers: work.counters.dossiers,
    signaturesMade: work.counters.signatures_made,
    signaturesUsed: work.counters.signatures_used,
  };
}

/** F05: exactly the four numbers the plan asks of the Youth Union, of work its members took part in. */
export interface YouthFigures {
  readonly turns: number;
  readonly visits: number;
  readonly dossiers: number;
  readonly signaturesMade: number;
}

export function youthFiguresOf(work: WorkFigures): YouthFigures {
  const { turns, visits, dossiers, signaturesMade } = work.contributions.youth_union ?? {
    turns: 0,
    visits: 0,
    dossiers: 0,
    signaturesMade: 0,
  };
  return { turns, visits, dossiers, signaturesMade };
}

/** J07: which mandatory sections say nothing yet. */
export function openSections(sections: ReportSections): SectionKey[] {
  return MANDATORY_SECTIONS.filter((key) => sections[key].text.trim() === "" && !sections[key].isNone);
}
