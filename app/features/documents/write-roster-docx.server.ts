import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { PaperHeader, RosterTable } from "./roster-table.ts";

const FONT = "Times New Roman";
/** Twentieths of a point: Nghị định 30/2020/NĐ-CP, A4 with 20, 20, 30 and 15 mm. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1_134, bottom: 1_134, left: 1_701, right: 850, header: 567, footer: 567 },
};
const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };
const NO_GRID = { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE };

interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  /** A rule under the words, as long as they are. */
  readonly ruled?: boolean;
  readonly after?: number;
}

/** The list as a document of the commune. */
export async function writeRosterDocx(table: RosterTable): Promise<Uint8Array> {
  const document = new Document({
    creator: "",
    title: table.subtitle,
    styles: { default: { document: { run: { font: FONT, size: 26 } } } },
    sections: [
      {
        properties: { page: PAGE, titlePage: true },
        headers: {
          // The number of the page in the middle of the upper margin, from the second page on.
          first: new Header({ children: [new Paragraph("")] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ font: FONT, size: 26, children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: [
          headOf(table.header),
          line("", { after: 120 }),
          line(table.title.toLocaleUpperCase("vi"), { bold: true, size: 28, align: AlignmentType.CENTER }),
          line(table.subtitle, { bold: true, size: 28, align: AlignmentType.CENTER }),
          ...(table.attachedTo === null
            ? []
            : [line(table.attachedTo, { italics: true, size: 26, align: AlignmentType.CENTER })]),
          line("", { after: 60 }),
          gridOf(table),
          ...(table.notes ?? []).map((text) => line(text, { after: 60 })),
          line(table.closing, { italics: true, after: 240 }),
          footOf(table.header),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function line(text: string, look: Look = {}): Paragraph {
  const {
    size = 26,
    bold = false,
    italics = false,
    align = AlignmentType.LEFT,
    ruled = false,
    after = 0,
  } = look;
  return new Paragraph({
    alignment: align,
    spacing: { after },
    children: [new TextRun({ text, font: FONT, size, bold, italics, ...(ruled ? { underline: {} } : {}) })],
  });
}

function cell(children: Paragraph[], width: number, extra: object = {}): TableCell {
  return new TableCell({ children, width: { size: width, type: WidthType.DXA }, ...extra });
}

function headOf(header: PaperHeader): Table {
  const centre = { align: AlignmentType.CENTER };
  const left = [
    ...(header.superiorBody
      ? [line(header.superiorBody.toLocaleUpperCase("vi"), { ...centre, size: 24 })]
      : []),
    line(header.issuingBody.toLocaleUpperCase("vi"), { ...centre, size: 24, bold: true, ruled: true }),
  ];
  const right = [
    line(header.country.toLocaleUpperCase("vi"), { ...centre, size: 24, bold: true }),
    line(header.motto, { ...centre, size: 26, bold: true, ruled: true, after: 80 }),
    line(header.placeAndDate, { ...centre, size: 26, italics: true }),
  ];
  const widths = [Math.round(TEXT_WIDTH * 0.42), Math.round(TEXT_WIDTH * 0.58)];
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    borders: NO_GRID,
    rows: [
      new TableRow({
        children: [
          cell(left, widths[0] ?? 0, { borders: NO_BORDERS }),
          cell(right, widths[1] ?? 0, { borders: NO_BORDERS }),
        ],
      }),
    ],
  });
}

function gridOf({ columns, groups }: RosterTable): Table {
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((TEXT_WIDTH * width) / shares));
  const middle = { verticalAlign: VerticalAlign.CENTER };
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ heading: text }, index) =>
      cell([line(text, { bold: true, size: 24, align: AlignmentType.CENTER })], widths[index] ?? 0, middle),
    ),
  });
  const body = groups.flatMap((group) => [
    new TableRow({
      cantSplit: true,
      children: [
        cell([line(group.title, { bold: true, size: 24 })], TEXT_WIDTH, { columnSpan: columns.length }),
      ],
    }),
    ...group.rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map((value, index) =>
            cell(
              [
                line(value === null ? "" : String(value), {
                  size: 24,
                  align: columns[index]?.isFigure ? AlignmentType.CENTER : AlignmentType.LEFT,
                }),
              ],
              widths[index] ?? 0,
              middle,
            ),
          ),
        }),
    ),
  ]);
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    rows: [heading, ...body],
  });
}

function footOf(header: PaperHeader): Table {
  const recipients = [
    line(header.recipientsTitle, { bold: true, italics: true, size: 24 }),
    ...header.recipients.map((text, index) =>
      line(`- ${text}${index === header.recipients.length - 1 ? "." : ";"}`, { size: 22 }),
    ),
  ];
  const centre = { align: AlignmentType.CENTER, bold: true, size: 28 };
  const signature = [
    line(header.signsFor.toLocaleUpperCase("vi"), centre),
    line(header.signerTitle.toLocaleUpperCase("vi"), { ...centre, after: 1_400 }),
  ];
  const half = Math.round(TEXT_WIDTH / 2);
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [half, half],
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    borders: NO_GRID,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          cell(recipients, half, { borders: NO_BORDERS }),
          cell(signature, half, { borders: NO_BORDERS }),
        ],
      }),
    ],
  });
}
