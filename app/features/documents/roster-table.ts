/** A list of people as its papers print it: one model for the workbook and the document, so that they agree. */
export interface RosterTable {
  readonly header: PaperHeader;
  /** "DANH SÁCH", "PHỤ LỤC" and what stands under it. */
  readonly title: string;
  readonly subtitle: string;
  /** "(Kèm theo Quyết định số ... )" */
  readonly attachedTo: string | null;
  readonly columns: readonly RosterColumn[];
  readonly groups: readonly RosterGroup[];
  /** Sentences between the table and its closing line. */
  readonly notes?: readonly string[];
  readonly closing: string;
}

/** The parts of Nghị định 30/2020/NĐ-CP around the table, as words. */
export interface PaperHeader {
  readonly superiorBody: string;
  readonly issuingBody: string;
  readonly country: string;
  readonly motto: string;
  readonly placeAndDate: string;
  readonly recipientsTitle: string;
  readonly recipients: readonly string[];
  readonly signsFor: string;
  readonly signerTitle: string;
}

export interface RosterColumn {
  readonly heading: string;
  /** Share of the table's width. */
  readonly width: number;
  readonly isFigure?: boolean;
}

export type RosterValue = string | number | null;

export interface RosterGroup {
  readonly title: string;
  readonly rows: readonly (readonly RosterValue[])[];
}
