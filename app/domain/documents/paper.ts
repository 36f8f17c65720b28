/**
 * A paper of the commune in the parts that Nghị định 30/2020/NĐ-CP names. One model for the document, the PDF, the
 * workbook and the preview, so that they cannot differ. Every text is data: nothing in it is ever read as markup.
 */
export interface Paper {
  /** Null on a part that is pasted into another paper: its text alone, without head and foot. */
  readonly letterhead: Letterhead | null;
  /** "Số:      /BC-VHXH"; null on lists and minutes that bear none. */
  readonly number: string | null;
  /** "Đại Sơn, ngày 05 tháng 01 năm 2026"; null where the text itself says when and where. */
  readonly placeAndDate: string | null;
  /** "BÁO CÁO", and under it what it is about. */
  readonly type: string;
  readonly subject: string;
  /** "(Kèm theo Quyết định số ...)" */
  readonly attachedTo: string | null;
  /** "Căn cứ ...", one each, without signs at their ends. */
  readonly bases: readonly string[];
  readonly addressees: Addressees | null;
  readonly blocks: readonly PaperBlock[];
  readonly foot: PaperFoot;
  readonly annexes: readonly PaperAnnex[];
  /** What a reader can check the figures by. */
  readonly check: PaperCheck | null;
  /** Wide tables that are the paper itself lie across the sheet. */
  readonly isAcross: boolean;
}

export interface Letterhead {
  /** The body above; empty where papers print none. */
  readonly superiorBody: string;
  readonly issuingBody: string;
  readonly country: string;
  readonly motto: string;
}

export interface Addressees {
  /** "Kính gửi:" */
  readonly word: string;
  readonly names: readonly string[];
}

export interface PaperFoot {
  /** "Nơi nhận:" */
  readonly recipientsTitle: string;
  readonly recipients: readonly string[];
  /** One signs on the right; of two the first signs on the left (the secretary of a meeting). */
  readonly signers: readonly PaperSigner[];
}

export interface PaperSigner {
  /** "TM. Ủy ban nhân dân", "Chủ tịch": printed in capitals. */
  readonly lines: readonly string[];
  /** "(Ký, ghi rõ họ tên)" */
  readonly hint: string | null;
  readonly name: string | null;
}

export interface PaperCheck {
  /** One line at the foot of every page. */
  readonly line: string;
  /** What the code at the end of the paper opens; null prints no code. */
  readonly link: string | null;
  /** Beside the code. */
  readonly hint: string;
}

export type PaperBlock =
  /** With its own number: "I.", "1.", "a)". */
  | { readonly is: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | {
      readonly is: "paragraph";
      readonly text: string;
      readonly look?: "italic" | "bold" | "centred" | "centred-bold";
      /** In bold before the text: "Điều 1." */
      readonly lead?: string;
    }
  | { readonly is: "list"; readonly items: readonly string[] }
  | { readonly is: "table"; readonly table: PaperTable };

export interface PaperAnnex {
  /** "Phụ lục I"; an only one bears no number. */
  readonly title: string;
  readonly subject: string;
  readonly attachedTo: string | null;
  readonly isAcross: boolean;
  readonly blocks: readonly PaperBlock[];
}

export interface PaperTable {
  /** Of its sheet in the workbook. */
  readonly name: string;
  readonly caption: string | null;
  readonly columns: readonly PaperColumn[];
  readonly groups: readonly PaperGroup[];
  /** The last row, in bold; null prints none. */
  readonly total: readonly PaperValue[] | null;
}

/** How a figure is written, and kept in the workbook as the number it is. */
export type PaperColumnKind =
  | "text"
  | "whole"
  /** Hundredths of a point. */
  | "points"
  /** Hundredths of a per cent. */
  | "share"
  /** Whole đồng. */
  | "money";

export interface PaperColumn {
  readonly heading: string;
  /** Over this and its neighbours of the same words. */
  readonly over?: string;
  /** Share of the table's width. */
  readonly width: number;
  readonly kind: PaperColumnKind;
  /** Words and years that stand in the middle of their column. */
  readonly isCentred?: boolean;
}

/** Null is "no data" (rule 9); columns of words leave it empty, columns of figures print a dash. */
export type PaperValue = string | number | null;

export interface PaperGroup {
  /** Across the table; null begins without one. */
  readonly title: string | null;
  readonly rows: readonly (readonly PaperValue[])[];
}

/** Runs of neighbours under one heading, for tables whose head has two rows; null where it has one. */
export function headingsOver(
  columns: readonly PaperColumn[],
): readonly { readonly text: string; readonly from: number; readonly span: number }[] | null {
  if (columns.every(({ over }) => over === undefined)) return null;
  const runs: { text: string; from: number; span: number }[] = [];
  for (const [index, { over = "" }] of columns.entries()) {
    const last = runs.at(-1);
    if (last && over !== "" && last.text === over) last.span += 1;
    else runs.push({ text: over, from: index, span: 1 });
  }
  return runs;
}

export function tablesOf(
  paper: Paper,
): readonly { readonly table: PaperTable; readonly annex: PaperAnnex | null }[] {
  const inBlocks = (blocks: readonly PaperBlock[], annex: PaperAnnex | null) =>
    blocks.flatMap((block) => (block.is === "table" ? [{ table: block.table, annex }] : []));
  return [
    ...inBlocks(paper.blocks, null),
    ...paper.annexes.flatMap((annex) => inBlocks(annex.blocks, annex)),
  ];
}
