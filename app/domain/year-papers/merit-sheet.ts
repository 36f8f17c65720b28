// A giấy khen as it is laid out by law (DOMAIN.md 2.7): which line stands where. Colours and frames are the printer's work.

export interface MeritSheet {
  readonly name: string;
  /** Under the name; empty prints none. */
  readonly place: string;
  readonly achievement: string;
  /** "Quyết định số 07/QĐ-UBND, ngày 21 tháng 12 năm 2026" */
  readonly decision: string;
  /** "Số sổ vàng: 03" */
  readonly book: string;
}

export interface MeritSheets {
  /** "full": a blank sheet of paper. "overprint": a bought sheet that has frame, emblem and words already. */
  readonly layout: "full" | "overprint";
  readonly country: string;
  readonly motto: string;
  /** "Chủ tịch Ủy ban nhân dân xã …" */
  readonly giver: string;
  readonly given: string;
  readonly heading: string;
  readonly placeAndDate: string;
  readonly signerTitle: string;
  /** Hash of the commune's own picture of the emblem; null leaves its place free. */
  readonly emblemSha256: string | null;
  /** Tenths of a millimetre, to the right and down. */
  readonly shiftRight: number;
  readonly shiftDown: number;
  /** Lines of a rule to measure by, and what to do with them; null on sheets that are given. */
  readonly test: readonly string[] | null;
  readonly sheets: readonly MeritSheet[];
}

export interface ReadingSlide {
  /** "Tập thể" over the names. */
  readonly heading: string;
  readonly names: readonly { readonly name: string; readonly place: string }[];
}

export interface ReadingSlides {
  readonly place: string;
  readonly title: string;
  readonly day: string;
  readonly slides: readonly ReadingSlide[];
}

export const SHIFT_AT_MOST_TENTHS = 300;
