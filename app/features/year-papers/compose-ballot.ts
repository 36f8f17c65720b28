import type { Paper, PaperTable } from "#app/domain/documents/paper.ts";
import type {
  CouncilRound,
  Nominee,
  PaperSetting,
  ReviewFacts,
} from "#app/domain/year-papers/paper-facts.ts";
import { signerOf } from "#app/features/documents/paper-face.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";
import { type Filing, faceOf, paragraph } from "./compose-face.ts";
import { composeRound, conclusionOf, type MinutesFacts, voteTable } from "./compose-minutes.ts";

const words = yearPaper.ballot;

export interface BallotFacts {
  readonly setting: PaperSetting;
  readonly review: ReviewFacts;
  readonly nominees: readonly Pick<Nominee, "name" | "place" | "form">[];
  /** Secret ballots bear no name. */
  readonly isSecret: boolean;
}

/** The slip a member of the council marks; one sheet, copied as often as there are members. */
export function composeBallot({ setting, review, nominees, isSecret }: BallotFacts, filing: Filing): Paper {
  return {
    ...faceOf(setting, review, filing, {
      sender: "council",
      symbol: null,
      signers: isSecret ? [] : [signerOf([words.signer])],
      recipients: [],
      saysDay: true,
    }),
    type: words.type,
    subject: words.subject(yearPaper.span(review)),
    blocks: [
      paragraph(isSecret ? words.secret : words.shown(words.blank)),
      { is: "table", table: ballotTable(nominees) },
      { is: "paragraph", text: words.how, look: "italic" },
    ],
    annexes: [],
  };
}

function ballotTable(nominees: BallotFacts["nominees"]): PaperTable {
  const { columns } = yearPaper.list;
  const box = { width: 11, kind: "text", isCentred: true } as const;
  return {
    name: words.type,
    caption: null,
    columns: [
      { heading: columns.number, width: 7, kind: "text", isCentred: true },
      { heading: yearPaper.minutes.voteColumns.name, width: 42, kind: "text" },
      { heading: columns.form, width: 18, kind: "text", isCentred: true },
      { ...box, heading: words.agree },
      { ...box, heading: words.against },
      { ...box, heading: words.abstain },
    ],
    groups: [
      {
        title: null,
        rows: nominees.map(({ name, place, form }, index) => [
          index + 1,
          place === "" ? name : `${name} (${place})`,
          form,
          null,
          null,
          null,
        ]),
      },
    ],
    total: null,
  };
}

/** What the tellers counted, beside the minutes. */
export function composeTally({ setting, review, council }: MinutesFacts, filing: Filing): Paper {
  const { tally } = yearPaper;
  const chair = council.members.find(({ role }) => role === "chair")?.name ?? null;
  const hasTellers = council.rounds.some(({ tellers }) => tellers !== null);
  return {
    ...faceOf(setting, review, filing, {
      sender: "council",
      symbol: null,
      signers: [signerOf([tally.signers.teller]), signerOf([tally.signers.chair], chair)],
      recipients: yearPaper.minutes.recipients,
      saysDay: false,
    }),
    type: tally.type,
    subject: tally.subject(yearPaper.span(review)),
    blocks: [
      paragraph(tally.opened(yearPaper.day(council.day), council.place)),
      ...(hasTellers
        ? []
        : [
            paragraph(tally.tellers),
            { is: "list", items: [tally.teller, tally.teller, tally.teller] } as const,
          ]),
      ...council.rounds.flatMap((round, index) => [
        { is: "heading", level: 2, text: yearPaper.minutes.round(index + 1, round.title) } as const,
        ...composeRound(round),
        { is: "table", table: withShares(round) } as const,
      ]),
      paragraph(conclusionOf(council, tally.passed)),
      paragraph(tally.closing),
    ],
    annexes: [],
  };
}

/** Shares are of what the threshold is of; rounded down, so that nobody passes by rounding. */
function withShares(round: CouncilRound): PaperTable {
  const table = voteTable(round);
  return {
    ...table,
    columns: table.columns.with(6, { heading: yearPaper.tally.share, width: 14, kind: "share" }),
    groups: table.groups.map(({ title, rows }) => ({
      title,
      rows: rows.map((row, index) => {
        const agree = round.votes[index]?.agree ?? 0;
        return row.with(6, round.base === 0 ? null : Math.floor((agree * 10_000) / round.base));
      }),
    })),
  };
}
