import type { Paper, PaperBlock, PaperValue } from "#app/domain/documents/paper.ts";
import type { PaperSetting, ReviewFacts, VillageRow } from "#app/domain/year-papers/paper-facts.ts";
import { signerOf } from "#app/features/documents/paper-face.ts";
import { yearCriteria } from "#app/messages/vi/year-criteria.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";
import { type Filing, faceOf, officeSymbol } from "./compose-face.ts";

const words = yearPaper.villages;

/** The sixteen columns of DOMAIN.md 2.6. */
export function composeVillagesTable(
  { words: terms }: PaperSetting,
  villages: readonly VillageRow[],
): PaperBlock[] {
  const headings = words.columns(terms.village);
  const ranked = villages.filter(({ rank }) => rank !== null).length;
  return [
    {
      is: "table",
      table: {
        name: words.sheetName,
        caption: null,
        columns: [
          { heading: headings.number, width: 4, kind: "text", isCentred: true },
          { heading: headings.village, width: 12, kind: "text" },
          { heading: headings.households, width: 6, kind: "whole" },
          { heading: headings.members, width: 6, kind: "whole" },
          { heading: headings.people, width: 7, kind: "whole" },
          { heading: headings.coverage, width: 8, kind: "share" },
          { heading: headings.monthsMet, width: 6, kind: "whole" },
          { heading: headings.reports, width: 6, kind: "whole" },
          { heading: headings.goodWork, width: 7, kind: "whole" },
          { heading: headings.bonus, width: 6, kind: "points" },
          { heading: headings.deduction, width: 6, kind: "points" },
          { heading: headings.score, width: 7, kind: "points" },
          { heading: headings.rank, width: 6, kind: "whole" },
          { heading: headings.band, width: 8, kind: "text", isCentred: true },
          { heading: headings.proposed, width: 8, kind: "text", isCentred: true },
          { heading: headings.note, width: 12, kind: "text" },
        ],
        groups: byCluster(villages.map((village, index) => ({ village, cells: rowOf(village, index) }))),
        total: null,
      },
    },
    { is: "paragraph", text: words.closing(villages.length, terms.village, ranked), look: "italic" },
  ];
}

/** Villages of a cluster under its name, as they are ranked; a single ranking has no names. */
function byCluster(rows: readonly { readonly village: VillageRow; readonly cells: PaperValue[] }[]) {
  const clusters = [...new Set(rows.map(({ village }) => village.cluster))];
  return clusters.map((cluster) => ({
    title: cluster ?? (clusters.length > 1 ? yearCriteria.clusters.outside : null),
    rows: rows.filter(({ village }) => village.cluster === cluster).map(({ cells }) => cells),
  }));
}

function rowOf(village: VillageRow, index: number): PaperValue[] {
  return [
    index + 1,
    village.name,
    village.households,
    village.members,
    village.people,
    village.coverage,
    village.monthsMet,
    village.reportsOnTime,
    village.goodWork,
    village.bonus,
    village.deduction,
    village.score,
    village.rank,
    village.band,
    village.proposed,
    village.note,
  ];
}

/** The table as a paper of its own, across the sheet. */
export function composeVillages(
  {
    setting,
    review,
    villages,
  }: {
    readonly setting: PaperSetting;
    readonly review: ReviewFacts;
    readonly villages: readonly VillageRow[];
  },
  filing: Filing,
): Paper {
  const symbol = `${yearPaper.symbols.submission}-${officeSymbol(setting)}`;
  return {
    ...faceOf(setting, review, filing, {
      sender: "office",
      symbol: null,
      signers: [signerOf([yearPaper.signOfficeHead(setting.header.office)])],
      recipients: [],
      saysDay: true,
    }),
    type: yearPaper.annexTitle,
    subject: words.title(setting.words.team, yearPaper.span(review)),
    attachedTo: words.attachedToSubmission(symbol, review.year),
    blocks: composeVillagesTable(setting, villages),
    annexes: [],
    isAcross: true,
  };
}
