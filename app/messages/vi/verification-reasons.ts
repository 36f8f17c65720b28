import type { RejectReason, ReturnReason, ReverseReason } from "#app/domain/verification/reasons.ts";

/** Why work is sent back, not counted, or taken back: the reasons one can choose. */
export const reasons = {
  toReturn: {
    who: "Chưa rõ giúp ai",
    which_service: "Sai dịch vụ",
    outcome: "Kết quả chưa đúng",
    count: "Số lượng chưa đúng",
    day: "Sai ngày",
    photo: "Cần ảnh rõ hơn",
    describe: "Cần ghi rõ đã làm gì",
    other: "Lý do khác",
  } satisfies Record<ReturnReason, string>,
  toReject: {
    not_done: "Việc này không có",
    twice: "Đã ghi ở việc khác",
    not_in_scope: "Không thuộc việc của tổ",
    other: "Lý do khác",
  } satisfies Record<RejectReason, string>,
  toReverse: {
    slip: "Duyệt nhầm",
    not_done: "Việc này không có",
    twice: "Đã ghi ở việc khác",
    correction: "Theo đề nghị đính chính",
  } satisfies Record<ReverseReason, string>,
};

export const reasonsArea = { name: "reasons", words: reasons } as const;
