import type { Paper, PaperBlock } from "#app/domain/documents/paper.ts";
import type {
  CouncilFacts,
  NomineeList,
  PaperSetting,
  ReviewFacts,
  VillageRow,
} from "#app/domain/year-papers/paper-facts.ts";
import { signerOf } from "#app/features/documents/paper-face.ts";
import { paperWords } from "#app/messages/paper-words.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";
import {
  countKinds,
  type Filing,
  faceOf,
  moneyGroups,
  moneyTotal,
  officeSymbol,
  paragraph,
  reasons,
} from "./compose-face.ts";
import { composeList } from "./compose-list.ts";
import { composeVillagesTable } from "./compose-villages.ts";

const words = yearPaper.submission;

export interface SubmissionFacts {
  readonly setting: PaperSetting;
  readonly review: ReviewFacts;
  readonly list: NomineeList;
  readonly villages: readonly VillageRow[];
  readonly council: CouncilFacts | null;
}

/** Tờ trình of the office to the chairman, with the list and the table of villages behind it. */
export function composeSubmission(facts: SubmissionFacts, filing: Filing): Paper {
  const { setting, review, list } = facts;
  const { commune, header } = setting;
  const chairman = yearPaper.chairman(commune.kind, commune.name);
  const span = yearPaper.span(review);
  const symbol = `${yearPaper.symbols.submission}-${officeSymbol(setting)}`;
  const attachedTo = yearPaper.villages.attachedToSubmission(symbol, review.year);
  return {
    ...faceOf(setting, review, filing, {
      sender: "office",
      symbol,
      signers: [signerOf([yearPaper.signOfficeHead(header.office)])],
      recipients: words.recipients,
      saysDay: true,
    }),
    type: words.type,
    subject: words.subject(setting.words.team, span),
    addressees: { word: paperWords.addressees, names: [chairman] },
    bases: setting.bases,
    blocks: [
      paragraph(
        words.opening(
          header.office,
          yearPaper.council(commune.kind, commune.name),
          chairman,
          yearPaper.counts(countKinds(list.nominees)),
        ),
      ),
      { is: "heading", level: 1, text: `I. ${words.process}` },
      ...processOf(facts),
      { is: "heading", level: 1, text: `II. ${words.list}` },
      paragraph(words.listAttached(yearPaper.counts(countKinds(list.nominees)))),
      { is: "list", items: list.nominees.map(({ name, place, form }) => words.listLine(name, place, form)) },
      { is: "heading", level: 1, text: `III. ${words.money}` },
      ...moneyOf(list),
      paragraph(words.attached),
      paragraph(words.closing(header.office, chairman)),
    ],
    annexes: [
      {
        title: paperWords.annexOf("I"),
        subject: yearPaper.list.title,
        attachedTo,
        isAcross: true,
        blocks: composeList(list),
      },
      {
        title: paperWords.annexOf("II"),
        subject: yearPaper.villages.title(setting.words.team, span),
        attachedTo,
        isAcross: true,
        blocks: composeVillagesTable(setting, facts.villages),
      },
    ],
  };
}

function processOf({ review, list, council, setting }: SubmissionFacts): PaperBlock[] {
  return [
    paragraph(words.sheet(review.sheet, review.sheetDocument, review.resultSha256.slice(0, 16))),
    ...(list.quota.length === 0
      ? []
      : [paragraph(words.quota), { is: "list", items: list.quota } satisfies PaperBlock]),
    paragraph(
      council === null
        ? words.notMet
        : words.met(
            yearPaper.council(setting.commune.kind, setting.commune.name),
            yearPaper.day(council.day),
            council.counted,
            council.members.length,
          ),
    ),
    ...reasons(words.departures, list.departures),
    ...reasons(words.excluded, list.excluded),
  ];
}

function moneyOf({ nominees }: NomineeList): PaperBlock[] {
  const groups = moneyGroups(nominees);
  if (groups.length === 0) return [paragraph(yearPaper.decision.noMoney)];
  return [
    {
      is: "list",
      items: groups.map(({ kind, count, money }) =>
        words.moneyLine(kind, count, money.dong, money.basePay, money.permille),
      ),
    },
    paragraph(words.moneyTotal(moneyTotal(nominees))),
  ];
}
