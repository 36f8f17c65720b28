import type { Paper, PaperBlock, PaperTable } from "#app/domain/documents/paper.ts";
import type { ReadingSlides } from "#app/domain/year-papers/merit-sheet.ts";
import {
  NOMINEE_KINDS,
  type Nominee,
  type NomineeKind,
  type PaperSetting,
  type ReviewFacts,
} from "#app/domain/year-papers/paper-facts.ts";
import { signerOf } from "#app/features/documents/paper-face.ts";
import { paperWords } from "#app/messages/paper-words.ts";
import { yearCeremony } from "#app/messages/year-ceremony-words.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";
import { type Filing, faceOf, moneyTotal, paragraph } from "./compose-face.ts";

const words = yearCeremony.ceremony;

export interface CeremonyFacts {
  readonly setting: PaperSetting;
  readonly review: ReviewFacts;
  /** In the order of the decision. */
  readonly nominees: readonly Nominee[];
}

/** As many as stand on a stage at once. */
const AT_ONCE = 10;
const ON_A_SLIDE = 6;

interface Turn {
  readonly kind: NomineeKind;
  readonly nominees: readonly Nominee[];
}

/** Groups as they are called up: groups first, then persons, then households, never two kinds at once. */
function turnsOf(nominees: readonly Nominee[], size: number): Turn[] {
  return NOMINEE_KINDS.flatMap((kind) => {
    const own = nominees.filter((nominee) => nominee.kind === kind);
    const turns = Math.ceil(own.length / size);
    return Array.from({ length: turns }, (_, turn) => ({
      kind,
      nominees: own.slice(turn * size, (turn + 1) * size),
    }));
  });
}

/** What the speaker reads, in the order in which sheets lie on the tray. */
export function composeReadingList({ setting, review, nominees }: CeremonyFacts, filing: Filing): Paper {
  let order = 0;
  return {
    ...ceremonyFace(setting, review, filing),
    type: words.names,
    subject: words.namesSubject(yearPaper.span(review)),
    blocks: [
      { is: "paragraph", text: words.how, look: "italic" },
      ...turnsOf(nominees, AT_ONCE).flatMap(({ kind, nominees: called }, index): PaperBlock[] => [
        { is: "heading", level: 1, text: words.turn(index + 1, kind, called.length) },
        ...called.map(({ name, place }) => {
          order += 1;
          return paragraph(words.reads(order, name, place));
        }),
      ]),
    ],
    annexes: [],
  };
}

/** Who signs for what they were handed. */
export function composeHandOver({ setting, review, nominees }: CeremonyFacts, filing: Filing): Paper {
  return {
    ...ceremonyFace(setting, review, filing),
    foot: {
      recipientsTitle: "",
      recipients: [],
      signers: [signerOf([words.given]), signerOf([words.witness])],
    },
    type: words.handOver,
    subject: words.handOverSubject(yearPaper.span(review)),
    blocks: [{ is: "table", table: handOverTable(inOrder(nominees)) }],
    annexes: [],
  };
}

export function composeSlides({ setting, review, nominees }: CeremonyFacts, filing: Filing): ReadingSlides {
  return {
    place: setting.header.issuingBody,
    title: yearCeremony.slides.title(yearPaper.span(review)),
    day:
      filing.day === null ? setting.header.place : paperWords.placeAndDate(setting.header.place, filing.day),
    slides: turnsOf(nominees, ON_A_SLIDE).map(({ kind, nominees: shown }) => ({
      heading: yearPaper.list.kinds[kind],
      names: shown.map(({ name, place }) => ({ name, place })),
    })),
  };
}

export function inOrder(nominees: readonly Nominee[]): Nominee[] {
  return NOMINEE_KINDS.flatMap((kind) => nominees.filter((nominee) => nominee.kind === kind));
}

function ceremonyFace(setting: PaperSetting, review: ReviewFacts, filing: Filing) {
  return faceOf(setting, review, filing, {
    sender: "office",
    symbol: null,
    signers: [],
    recipients: [],
    saysDay: true,
  });
}

function handOverTable(nominees: readonly Nominee[]): PaperTable {
  const { columns } = words;
  return {
    name: words.handOver,
    caption: null,
    columns: [
      { heading: columns.number, width: 7, kind: "text", isCentred: true },
      { heading: columns.name, width: 28, kind: "text" },
      { heading: columns.place, width: 22, kind: "text" },
      { heading: columns.book, width: 9, kind: "text", isCentred: true },
      { heading: columns.money, width: 16, kind: "money" },
      { heading: columns.signature, width: 18, kind: "text" },
    ],
    groups: [
      {
        title: null,
        rows: nominees.map(({ name, place, money }, index) => [
          index + 1,
          name,
          place,
          yearPaper.count(index + 1),
          money?.dong ?? null,
          null,
        ]),
      },
    ],
    total: [null, yearPaper.list.total, null, null, moneyTotal(nominees), null],
  };
}
