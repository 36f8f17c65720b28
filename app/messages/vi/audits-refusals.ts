import type { LookRefusal } from "#app/domain/audits/may-look.ts";
import type { SentencesOf } from "../rejections.ts";

export const lookRejections = {
  look_not_there: () => "Việc này không nằm trong lần rút nào.",
  look_took_part: () => "Bạn hoặc người cùng hộ có tham gia việc này. Người khác hỏi lại.",
  look_verified_by_you: () => "Bạn đã duyệt việc này. Người khác hỏi lại.",
  look_stands: () => "Việc này đã có kết quả hỏi lại, không ghi lần nữa.",
} satisfies SentencesOf<LookRefusal>;
