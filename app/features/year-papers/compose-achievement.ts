import type { Paper, PaperBlock } from "#app/domain/documents/paper.ts";
import type { AchievementFacts, PaperSetting, ReviewFacts } from "#app/domain/year-papers/paper-facts.ts";
import { signerOf } from "#app/features/documents/paper-face.ts";
import { paperWords } from "#app/messages/paper-words.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";
import { type Filing, faceOf, paragraph } from "./compose-face.ts";

const words = yearPaper.achievement;

export interface AchievementPaperFacts {
  readonly setting: PaperSetting;
  readonly review: ReviewFacts;
  readonly achievement: AchievementFacts;
}

/** Báo cáo thành tích, with the parts of DOMAIN.md 2.6 and what the registers know already in place. */
export function composeAchievement(
  { setting, review, achievement }: AchievementPaperFacts,
  filing: Filing,
): Paper {
  const { nominee } = achievement;
  const { name, kind } = nominee;
  const face = faceOf(setting, review, filing, {
    sender: "committee",
    symbol: null,
    signers: [signerOf([words.confirm]), signerOf(words.signers[kind], kind === "individual" ? name : null)],
    recipients: [],
    saysDay: true,
  });
  return {
    ...face,
    // It comes from whoever is proposed, not from the committee.
    letterhead: face.letterhead && {
      ...face.letterhead,
      superiorBody:
        kind === "individual"
          ? ""
          : yearPaper.shortBody(
              setting.header.issuingBody,
              yearPaper.place(setting.commune.kind, setting.commune.name),
            ),
      issuingBody: kind === "individual" ? nominee.place || setting.header.issuingBody : name,
    },
    type: words.type,
    subject: words.subject(kind, name),
    blocks: [
      { is: "heading", level: 1, text: `I. ${words.summary}` },
      paragraph(words.name(kind, name)),
      ...(kind === "individual" && nominee.birthYear !== null
        ? [paragraph(words.born(nominee.birthYear, nominee.isWoman))]
        : []),
      ...(nominee.place === "" ? [] : [paragraph(words.place(kind, nominee.place))]),
      ...achievement.summary.map(paragraph),
      { is: "heading", level: 1, text: `II. ${words.results}` },
      paragraph(nominee.achievement),
      ...figuresOf(achievement),
      paragraph(words.deeds),
      ...(achievement.deeds.length > 0
        ? [{ is: "list", items: achievement.deeds } satisfies PaperBlock]
        : [paragraph(words.write), paragraph(words.write)]),
      { is: "heading", level: 1, text: `III. ${words.before}` },
      ...(achievement.before.length > 0
        ? [{ is: "list", items: achievement.before } satisfies PaperBlock]
        : [paragraph(words.none)]),
    ],
    addressees: {
      word: paperWords.addressees,
      names: [yearPaper.council(setting.commune.kind, setting.commune.name)],
    },
    annexes: [],
  };
}

function figuresOf({ figures }: AchievementFacts): PaperBlock[] {
  if (figures.length === 0) return [paragraph(words.noFigures)];
  const column = { width: 18, kind: "text", isCentred: true } as const;
  return [
    paragraph(words.figures),
    {
      is: "table",
      table: {
        name: words.results,
        caption: null,
        columns: [
          { heading: words.columns.name, width: 46, kind: "text" },
          { ...column, heading: words.columns.done },
          { ...column, heading: words.columns.asked },
          { ...column, heading: words.columns.before },
        ],
        groups: [
          { title: null, rows: figures.map(({ name, done, asked, before }) => [name, done, asked, before]) },
        ],
        total: null,
      },
    },
  ];
}
