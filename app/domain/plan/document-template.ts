/**
 * The head and foot of the commune's papers, in the parts that Nghị định 30/2020/NĐ-CP names. Kept as typed
 * text; capitals and rules are the document writer's work. No signer's personal name belongs here.
 */
export interface DocumentHeader {
  /** The body above, where papers print one; communes of two-tier government leave it empty. */
  readonly superiorBody: string;
  /** "Ủy ban nhân dân xã Đại Sơn" */
  readonly issuingBody: string;
  /** "Phòng Văn hóa - Xã hội" */
  readonly office: string;
  /** Before the date: "Đại Sơn, ngày 05 tháng 01 năm 2026". */
  readonly place: string;
  /** After the type of paper: "12/BC-VHXH". */
  readonly officeSymbol: string;
  /** "TM. Ủy ban nhân dân" */
  readonly signsFor: string;
  /** "Chủ tịch" */
  readonly signerTitle: string;
  /** "Nơi nhận", one per line, without dashes and signs. */
  readonly recipients: readonly string[];
}

/** The parts a plan can propose before it knows the commune. */
export interface DocumentTemplate {
  readonly superiorBody: string;
  readonly officeSymbol: string;
  readonly signsFor: string;
  readonly signerTitle: string;
  readonly recipients: readonly string[];
}

/** "Căn cứ ...": those of one commune's own papers are not handed to another. */
export interface LegalBasis {
  readonly text: string;
  readonly issuedBy: "central" | "province" | "commune";
}
