import type { RejectionSentences } from "../rejections.ts";
import { actorRejections } from "./actors-refusals.ts";
import { targetRejections } from "./assigned-targets-refusals.ts";
import { lookRejections } from "./audits-refusals.ts";
import { badgeRejections } from "./badges-refusals.ts";
import { campaignRejections, mobilePointRejections } from "./campaigns-refusals.ts";
import { carriedOverRejections } from "./carried-over-refusals.ts";
import { certificateRejections } from "./certificates-refusals.ts";
import { claimRejections, photoRejections } from "./claim-rejections.ts";
import { mergerRejections } from "./commune-merger-refusals.ts";
import { contactRejections } from "./contacts-refusals.ts";
import { difficultyRejections } from "./difficulties-refusals.ts";
import { enrolmentRejections } from "./enrolment-rejections.ts";
import { fileRejections } from "./files-refusals.ts";
import { gapWalkRefusals } from "./gap-walks-refusals.ts";
import { helpRejections } from "./help-refusals.ts";
import { householdRejections } from "./household-rejections.ts";
import { importRejections } from "./import-rejections.ts";
import { initiativesRefusals } from "./initiatives-refusals.ts";
import { inspectionRejections } from "./inspections-refusals.ts";
import { ledgerRejections } from "./ledger-rejections.ts";
import { materialRejections } from "./materials-refusals.ts";
import { ownHouseholdRejections } from "./member-household-refusals.ts";
import { monthRejections } from "./months-refusals.ts";
import { pushRejections } from "./notices-refusals.ts";
import { offlineRefusals } from "./offline-refusals.ts";
import { orderRejections } from "./orders-refusals.ts";
import { personalDataRejections } from "./personal-data-refusals.ts";
import { planPaperRejections } from "./plan-papers-refusals.ts";
import { planTaskRejections } from "./plan-tasks-refusals.ts";
import { planRejections } from "./plans-refusals.ts";
import { productRefusals } from "./products-refusals.ts";
import { publicationRejections } from "./publication-refusals.ts";
import { reportFormRefusals } from "./report-forms-refusals.ts";
import { reportRejections } from "./reports-refusals.ts";
import { rosterRejections } from "./roster-rejections.ts";
import { schemeRejections } from "./scheme-refusals.ts";
import { serviceRejections } from "./services-refusals.ts";
import { setupRejections } from "./setup-rejections.ts";
import { storiesRefusals } from "./stories-refusals.ts";
import { supportRefusals } from "./support-refusals.ts";
import { surveyRefusals } from "./survey-refusals.ts";
import { targetSheetRejections } from "./targets-refusals.ts";
import { titleRejections } from "./title-rejections.ts";
import { trainingRejections } from "./training-refusals.ts";
import { unitRejections } from "./units-refusals.ts";
import { upperTierRejections } from "./upper-tier-refusals.ts";
import { venueRejections } from "./venues-refusals.ts";
import { correctionRejections, verificationRejections } from "./verification-rejections.ts";
import { awardRejections } from "./year-awards-refusals.ts";
import { sheetCommentRejections } from "./year-comments-refusals.ts";
import { councilRejections } from "./year-council-refusals.ts";
import { criteriaRejections } from "./year-criteria-refusals.ts";
import { yearPaperRejections } from "./year-papers-refusals.ts";
import { yearPublicationRefusals } from "./year-publication-refusals.ts";
import { reviewRejections } from "./year-review-refusals.ts";
import { zaloRefusals } from "./zalo-refusals.ts";

