import { CALL_WITHIN_HOURS, type HelpRefusal } from "#app/domain/help/help-request.ts";
import type { SentencesOf } from "../rejections.ts";

export const helpRejections = {
  help_phone_not_valid: () => "Ghi số di động 10 chữ số, ví dụ 0912 345 678.",
  help_consent_missing: () => "Cần đánh dấu đồng ý thì tổ mới được gọi lại.",
  help_over: () => "Lời nhờ này đã xong hoặc đã rút lại.",
  help_call_first: () => `Ghi “Đã gọi” trước đã (hẹn gọi trong ${CALL_WITHIN_HOURS} giờ).`,
} satisfies SentencesOf<HelpRefusal>;
