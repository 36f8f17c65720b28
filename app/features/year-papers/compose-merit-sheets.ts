import type { MeritSheets } from "#app/domain/year-papers/merit-sheet.ts";
import type { Nominee, PaperSetting, ReviewFacts } from "#app/domain/year-papers/paper-facts.ts";
import { paperWords } from "#app/messages/paper-words.ts";
import { yearCeremony } from "#app/messages/year-ceremony-words.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";
import type { Filing } from "./compose-face.ts";

const words = yearCeremony.merit;

export interface PrinterSetting {
  readonly emblemSha256: string | null;
  readonly shiftRight: number;
  readonly shiftDown: number;
}

interface MeritFacts {
  readonly setting: PaperSetting;
  readonly review: ReviewFacts;
  readonly nominees: readonly Nominee[];
}

/** One sheet for each recipient, numbered in the golden book by their order in the decision. */
export function composeMeritSheets(
  { setting, review, nominees }: MeritFacts,
  filing: Filing,
  printer: PrinterSetting,
  layout: MeritSheets["layout"],
): MeritSheets {
  const day = filing.day === null ? yearPaper.openDay(review.year) : yearPaper.day(filing.day);
  return {
    ...frameOf(setting, printer, layout),
    placeAndDate:
      filing.day === null
        ? paperWords.placeAndBlank(setting.header.place, review.year)
        : paperWords.placeAndDate(setting.header.place, filing.day),
    test: null,
    sheets: nominees.map(({ name, place, achievement }, index) => ({
      name,
      place,
      achievement: words.merit(achievement, yearPaper.span(review)),
      decision: words.decision(filing.number, day),
      book: words.book(index + 1),
    })),
  };
}

/** A sheet to hold against a bought one: rules in millimetres and the words where they will stand. */
export function composeTestSheet(setting: PaperSetting, year: number, printer: PrinterSetting): MeritSheets {
  return {
    ...frameOf(setting, printer, "overprint"),
    placeAndDate: paperWords.placeAndBlank(setting.header.place, year),
    test: words.test(printer.shiftRight, printer.shiftDown),
    sheets: [
      {
        name: words.sampleName,
        place: words.samplePlace,
        achievement: words.sampleAchievement,
        decision: words.decision(null, yearPaper.openDay(year)),
        book: words.book(1),
      },
    ],
  };
}

function frameOf({ commune, header }: PaperSetting, printer: PrinterSetting, layout: MeritSheets["layout"]) {
  return {
    layout,
    country: words.country,
    motto: words.motto,
    giver: yearPaper.chairman(commune.kind, commune.name),
    given: words.given,
    heading: words.heading,
    signerTitle: header.signerTitle,
    emblemSha256: layout === "full" ? printer.emblemSha256 : null,
    // A sheet of its own is drawn whole: there is nothing to be beside of.
    shiftRight: layout === "full" ? 0 : printer.shiftRight,
    shiftDown: layout === "full" ? 0 : printer.shiftDown,
  };
}
