import type { Paper, PaperBlock, PaperTable } from "#app/domain/documents/paper.ts";
import type { ReportBody, ReportPaper } from "#app/domain/reports/report.ts";
import { signerOf } from "#app/features/documents/paper-face.ts";
import { noticePaper as words } from "#app/messages/notice-paper.ts";
import { paperWords } from "#app/messages/paper-words.ts";
import { reportPaper } from "#app/messages/report-paper.ts";
import { composeReport, type ReportSetting, symbolOf } from "./compose-report.ts";
import { paragraphsOf } from "./compose-sections.ts";

/**
 * What the office tells every team of a period: the figures of its own consolidated report, place by place, who sent in
 * time, and what was answered. Null of a report that is not the commune's.
 */
export function composeNotice(report: ReportPaper, setting: ReportSetting): Paper | null {
  const { body } = report;
  if (body.subject.is !== "commune" || body.work === null) return null;
  const { office, team, village } = body.commune.words;
  const period = reportPaper.period(body.period);
  const parts = [
    { title: words.overall, blocks: overallOf(body) },
    { title: words.villages(village), blocks: villagesOf(body) },
    { title: words.reports, blocks: reportsOf(body) },
    { title: words.answers, blocks: answersOf(body) },
    { title: words.plan, blocks: paragraphsOf(body.sections.plan.text) },
  ].filter(({ blocks }) => blocks.length > 0);
  const whole = composeReport(report, setting);
  return {
    ...whole,
    number: paperWords.number(`${words.typeSymbol}-${symbolOf(body)}`),
    type: words.type,
    subject: words.subject(team, period),
    addressees: { word: paperWords.addressees, names: words.addressees(team, village) },
    blocks: [
      {
        is: "paragraph",
        text: words.opening(office, period, reportPaper.days(body.period.firstDay, body.period.lastDay)),
      },
      ...(body.figures.isFrozen ? [] : [paragraph(reportPaper.draft)]),
      ...parts.flatMap(({ title, blocks }, index): PaperBlock[] => [
        { is: "heading", level: 2, text: `${index + 1}. ${title}` },
        ...blocks,
      ]),
      paragraph(words.check(office)),
      paragraph(words.closing),
    ],
    foot: {
      ...whole.foot,
      recipients: reportPaper.recipients,
      signers: [signerOf([reportPaper.officeHead(office)])],
    },
    annexes: [],
  };
}

function overallOf({ work, figures }: ReportBody): PaperBlock[] {
  if (work === null) return [];
  const { results } = reportPaper;
  return [
    paragraph(
      work.claims === 0
        ? results.nothing
        : results.counted(work.visits, work.people, work.proficient, work.households),
    ),
    ...(figures.isTrial ? [paragraph(reportPaper.trial)] : []),
  ];
}

/** In the order of the board; places without a rank come last. */
function villagesOf({ villages, commune }: ReportBody): PaperBlock[] {
  if (villages.length === 0) return [];
  const { headings } = words;
  const last = Number.POSITIVE_INFINITY;
  const inOrder = [...villages].sort(
    (left, right) => (left.measures.rank ?? last) - (right.measures.rank ?? last) || 0,
  );
  const table: PaperTable = {
    name: words.villages(commune.words.village),
    caption: null,
    columns: [
      { heading: headings.rank, width: 9, kind: "text", isCentred: true },
      { heading: headings.village(commune.words.village), width: 27, kind: "text" },
      { heading: headings.people, width: 13, kind: "whole" },
      { heading: headings.asked, width: 11, kind: "whole" },
      { heading: headings.visits, width: 13, kind: "whole" },
      { heading: headings.households, width: 14, kind: "whole" },
      { heading: headings.of, width: 13, kind: "whole" },
    ],
    groups: [
      {
        title: null,
        rows: inOrder.map(({ name, measures, work }) => [
          measures.rank === null ? null : String(measures.rank),
          name,
          measures.people,
          measures.peopleAsked,
          work.visits,
          measures.households,
          measures.householdsOf,
        ]),
      },
    ],
    total: null,
  };
  return [{ is: "table", table }];
}

function reportsOf({ teams, units }: ReportBody): PaperBlock[] {
  const standings = [
    ...teams.flatMap(({ name, report }) => (report === null ? [] : [{ name, standing: report }])),
    ...units,
  ];
  if (standings.length === 0) return [];
  const named = (is: (each: (typeof standings)[number]["standing"]) => boolean) =>
    standings.filter(({ standing }) => is(standing)).map(({ name }) => name);
  const late = named(({ sentAt, isLate }) => sentAt !== null && isLate);
  const missing = named(({ isMissing }) => isMissing);
  const onTime = named(({ sentAt, isLate }) => sentAt !== null && !isLate);
  const items = [
    words.onTime(onTime.length, standings.length),
    ...(late.length === 0 ? [] : [words.late(late)]),
    ...(missing.length === 0 ? [] : [words.missing(missing)]),
  ];
  return [{ is: "list", items }];
}

function answersOf({ difficulties }: ReportBody): PaperBlock[] {
  const items = difficulties.answered.map(({ raisedIn, content, answer }) =>
    words.answer(raisedIn, content.replace(/\s+/g, " ").trim().replace(/\.$/, ""), answer ?? ""),
  );
  return items.length === 0 ? [] : [{ is: "list", items }];
}

function paragraph(text: string): PaperBlock {
  return { is: "paragraph", text };
}
