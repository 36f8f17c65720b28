import { partsOf } from "#app/domain/calendar/local-date.ts";
import type { SurveyRefusal } from "#app/domain/survey/round.ts";
import type { SentencesOf } from "../rejections.ts";

function said(date: Parameters<typeof partsOf>[0]): string {
  const { day, month, year } = partsOf(date);
  return `${day}/${month}/${year}`;
}

export const surveyRefusals = {
  survey_question_unknown: () => "Có câu trả lời không có trong mẫu. Tải lại trang rồi chọn lại.",
  survey_none_and_more: () => "Đã chọn “không” thì không chọn thêm ô khác trong cùng câu hỏi.",
  survey_group_too_many: ({ maximum }) => `Hộ này chỉ có ${maximum} người lớn. Ghi lại số người theo nhóm.`,
  survey_round_name_taken: () => "Đã có đợt mang tên này. Đặt tên khác.",
  survey_round_ends_before: () => "Ngày cuối phải sau ngày đầu.",
  survey_round_too_long: ({ days }) => `Một đợt dài nhất ${days} ngày.`,
  survey_round_no_village: () => "Chọn ít nhất một nơi để hỏi.",
  survey_round_sent_otherwise: () => "Lần gửi này đã được ghi với nội dung khác. Tải lại trang.",
  survey_round_not_open: ({ from, until }) =>
    `Đợt này chỉ nhận câu trả lời từ ${said(from)} đến ${said(until)}.`,
  survey_changed_meanwhile: () => "Người khác vừa ghi hộ này. So hai bản rồi chọn một.",
  survey_sent_otherwise: () => "Lần gửi này đã được ghi với nội dung khác. Tải lại trang rồi làm lại.",
  survey_nothing_said: () => "Chưa chọn ô nào. Chọn ít nhất một câu trả lời.",
} satisfies SentencesOf<SurveyRefusal>;
