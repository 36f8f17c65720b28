import type { CouncilRefusal } from "#app/domain/council/council-refusals.ts";
import type { SentencesOf } from "../rejections.ts";

export const councilRejections = {
  council_share_not_possible: () => "Tỷ lệ này không đạt được. Viết như 2/3, 1/2 hoặc 80/100.",
  council_share_too_small: () => "Tỷ lệ phải từ một nửa trở lên.",
  council_chair_taken: ({ name }) => `${name} đang là chủ tịch hội đồng. Kết thúc nhiệm kỳ đó trước.`,
  council_account_taken: ({ name }) => `Tài khoản này là của ${name} trong hội đồng.`,
  council_term_ends_too_early: () => "Ngày kết thúc phải từ ngày bắt đầu trở đi.",
  council_empty: () => "Hội đồng chưa có thành viên. Ghi thành viên trước khi họp.",
  council_without_chair: () => "Hội đồng chưa có chủ tịch. Ghi chủ tịch trước khi họp.",
  council_review_not_locked: () => "Kỳ xét chưa khóa. Hội đồng họp trên kết quả đã khóa.",
  council_session_closed: () => "Phiên họp đã kết thúc, không ghi thêm được.",
  council_paper_missing: () => "Ghi người được ủy quyền và số giấy ủy quyền, hoặc số phiếu ý kiến.",
  council_round_runs: () => "Đang có một lượt biểu quyết. Kết thúc lượt đó trước.",
  council_round_closed: () => "Lượt biểu quyết này đã kết thúc.",
  council_quorum_missing: ({ counted, needed }) =>
    `Chưa đủ số người họp: có ${counted}, cần ${needed}. Chưa biểu quyết được.`,
  council_nobody_to_vote_on: () => "Chọn ít nhất một đề nghị để biểu quyết.",
  council_not_proposed: ({ name }) => `“${name}” không còn được đề nghị. Tải lại trang rồi chọn lại.`,
  council_secret_not_possible: ({ names }) =>
    `Chưa bỏ phiếu kín trên máy được: ${names} không tự bỏ phiếu bằng tài khoản của mình. Dùng phiếu giấy.`,
  council_no_vote_here: () => "Bạn không có quyền biểu quyết trong lượt này.",
  council_voted_already: () => "Phiếu của bạn đã vào hòm, không sửa được nữa.",
  council_vote_incomplete: ({ name }) => `Chưa chọn ý kiến về “${name}”.`,
  council_nobody_voted: () => "Chưa có ai biểu quyết.",
  council_paper_does_not_add_up: ({ name, valid }) =>
    `Số phiếu về “${name}” nhiều hơn ${valid} phiếu hợp lệ. Đếm lại.`,
  council_more_ballots_than_voters: ({ voters }) => `Chỉ có ${voters} người bỏ phiếu. Kiểm lại số phiếu.`,
  mark_no_seat: () => "Bạn không ngồi trong hội đồng hôm nay nên chưa chấm điểm được.",
  mark_own_village: ({ village }) => `Bạn đang làm việc cho ${village} nên không chấm điểm nơi này.`,
  mark_not_on_scale: ({ maximum, step }) =>
    `Chọn một mức từ 0 đến ${maximum / 100}, cách nhau ${step === 50 ? "nửa" : "một"} điểm.`,
  mark_by_own_account: ({ name }) => `${name} tự chấm bằng tài khoản của mình.`,
  council_not_tied: () => "Lượt này không có ai bằng phiếu ở suất cuối.",
  council_chair_side_wrong: ({ places }) => `Chọn đúng ${places} trong số bằng phiếu.`,
} satisfies SentencesOf<CouncilRefusal>;
