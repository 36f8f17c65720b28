import type { Paper } from "#app/domain/documents/paper.ts";
import type { NomineeList, PaperSetting, ReviewFacts } from "#app/domain/year-papers/paper-facts.ts";
import { signerOf } from "#app/features/documents/paper-face.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";
import { countKinds, type Filing, faceOf, paragraph } from "./compose-face.ts";

const words = yearPaper.notice;

export interface NoticeFacts {
  readonly setting: PaperSetting;
  readonly review: ReviewFacts;
  readonly list: NomineeList;
}

/** What is posted in the villages (DOMAIN.md 2.8): names and places alone, no year of birth, no votes. */
export function composeNotice({ setting, review, list }: NoticeFacts, filing: Filing): Paper {
  const { header } = setting;
  const span = yearPaper.span(review);
  const { columns, kinds } = yearPaper.list;
  return {
    ...faceOf(setting, review, filing, {
      sender: "committee",
      symbol: `${yearPaper.symbols.notice}-UBND`,
      signers: [signerOf([header.signsFor, header.signerTitle])],
      recipients: words.recipients,
      saysDay: true,
    }),
    type: words.type,
    subject: words.subject(span),
    blocks: [
      paragraph(
        words.opening(
          header.issuingBody,
          yearPaper.counts(countKinds(list.nominees)),
          setting.words.team,
          span,
        ),
      ),
      {
        is: "table",
        table: {
          name: words.type,
          caption: null,
          columns: [
            { heading: columns.number, width: 7, kind: "text", isCentred: true },
            { heading: yearPaper.minutes.voteColumns.name, width: 35, kind: "text" },
            { heading: columns.address, width: 30, kind: "text" },
            { heading: columns.form, width: 28, kind: "text", isCentred: true },
          ],
          groups: (["collective", "individual", "household"] as const).flatMap((kind) => {
            const own = list.nominees.filter((nominee) => nominee.kind === kind);
            return own.length === 0
              ? []
              : [
                  {
                    title: kinds[kind],
                    rows: own.map(({ name, place, form }, index) => [index + 1, name, place, form]),
                  },
                ];
          }),
          total: null,
        },
      },
      paragraph(words.where(setting.words.village)),
      paragraph(words.speak(header.office)),
      paragraph(words.closing),
    ],
    annexes: [],
  };
}
