import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

export const FONT = "Times New Roman";

/** Twentieths of a point: A4 with 20, 20, 30 and 15 mm (Nghị định 30/2020/NĐ-CP, appendix I). */
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1_134, bottom: 1_134, left: 1_701, right: 850, header: 567, footer: 400 };

export function pageOf(isAcross: boolean) {
  return {
    // The writer itself turns the sides of a sheet that lies across.
    size: { ...A4, ...(isAcross ? { orientation: "landscape" as const } : {}) },
    margin: MARGIN,
  };
}

export function textWidth(isAcross: boolean): number {
  return (isAcross ? A4.height : A4.width) - MARGIN.left - MARGIN.right;
}

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
export const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };
const NO_GRID = { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE };

export interface Look {
  /** Half points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  /** A rule under the words, as long as they are. */
  readonly isRuled?: boolean;
  readonly before?: number;
  readonly after?: number;
  readonly isKept?: boolean;
  /** In bold before the text. */
  readonly lead?: string;
}

export const CENTRE = { align: AlignmentType.CENTER } as const;

export function line(text: string, look: Look = {}, extra: Partial<IParagraphOptions> = {}): Paragraph {
  const { size = 26, bold = false, italics = false, align = AlignmentType.LEFT } = look;
  return new Paragraph({
    alignment: align,
    spacing: { before: look.before ?? 0, after: look.after ?? 0 },
    keepNext: look.isKept ?? false,
    ...extra,
    children: [
      ...(look.lead === undefined
        ? []
        : [new TextRun({ text: `${look.lead} `, font: FONT, size, bold: true })]),
      new TextRun({ text, font: FONT, size, bold, italics, ...(look.isRuled ? { underline: {} } : {}) }),
    ],
  });
}

/** A rule in the middle of `width`, about a third of it long. */
export function rule(width: number, after = 60): Paragraph {
  const side = Math.round(width * 0.34);
  return new Paragraph({
    spacing: { after, line: 60, lineRule: "exact" },
    indent: { left: side, right: side },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
    children: [new TextRun({ text: "", font: FONT, size: 4 })],
  });
}

export function cell(children: (Paragraph | Table)[], width: number, extra: object = {}): TableCell {
  return new TableCell({ children, width: { size: width, type: WidthType.DXA }, ...extra });
}

/** Columns side by side without lines. */
export function sideBySide(columns: readonly { width: number; children: Paragraph[] }[]): Table {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: columns.map((column) => column.width),
    width: { size: width, type: WidthType.DXA },
    borders: NO_GRID,
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map((column) => cell(column.children, column.width, { borders: NO_BORDERS })),
      }),
    ],
  });
}
