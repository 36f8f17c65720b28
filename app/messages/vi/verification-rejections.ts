import type { CorrectionRefusal } from "#app/domain/verification/correction.ts";
import type { Instead, VerifyRefusal, VerifyRole } from "#app/domain/verification/may-verify.ts";
import { makeFormat } from "../format.ts";
import type { SentencesOf } from "../rejections.ts";
import type { Terms } from "../terms.ts";

const format = makeFormat("vi");

const checker = (as: VerifyRole, { office, village }: Terms) =>
  ({
    leader: "tổ trưởng",
    delegate: "người được tổ trưởng ủy quyền",
    deputy: "tổ phó",
    official_in_charge: `cán bộ phụ trách ${village}`,
    office,
  })[as];

const who = (instead: Instead, terms: Terms) =>
  instead
    ? `Việc này do ${checker(instead.as, terms)} duyệt.`
    : `Chưa có ai khác duyệt được: báo ${terms.office} cử thêm người.`;

export const verificationRejections = {
  verify_own_claim: ({ instead }, terms) =>
    `Đây là việc của chính bạn nên bạn không tự duyệt. ${who(instead, terms)}`,
  verify_took_part: ({ part, instead }, terms) =>
    `${part === "teacher" ? "Bạn là người giảng" : "Bạn cùng làm"} việc này nên không duyệt được. ${who(instead, terms)}`,
  verify_typed_by_you: ({ instead }, terms) =>
    `Bạn là người nhập việc này nên không duyệt được. ${who(instead, terms)}`,
  verify_same_household: ({ instead }, terms) =>
    `Việc này của người cùng hộ với bạn nên bạn không duyệt. ${who(instead, terms)}`,
  verify_same_device: () =>
    "Việc này được gửi từ chính máy bạn đang dùng. Duyệt bằng máy khác, hoặc để người khác duyệt.",
  verify_not_yours: ({ instead }, terms) => `Việc này không thuộc phần bạn duyệt. ${who(instead, terms)}`,
  verify_not_yet: ({ from, instead }, terms) =>
    `${instead ? `Việc này đang chờ ${checker(instead.as, terms)}.` : "Việc này đang chờ người duyệt trước bạn."} Từ ${format.moment(from)} mà vẫn chưa ai duyệt thì đến lượt bạn.`,
} satisfies SentencesOf<VerifyRefusal>;

export const correctionRejections = {
  correction_not_counted: () =>
    "Chỉ đề nghị đính chính với việc đã được duyệt. Việc chưa duyệt thì sửa ngay được.",
  correction_waits_already: () => "Đã có một đề nghị về chỗ này đang chờ trả lời.",
  correction_sent_otherwise: () => "Lần gửi này đã được ghi với nội dung khác. Tải lại trang rồi gửi lại.",
  correction_own_request: () => "Đây là đề nghị của chính bạn nên người khác trả lời.",
  correction_answered: () => "Đề nghị này đã được trả lời. Tải lại trang để xem.",
  correction_changes_nothing: () =>
    "Giá trị này giống như đang ghi. Nhập giá trị đúng, hoặc không chấp nhận.",
  correction_needs_answer: () => "Viết vì sao không chấp nhận.",
  decision_needs_words: () => "Chọn “Lý do khác” thì viết rõ lý do.",
} satisfies SentencesOf<Exclude<CorrectionRefusal, VerifyRefusal>>;
