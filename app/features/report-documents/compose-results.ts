import type { PaperBlock, PaperTable } from "#app/domain/documents/paper.ts";
import type { WorkFigures } from "#app/domain/figures/figures.ts";
import type { ReportBody, ReportLine, ReportMeasures } from "#app/domain/reports/report.ts";
import { isWithoutSupport, type SupportSummary } from "#app/domain/support/views.ts";
import { makeFormat } from "#app/messages/format.ts";
import { reportPaper as words } from "#app/messages/report-paper.ts";

const { results } = words;
const format = makeFormat("vi");
const PILLARS = ["government", "economy", "society", "common"] as const;

interface Part {
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
}

/** The numbered parts of "Kết quả thực hiện"; what there is nothing of is left out, save what the plans ask by name. */
export function composeResults(body: ReportBody): PaperBlock[] {
  const { work, measures, campaign, quality } = body;
  if (work === null) return [];
  const parts: Part[] = [
    { title: results.overall, blocks: overallOf(body, work) },
    { title: results.pillars, blocks: work.claims === 0 ? [] : [{ is: "table", table: pillarsTable(work) }] },
    { title: results.quota, blocks: measures === null ? [] : quotaOf(measures, body.village) },
    {
      title: results.campaign,
      blocks:
        campaign === null
          ? []
          : [
              list(
                (["turns", "visits", "dossiers", "signaturesMade", "signaturesUsed"] as const).map((key) =>
                  results.figure(results.campaignLines[key], campaign[key]),
                ),
              ),
            ],
    },
    {
      title: results.project06,
      blocks: [paragraph(results.project06Line(work.project06.claims, work.project06.visits))],
    },
    { title: results.groups, blocks: groupsOf(work) },
    { title: results.modes, blocks: modesOf(work) },
    { title: results.contributions, blocks: contributionsOf(work) },
    { title: results.support, blocks: supportOf(body.support ?? null) },
    {
      title: results.quality,
      blocks:
        quality === null
          ? []
          : [
              paragraph(
                results.qualityLine(
                  quality.agrees + quality.differs,
                  quality.agrees,
                  quality.rateBasisPoints === null ? null : format.percent(quality.rateBasisPoints),
                ),
              ),
            ],
    },
  ];
  return parts
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ title, blocks }, index): PaperBlock[] => [
      { is: "heading", level: 2, text: `${index + 1}. ${title}` },
      ...blocks,
    ]);
}

function overallOf({ before, figures }: ReportBody, work: WorkFigures): PaperBlock[] {
  if (work.claims === 0) return [paragraph(results.nothing)];
  return [
    paragraph(results.counted(work.visits, work.people, work.proficient, work.households)),
    ...(before === null
      ? []
      : [
          paragraph(
            results.before(
              results.change(work.visits, before.visits),
              results.change(work.proficient, before.proficient),
            ),
          ),
        ]),
    paragraph(results.notAdded),
    ...(figures.isTrial ? [paragraph(words.trial)] : []),
  ];
}

function pillarsTable(work: WorkFigures): PaperTable {
  const { headings } = words.annexes;
  const nothing = { claims: 0, visits: 0, people: 0 };
  return {
    name: results.pillars,
    caption: null,
    columns: [
      { heading: headings.kind, width: 34, kind: "text" },
      { heading: headings.claims, width: 14, kind: "whole" },
      { heading: headings.visits, width: 14, kind: "whole" },
      { heading: headings.people, width: 14, kind: "whole" },
      { heading: headings.points, width: 18, kind: "points" },
    ],
    groups: [
      {
        title: null,
        rows: PILLARS.map((pillar) => {
          const { claims, visits, people } = work.by.pillar[pillar] ?? nothing;
          return [words.pillars[pillar], claims, visits, people, work.pointsByPillar[pillar]];
        }),
      },
      ...(work.pointsByPillar.none === 0
        ? []
        : [{ title: null, rows: [[words.pillars.none, null, null, null, work.pointsByPillar.none]] }]),
    ],
    total: [words.annexes.total(""), work.claims, work.visits, work.people, work.points].map((value) =>
      typeof value === "string" ? value.trim() : value,
    ),
  };
}

/** Households are of a village: a team's paper names the village it works in. */
function quotaOf({ people, peopleAsked, ...own }: ReportMeasures, village: ReportLine | null): PaperBlock[] {
  const { households, householdsOf } = village?.measures ?? own;
  const lines = [
    ...(people === null
      ? []
      : [peopleAsked ? results.people(people, peopleAsked) : results.peopleOnly(people)]),
    households === null || !householdsOf
      ? results.noCoverage
      : results.coverage(village?.name ?? null, households, householdsOf),
  ];
  return lines.map((text) => paragraph(text));
}

function groupsOf(work: WorkFigures): PaperBlock[] {
  const items = namesIn(words.groups, work.by.group).map(([name, { visits, people }]) =>
    results.groupLine(name, visits, people),
  );
  return items.length === 0 ? [paragraph(results.noGroups)] : [list(items)];
}

function modesOf(work: WorkFigures): PaperBlock[] {
  const items = namesIn(words.modes, work.by.mode).map(([name, { claims, visits }]) =>
    results.modeLine(name, claims, visits),
  );
  return items.length === 0 ? [] : [list(items)];
}

function contributionsOf(work: WorkFigures): PaperBlock[] {
  const items = namesIn(words.contributors, work.contributions).map(([name, { members, turns }]) =>
    results.contributionLine(name, members, turns),
  );
  return items.length === 0 ? [] : [list(items), paragraph(results.contributionNote, "italic")];
}

/** What others gave; a commune that was given nothing says nothing of it. */
function supportOf(support: SupportSummary | null): PaperBlock[] {
  if (support === null || isWithoutSupport(support)) return [];
  const { contributions, partners, lentPieces, approvedDong } = support;
  const given = namesIn(results.supportKinds, contributions).flatMap(([name, { count, valueDong }]) =>
    count === 0 ? [] : [results.supportLine(name, count, valueDong)],
  );
  return [
    list([
      ...given,
      ...(partners === 0 ? [] : [results.supportPartners(partners)]),
      ...(lentPieces === 0 ? [] : [results.supportLent(lentPieces)]),
      ...(approvedDong === 0 ? [] : [results.supportApproved(approvedDong)]),
    ]),
  ];
}

/** In the order of the words, what has a name and a figure. */
function namesIn<Value>(
  names: Readonly<Partial<Record<string, string>>>,
  values: Readonly<Partial<Record<string, Value>>>,
): (readonly [string, Value])[] {
  return Object.entries(names).flatMap(([key, name]) => {
    const value = values[key];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
}

function list(items: readonly string[]): PaperBlock {
  return { is: "list", items: items.map((item, index) => item + (index === items.length - 1 ? "." : ";")) };
}

function paragraph(text: string, look?: "italic"): PaperBlock {
  return { is: "paragraph", text, ...(look ? { look } : {}) };
}
