import type { Instant, LocalDate } from "../calendar/local-date.ts";
import type { RosterFigures, WorkFigures } from "../figures/figures.ts";
import type { AffiliationKind } from "../people/team.ts";
import type { Pillar } from "../plan/activity-proposal.ts";
import type { SupportSummary } from "../support/views.ts";
import type {
  CampaignCounters,
  ReportBody,
  ReportLine,
  ReportMeasures,
  ReportPaper,
  ReportQuality,
  ReportSections,
  ReportStanding,
  ReportState,
  ReportStep,
  ReportSubject,
  ReportUnit,
} from "./report.ts";
import type { ReportPeriodKind } from "./report-period.ts";

/** What a screen shows of a report: the sums it prints, and not every slice a paper may want. */
export interface ReportFace {
  readonly id: string;
  readonly state: ReportState;
  readonly sha256: string | null;
  readonly subject: ReportSubject;
  readonly request: ReportBody["request"];
  readonly period: FacePeriod;
  readonly figures: ReportBody["figures"];
  readonly roster: RosterFigures;
  readonly work: FaceWork | null;
  readonly measures: ReportMeasures | null;
  readonly campaign: CampaignCounters | null;
  readonly quality: ReportQuality | null;
  readonly support: SupportSummary | null;
  readonly before: Pick<FaceWork, "visits" | "proficient" | "households"> | null;
  readonly village: FaceLine | null;
  readonly villages: readonly FaceLine[];
  readonly units: readonly ReportUnit[];
  readonly difficulties: ReportBody["difficulties"];
  readonly sections: ReportSections;
  readonly carriedOver: ReportBody["carriedOver"];
  readonly route: readonly ReportStep[];
}

interface FacePeriod {
  readonly kind: ReportPeriodKind;
  readonly key: string;
  readonly year: number | null;
  readonly ordinal: number | null;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly lateFrom: { readonly sender: Instant; readonly office: Instant };
}

export interface FaceWork {
  readonly claims: number;
  readonly visits: number;
  readonly people: number;
  readonly proficient: number;
  readonly households: number;
  readonly points: number;
  readonly project06: { readonly claims: number; readonly visits: number };
  readonly pillars: readonly {
    readonly pillar: Pillar;
    readonly claims: number;
    readonly visits: number;
    readonly people: number;
  }[];
  readonly contributions: readonly {
    readonly kind: AffiliationKind;
    readonly members: number;
    readonly turns: number;
    readonly visits: number;
  }[];
}

export interface FaceLine {
  readonly id: number;
  readonly name: string;
  readonly visits: number;
  readonly proficient: number;
  readonly measures: ReportMeasures;
  readonly quality: ReportQuality | null;
  /** How many of its teams have sent, of how many asked. */
  readonly sent: number;
  readonly asked: number;
  readonly late: number;
}

const PILLARS: readonly Pillar[] = ["government", "economy", "society", "common"];
/** A18: the core force first. */
const CONTRIBUTORS: readonly AffiliationKind[] = [
  "youth_union",
  "teacher",
  "womens_union",
  "farmers_union",
  "veterans_union",
  "front",
  "police",
  "student",
];

export function faceOf({ id, state, sha256, route, body }: ReportPaper): ReportFace {
  const { kind, key, year, ordinal, firstDay, lastDay, lateFrom } = body.period;
  return {
    id,
    state,
    sha256,
    route,
    subject: body.subject,
    request: body.request,
    period: { kind, key, year, ordinal, firstDay, lastDay, lateFrom },
    figures: body.figures,
    roster: body.roster,
    work: body.work && workOf(body.work),
    measures: body.measures,
    campaign: body.campaign,
    quality: body.quality,
    support: body.support ?? null,
    before: body.before && workOf(body.before),
    village: body.village && lineOf(body.village, body.teams),
    villages: body.villages.map((line) => lineOf(line, body.teams)),
    units: body.units,
    difficulties: body.difficulties,
    sections: body.sections,
    carriedOver: body.carriedOver,
  };
}

function workOf(work: WorkFigures): FaceWork {
  const { claims, visits, people, proficient, households, points, project06 } = work;
  return {
    claims,
    visits,
    people,
    proficient,
    households,
    points,
    project06: { claims: project06.claims, visits: project06.visits },
    pillars: PILLARS.flatMap((pillar) => {
      const slice = work.by.pillar[pillar];
      return slice ? [{ pillar, claims: slice.claims, visits: slice.visits, people: slice.people }] : [];
    }),
    contributions: CONTRIBUTORS.flatMap((kind) => {
      const part = work.contributions[kind];
      return part ? [{ kind, members: part.members, turns: part.turns, visits: part.visits }] : [];
    }),
  };
}

function lineOf(line: ReportLine, teams: readonly ReportLine[]): FaceLine {
  const reports = teams
    .filter(({ villageId }) => villageId === line.id)
    .flatMap(({ report }): ReportStanding[] => (report === null ? [] : [report]));
  return {
    id: line.id,
    name: line.name,
    visits: line.work.visits,
    proficient: line.work.quotaPeople ?? line.work.proficient,
    measures: line.measures,
    quality: line.quality,
    sent: reports.filter(({ sentAt }) => sentAt !== null).length,
    asked: reports.length,
    late: reports.filter(({ isLate }) => isLate).length,
  };
}
