import { writeXlsxStream } from "hucre/xlsx";
import { type ProvinceVillage, rankProvince } from "#app/domain/upper-tier/year-standing.ts";
import type { upperTierYear } from "#app/messages/vi/upper-tier-year.ts";
import type { CommuneOfYear } from "./each-year.server.ts";

type Words = (typeof upperTierYear)["file"];

const WIDTHS = [8, 30, 10, 18, 8, 26, 20, 40, 16] as const;
const HUNDREDTHS = 100;
/** Of the sheet's hash: enough to see which villages share one. */
const MARK_LENGTH = 12;

/** Villages of the communes the caller reads, ranked among those scored by the same sheet. Rows leave as they are written. */
export function streamYearRanking(
  communes: AsyncIterable<CommuneOfYear>,
  year: number,
  words: Words,
): ReadableStream<Uint8Array> {
  const figures = new Map([
    [0, "0"],
    [2, "0.00"],
    [4, "0"],
  ]);
  return writeXlsxStream(rowsOf(communes), {
    name: words.sheet(year),
    columns: words.headings.map((header, index) => ({
      header,
      width: WIDTHS[index] ?? 12,
      ...(figures.has(index) ? { numFmt: figures.get(index) } : {}),
    })),
    freezePane: { rows: 1 },
  });
}

async function* rowsOf(communes: AsyncIterable<CommuneOfYear>) {
  const villages: ProvinceVillage[] = [];
  for await (const one of communes) villages.push(...villagesOf(one));
  for (const row of rankProvince(villages)) {
    yield [
      row.rank,
      row.village,
      row.score / HUNDREDTHS,
      row.band,
      row.ownRank,
      row.commune,
      row.province,
      row.sheetTitle,
      row.sheetSha256.slice(0, MARK_LENGTH),
    ];
  }
}

/** Who was kept out by its commune is ranked nowhere. */
function villagesOf({ commune, locked }: CommuneOfYear): ProvinceVillage[] {
  if (locked === null) return [];
  const { sheet, villages, review } = locked.result;
  // A part of a year is held against the same part alone.
  const span = review.kind === "annual" ? "" : ` ${review.firstMonth}-${review.lastMonth}`;
  const bandOf = new Map(sheet.content.bands.map(({ key, title }) => [key, title]));
  return villages.flatMap(({ name, exact, score, band, rank }) =>
    rank === null
      ? []
      : [
          {
            province: commune.province,
            commune: commune.name,
            village: name,
            sheetTitle: sheet.title,
            sheetSha256: sheet.sha256,
            peers: `${sheet.sha256}${span}`,
            exact,
            score,
            band: bandOf.get(band) ?? "",
            ownRank: rank,
          },
        ],
  );
}
