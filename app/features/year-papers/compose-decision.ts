import type { Paper, PaperBlock } from "#app/domain/documents/paper.ts";
import type {
  CouncilFacts,
  NomineeList,
  PaperSetting,
  ReviewFacts,
} from "#app/domain/year-papers/paper-facts.ts";
import { signerOf } from "#app/features/documents/paper-face.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";
import { countKinds, type Filing, faceOf, moneyGroups, moneyTotal, officeSymbol } from "./compose-face.ts";
import { composeGivenList } from "./compose-list.ts";

const words = yearPaper.decision;

export interface DecisionPaperFacts {
  readonly setting: PaperSetting;
  readonly review: ReviewFacts;
  readonly list: NomineeList;
  readonly council: CouncilFacts | null;
}

/** Mẫu 1.2 of Nghị định 30: a decision within the chairman's own power, as a draft to sign. */
export function composeDecision(
  { setting, review, list, council }: DecisionPaperFacts,
  filing: Filing,
): Paper {
  const { commune, header } = setting;
  const { kind, name } = commune;
  const chairman = yearPaper.chairman(kind, name);
  const span = yearPaper.span(review);
  const { nominees } = list;
  const bases = [
    ...setting.bases,
    ...(council === null
      ? []
      : [words.minutesBasis(yearPaper.council(kind, name), yearPaper.day(council.day))]),
    words.proposalBasis(
      yearPaper.officeHead(header.office),
      `${yearPaper.symbols.submission}-${officeSymbol(setting)}`,
      review.year,
    ),
  ];
  return {
    ...faceOf(setting, review, filing, {
      sender: "committee",
      symbol: `${yearPaper.symbols.decision}-UBND`,
      signers: [signerOf([header.signerTitle])],
      recipients: words.recipients(header.office),
      saysDay: true,
    }),
    type: words.type,
    subject: words.subject(setting.words.team, span),
    blocks: [
      { is: "paragraph", text: chairman.toLocaleUpperCase("vi"), look: "centred-bold" },
      ...bases.map(
        (text, index): PaperBlock => ({
          is: "paragraph",
          text: `${text}${index === bases.length - 1 ? "." : ";"}`,
          look: "italic",
        }),
      ),
      { is: "paragraph", text: words.word, look: "centred-bold" },
      article(1, words.award(chairman, yearPaper.counts(countKinds(nominees)), setting.words.team, span)),
      article(2, moneyOf(list)),
      article(3, words.force(header.office)),
    ],
    annexes: [
      {
        title: yearPaper.annexTitle,
        subject: yearPaper.list.ofDecision,
        attachedTo: words.attachedTo(
          kind,
          name,
          filing.number,
          filing.day === null ? yearPaper.openDay(review.year) : yearPaper.day(filing.day),
        ),
        isAcross: true,
        blocks: composeGivenList(nominees),
      },
    ],
  };
}

function article(number: number, text: string): PaperBlock {
  return { is: "paragraph", lead: words.article(number), text };
}

function moneyOf({ nominees }: NomineeList): string {
  const groups = moneyGroups(nominees);
  if (groups.length === 0) return words.noMoney;
  return words.money(
    groups.map(({ kind, money }) => words.moneyPart(kind, money.dong)).join("; "),
    moneyTotal(nominees),
  );
}
