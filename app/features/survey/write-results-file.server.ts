import type { Paper, PaperColumn, PaperTable, PaperValue } from "#app/domain/documents/paper.ts";
import {
  type RateParts,
  SMALLEST_GROUP_SHOWN,
  SURVEY_RATE_KEYS,
  SURVEY_SEGMENTS,
  shareOf,
} from "#app/domain/survey/rates.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import { makeFormat } from "#app/messages/format.ts";
import { capitalised, defaultTerms } from "#app/messages/terms.ts";
import { survey as words } from "#app/messages/vi/survey.ts";
import type { SurveyResults } from "./read-results.server.ts";

/** The sums of a round as a workbook: numbers are numbers, and what is not known is empty, not zero. */
export function writeResultsFile(results: SurveyResults): Promise<Uint8Array> {
  const { date } = makeFormat("vi");
  const { round } = results;
  const paper: Paper = {
    letterhead: null,
    number: null,
    placeAndDate: null,
    type: words.result.title(round.name),
    subject: words.days(date(round.firstDay), date(round.lastDay)),
    attachedTo: null,
    bases: [],
    addressees: null,
    blocks: [progressTable(results), ratesTable(results), groupsTable(results)].map((table) => ({
      is: "table" as const,
      table,
    })),
    foot: { recipientsTitle: "", recipients: [], signers: [] },
    annexes: [],
    check: null,
    isAcross: true,
  };
  return writePaperXlsx(paper);
}

const text = (heading: string, width = 3): PaperColumn => ({ heading, width, kind: "text" });
const whole = (heading: string): PaperColumn => ({ heading, width: 1, kind: "whole" });
const share = (heading: string): PaperColumn => ({ heading, width: 1, kind: "share" });
const PLACE = capitalised(words.result.village(defaultTerms.vi));

function progressTable({ villages, progress }: SurveyResults): PaperTable {
  const line = (name: string, each: typeof progress): PaperValue[] => [
    name,
    each.listed,
    each.answered,
    each.refused,
    each.absent,
    each.begun,
  ];
  const { listed, answered, refused, absent, begun } = words.result;
  return {
    name: words.office.progress,
    caption: words.office.progress,
    columns: [text(PLACE), whole(listed), whole(answered), whole(refused), whole(absent), whole(begun)],
    groups: [{ title: null, rows: villages.map((village) => line(village.name, village.progress)) }],
    total: line(words.result.wholeCommune(defaultTerms.vi), progress),
  };
}

const PARTS = [whole("Có"), whole("Đã biết"), whole(words.result.unknown), share(words.result.share)];

function valuesOf(parts: RateParts): PaperValue[] {
  return [parts.numerator, parts.denominator, parts.unknown, shareOf(parts)];
}

function ratesTable({ villages, rates }: SurveyResults): PaperTable {
  return {
    name: words.results,
    caption: words.results,
    columns: [text(words.result.rate), text(PLACE, 2), ...PARTS],
    groups: SURVEY_RATE_KEYS.filter((rate) => rates[rate].denominator > 0).map((rate) => ({
      title: words.rates[rate],
      rows: [
        ...villages.map((village) => [words.rates[rate], village.name, ...valuesOf(village.rates[rate])]),
        [words.rates[rate], words.result.wholeCommune(defaultTerms.vi), ...valuesOf(rates[rate])],
      ],
    })),
    total: null,
  };
}

/** Groups too small to be shown are left out, here as on the page. */
function groupsTable({ bySegment }: SurveyResults): PaperTable {
  return {
    name: words.result.byGroup,
    caption: words.result.byGroup,
    columns: [text(words.result.rate), text(words.result.group, 2), ...PARTS],
    groups: [
      {
        title: null,
        rows: SURVEY_RATE_KEYS.flatMap((rate) =>
          SURVEY_SEGMENTS.flatMap((segment) => {
            const parts = bySegment[segment][rate];
            return parts.denominator < SMALLEST_GROUP_SHOWN
              ? []
              : [[words.rates[rate], words.segments[segment], ...valuesOf(parts)]];
          }),
        ),
      },
    ],
    total: null,
  };
}
