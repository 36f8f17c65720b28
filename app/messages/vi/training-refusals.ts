import type { TrainingRefusal } from "#app/domain/training/training-refusals.ts";
import { makeFormat } from "../format.ts";
import type { SentencesOf } from "../rejections.ts";

const format = makeFormat("vi");

export const trainingRejections = {
  training_code_wrong: () =>
    "Mã không đúng hoặc đã đổi. Xem lại mã đang hiện trên màn hình của người tổ chức.",
  training_door_closed: ({ heldOn }) =>
    `Buổi này (${format.date(heldOn)}) chưa mở hoặc đã hết giờ điểm danh. Nhờ người tổ chức ghi vào danh sách.`,
  training_called_off: () => "Buổi tập huấn này đã hủy.",
  training_full: ({ capacity }) =>
    `Buổi này đã đủ ${capacity} chỗ và bạn không có trong danh sách mời. Hỏi người tổ chức.`,
  training_not_yet: ({ heldOn }) => `Buổi này đến ${format.date(heldOn)} mới diễn ra.`,
  training_over: () => "Buổi này đã qua. Nhờ người tổ chức ghi nghỉ có lý do.",
  training_is_you: () => "Không ai tự ghi cho mình. Nhờ người khác ghi, hoặc điểm danh bằng mã.",
  training_changed_meanwhile: () => "Có người vừa sửa chỗ này. Tải lại trang rồi làm lại.",
  training_has_people: ({ count }) => `Đã có ${count} người điểm danh nên không hủy được.`,
  training_day_passed: () => "Ngày này đã quá một năm. Chỉ ghi buổi trong vòng một năm qua.",
  training_place_missing: () => "Ghi địa điểm (học trực tiếp) hoặc đường dẫn (học trực tuyến).",
  training_not_attended: () => "Bạn chưa được ghi là có mặt ở buổi này.",
  training_pays_nothing: () => "Buổi này không bắt buộc nên không ghi điểm.",
  training_claim_refused: () =>
    "Chưa ghi điểm được: kỳ đó đã chốt, hoặc hôm đó bạn chưa ở trong tổ. Lượt tập huấn vẫn được tính.",
  training_topic_taken: ({ name }) => `Đã có chủ đề “${name}”.`,
  training_topics_full: ({ maximum }) => `Đã đủ ${maximum} chủ đề riêng.`,
  course_closed: () => "Khóa học này đã đóng.",
  certificate_proof_missing: () => "Gửi ảnh hoặc tệp PDF chứng chỉ, hoặc dán đường dẫn đến chứng chỉ.",
  certificate_there_already: () => "Bạn đã gửi chứng chỉ của khóa này.",
  certificate_decided_already: () => "Chứng chỉ này đã có người xem xong.",
  certificate_not_confirmed: () => "Chứng chỉ chưa được xác nhận.",
  completed_in_future: () => "Ngày hoàn thành còn ở phía trước. Xem lại ngày trên chứng chỉ.",
  class_sheet_closed: () => "Lớp này đã được duyệt hoặc đã rút nên phiếu lớp không sửa được nữa.",
  class_parts_above_whole: ({ learners }) => `Số này lớn hơn tổng số người học (${learners}).`,
} satisfies SentencesOf<TrainingRefusal>;
