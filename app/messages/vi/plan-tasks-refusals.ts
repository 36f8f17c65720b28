import type { PlanTaskRefusal } from "#app/domain/plan-tasks/plan-task.ts";
import type { SentencesOf } from "../rejections.ts";

export const planTaskRejections = {
  plan_task_time_missing: () => "Ghi ngày, tháng, quý hoặc năm cho loại thời hạn đã chọn.",
  plan_task_time_unreadable: () => "Ghi như 6/2026 (tháng 6) hoặc Q1/2026 (quý I).",
  plan_task_not_there: () => "Nhiệm vụ này không còn. Tải lại trang.",
  plan_task_month_not_its_own: () => "Tháng này chưa đến hoặc không thuộc năm của nhiệm vụ.",
  plan_task_evidence_missing: () => "Xong 100% thì cần ghi kết quả, đường dẫn hoặc tệp văn bản.",
  plan_task_keeper_unknown: () => "Người này không còn giữ vai trò ở đơn vị. Chọn người khác.",
} satisfies SentencesOf<PlanTaskRefusal>;
