import type { YearPaperRefusal } from "#app/domain/year-papers/year-paper-views.ts";
import type { SentencesOf } from "../rejections.ts";

export const yearPaperRejections = {
  year_paper_no_nominees: () => "Danh sách đề nghị còn trống nên chưa lập được văn bản này.",
  year_paper_no_council: () => "Hội đồng chưa họp xong nên chưa có biên bản.",
  year_paper_needs_decision: () => "Ghi số và ngày Quyết định khen thưởng: giấy khen phải in hai dòng này.",
  year_paper_unknown: () => "Không có văn bản nào mang mã này.",
  year_paper_proposal_gone: () => "Đề nghị này không còn trong danh sách. Tải lại trang rồi xem lại.",
  year_paper_emblem_not_picture: () => "Chọn ảnh PNG hoặc JPEG, không dùng tệp PDF.",
} satisfies SentencesOf<YearPaperRefusal>;