export const rejections = {
  required: () => "Chưa điền mục này.",
  not_chosen: () => "Chọn một mục.",
  too_short: ({ minimum }) => `Cần ít nhất ${minimum} ký tự.`,
  too_long: ({ maximum }) => `Dài quá ${maximum} ký tự. Viết ngắn lại.`,
  too_small: ({ minimum }) => `Nhập số từ ${minimum} trở lên.`,
  too_large: ({ maximum }) => `Nhập số không quá ${maximum}.`,
  not_a_number: () => "Nhập bằng chữ số.",
  not_a_date: () => "Nhập ngày theo dạng 20/11/2026.",
  not_readable: () => "Có ký tự không đọc được. Xóa đi rồi gõ lại.",
  not_valid: () => "Chưa đúng. Kiểm tra lại mục này.",
  hidden_character: ({ position }) => `Có ký tự ẩn ở vị trí thứ ${position}. Xóa chỗ đó rồi gõ lại.`,
  line_break: () => "Chỉ viết trên một dòng.",
  identity_number: () => "Không ghi số căn cước công dân. Bỏ dãy 12 chữ số rồi gửi lại.",
  not_permitted: () => "Không có trang này, hoặc trang không dành cho tài khoản của bạn.",
  second_factor_required: () => "Cần xác thực hai lớp để làm tiếp.",
  second_factor_setup_required: () => "Cài xác thực hai lớp để làm tiếp.",
  password_change_required: () => "Đổi mật khẩu để làm tiếp.",
  commune_ended: () => "Đơn vị này đã sáp nhập nên chỉ còn để xem. Việc mới ghi ở đơn vị mới.",
  fresh_proof_required: () => "Xác nhận lại đúng là bạn để làm tiếp.",
  sign_in_refused: () => "Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra rồi thử lại.",
  try_later: ({ seconds }) =>
    seconds < 60
      ? `Thử nhiều lần quá. Đợi ${seconds} giây rồi thử lại.`
      : `Thử nhiều lần quá. Đợi ${Math.ceil(seconds / 60)} phút rồi thử lại.`,
  code_wrong: () => "Mã chưa đúng hoặc đã dùng. Xem mã mới trong ứng dụng rồi nhập lại.",
  recovery_code_wrong: () => "Mã khôi phục chưa đúng hoặc đã dùng. Thử một mã khác trên tờ giấy.",
  passkey_refused: () => "Khóa truy cập chưa được chấp nhận. Thử lại, hoặc dùng cách khác.",
  password_wrong: () => "Mật khẩu chưa đúng.",
  session_ended: () => "Phiên đã kết thúc. Đăng nhập lại.",
  link_not_valid: () => "Đường dẫn này đã dùng hoặc đã hết hạn.",
  password_too_short: ({ minimum }) =>
    `Mật khẩu cần ít nhất ${minimum} ký tự. Ghép vài từ không liên quan là dễ nhớ nhất.`,
  password_too_long: ({ maximum }) => `Mật khẩu dài quá ${maximum} ký tự.`,
  password_too_common: () => "Mật khẩu này dễ đoán. Thêm một, hai từ không liên quan đến bạn và công việc.",
  password_unchanged: () => "Mật khẩu mới giống mật khẩu cũ. Chọn mật khẩu khác.",
  passwords_differ: () => "Hai lần nhập mật khẩu không giống nhau. Nhập lại.",
  pin_not_six_digits: () => "Mã PIN gồm đúng 6 chữ số.",
  pin_too_easy: () => "Mã PIN này dễ đoán. Chọn 6 chữ số khác.",
  username_invalid: ({ minimum, maximum }) =>
    `Tên đăng nhập dài ${minimum} đến ${maximum} ký tự, bắt đầu bằng chữ cái, chỉ gồm chữ, số, dấu chấm và gạch.`,
  username_taken: () => "Tên đăng nhập này đã có người dùng. Chọn tên khác.",
  phone_not_valid: () => "Số điện thoại chưa đúng. Nhập số di động 10 chữ số, như 0912 345 678.",
  phone_taken: () => "Số điện thoại này đã gắn với một tài khoản khác.",
  last_second_factor: () =>
    "Vai trò của bạn cần ít nhất một cách xác thực hai lớp. Thêm cách khác trước khi bỏ cách này.",
  ...certificateRejections,
  ...pushRejections,
  ...claimRejections,
  ...photoRejections,
  ...enrolmentRejections,
  ...campaignRejections,
  ...mobilePointRejections,
  ...carriedOverRejections,
  ...contactRejections,
  ...inspectionRejections,
  ...awardRejections,
  ...yearPaperRejections,
  ...difficultyRejections,
  ...helpRejections,
  ...orderRejections,
  ...planPaperRejections,
  ...fileRejections,
  ...householdRejections,
  ...ownHouseholdRejections,
  ...importRejections,
  ...rosterRejections,
  ...publicationRejections,
  ...gapWalkRefusals,
  ...productRefusals,
  ...surveyRefusals,
  ...initiativesRefusals,
  ...storiesRefusals,
  ...supportRefusals,
  ...yearPublicationRefusals,
  ...zaloRefusals,
  ...sheetCommentRejections,
  ...councilRejections,
  ...criteriaRejections,
  ...titleRejections,
  ...trainingRejections,
  ...reviewRejections,
  ...materialRejections,
  ...unitRejections,
  ...actorRejections,
  ...offlineRefusals,
  ...reportFormRefusals,
  ...reportRejections,
  ...targetRejections,
  ...targetSheetRejections,
  ...venueRejections,
  ...mergerRejections,
  ...upperTierRejections,
  ...verificationRejections,
  ...correctionRejections,
  ...monthRejections,
  ...planTaskRejections,
  ...planRejections,
  ...personalDataRejections,
  ...ledgerRejections,
  ...schemeRejections,
  ...badgeRejections,
  ...lookRejections,
  ...serviceRejections,
  ...setupRejections,
} satisfies RejectionSentences;
