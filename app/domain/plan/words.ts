/**
 * What a commune calls things. Plans differ ("Tổ công nghệ số cộng đồng", "Tổ Chuyển đổi số cộng đồng"; thôn,
 * khu phố), the code does not: it has one noun per idea and asks the commune for the word.
 */
export interface PlanWords {
  /** The team in full, as in a decision: "Tổ công nghệ số cộng đồng". */
  readonly team: string;
  /** The team where room is short: "Tổ CNSCĐ". */
  readonly teamShort: string;
  /** One village in running text: "thôn", "khu phố". */
  readonly village: string;
  /** The office that runs the plan: "Phòng Văn hóa - Xã hội". */
  readonly office: string;
}

export const WORD_KEYS = [
  "team",
  "teamShort",
  "village",
  "office",
] as const satisfies readonly (keyof PlanWords)[];
