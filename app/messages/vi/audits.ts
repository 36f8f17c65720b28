import type { LookVerdict } from "#app/domain/audits/agreement.ts";
import type { DrawReason } from "#app/domain/audits/draw.ts";

export const audits = {
  title: "Hậu kiểm",
  lead: "Một phần việc đã duyệt được rút ngẫu nhiên để hỏi lại người dân. Không ai biết trước việc nào sẽ được rút.",
  waiting: (count: string) => `Chờ hỏi lại: ${count}`,
  byPlace: (village: string) => `Xem theo ${village}`,
  everywhere: "Tất cả",
  firstShown: (count: string) =>
    `Dưới đây là ${count} việc đầu, kỳ cũ trước. Hỏi xong việc nào, việc sau hiện ra.`,
  noneTitle: "Chưa có việc nào chờ hỏi lại",
  noneBody: "Việc được rút khi số liệu của kỳ đứng yên.",
  columns: { claim: "Việc", place: "Nơi", verifier: "Người duyệt", reason: "Vì sao", look: "Kết quả" },
  visits: (count: string) => `${count} lượt`,
  reasons: {
    lot: "Rút ngẫu nhiên",
    deadline: "Gửi sát giờ chốt",
    pair: "Hai người cần xem lại",
  } satisfies Record<DrawReason, string>,
  reasonHelp: {
    lot: "Ai cũng có phần như nhau: 20 việc mỗi thôn một năm.",
    deadline: "Mọi việc gửi trong 48 giờ cuối trước khi chốt đều được hỏi lại.",
    pair: "Hai người này duyệt cho nhau khác hẳn mọi người trong kỳ: rất nhanh, ban đêm, qua lại hoặc nhiều gấp ba. Đây chỉ là cớ để hỏi lại, không phải kết luận.",
  } satisfies Record<DrawReason, string>,
  ask: "Ghi kết quả",
  openClaim: "Xem đủ việc này",
  form: {
    title: "Kết quả hỏi lại",
    verdict: "Người dân nói",
    field: "Sai ở chỗ nào",
    fieldHint: "Chọn khi không đúng. Người khác sẽ quyết việc đính chính.",
    facts: "Đã hỏi ai, họ nói gì",
    factsHint: "Bắt buộc khi không đúng. Không ghi số giấy tờ của người dân.",
    save: "Lưu kết quả",
  },
  verdicts: {
    agrees: "Đúng như đã ghi",
    differs: "Không đúng",
    unreachable: "Chưa gặp được",
  } satisfies Record<LookVerdict, string>,
  correctionAsked: "Đã đề nghị đính chính",
  saved: "Đã lưu kết quả.",
  done: "Đã hỏi lại gần đây",
  by: (name: string, day: string) => `${name}, ${day}`,
  ratesByVerifier: "Tỷ lệ đúng theo người duyệt",
  ratesByVillage: (village: string) => `Tỷ lệ đúng theo ${village}`,
  rateNote: "Chỉ tính việc rút ngẫu nhiên. Dưới 10 câu trả lời thì chưa có tỷ lệ.",
  rateColumns: {
    name: "Tên",
    agrees: "Đúng",
    differs: "Không đúng",
    unreachable: "Chưa gặp",
    rate: "Tỷ lệ đúng",
  },
  tooFew: "Chưa đủ",
  noRates: "Chưa có câu trả lời nào.",
  draws: "Các lần rút",
  drawsLead:
    "Khi kỳ mở, máy công bố mã cam kết của một con số bí mật. Khi số liệu đứng yên, con số ấy được công khai: ai có danh sách việc của kỳ cũng rút lại được đúng kết quả này.",
  month: (year: number, month: number) => `Kỳ tháng ${month}/${year}`,
  commitment: "Mã cam kết",
  committedAt: "Cam kết lúc",
  committedLate: "Cam kết sau khi kỳ đã hết hạn: lần rút này không chứng minh được là không biết trước.",
  secret: "Số bí mật",
  secretLater: "Công khai khi số liệu của kỳ đứng yên",
  root: "Mã danh sách việc",
  claimCount: (count: string) => `${count} việc`,
};

export const auditsArea = { name: "audits", words: audits } as const;
