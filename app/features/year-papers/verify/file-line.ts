/** A piece of a file as a reader sees it, with where it stands: "Chấm điểm!F12", "trang 2, mục 14". */
export interface FileLine {
  readonly at: string;
  readonly text: string;
}

/** What was read of a file, in its order. */
export interface FileReading {
  readonly lines: readonly FileLine[];
  /** Pictures that stand in it: one laid over a figure hides it. */
  readonly pictures: number;
}

/** Spaces of every kind are one, and so is how a letter is put together. */
export function plainText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s\u00a0\u200b\u00ad]+/g, " ")
    .trim();
}
