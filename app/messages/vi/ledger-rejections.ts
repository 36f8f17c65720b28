import type { LedgerRefusal } from "#app/domain/points/decision.ts";
import type { SentencesOf } from "../rejections.ts";

export const ledgerRejections = {
  decision_id_reused: () => "Lần bấm này trùng mã với một quyết định khác. Tải lại trang rồi làm lại.",
  decision_needs_reason: () => "Ghi lý do để người làm biết.",
} satisfies SentencesOf<LedgerRefusal>;
