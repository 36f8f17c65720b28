import type { HelpSubject, Mood } from "#app/domain/satisfaction/satisfaction.ts";
import type { Terms } from "../terms.ts";

export const satisfaction = {
  title: "Bà con hài lòng không?",
  askTitle: (village: string) => `Tổ ở ${village} giúp có tốt không?`,
  askLead: "Hai lần chạm, không cần đăng nhập, không ghi tên ai.",
  first: "1. Vừa được giúp việc gì?",
  second: "2. Bà con thấy thế nào?",
  subjects: {
    public_service: "Dịch vụ công",
    eid: "VNeID",
    payment: "Chuyển tiền, thanh toán",
    health: "Sổ sức khỏe",
    selling: "Bán hàng trên mạng",
    phone: "Dùng điện thoại",
    other: "Việc khác",
  } satisfies Record<HelpSubject, string>,
  moods: {
    pleased: "Hài lòng",
    neutral: "Bình thường",
    displeased: "Chưa hài lòng",
  } satisfies Record<Mood, string>,
  other: "Chọn việc khác",
  thanks: "Cảm ơn bà con!",
  thanksBody: "Ý kiến đã được cộng vào số chung của thôn. Không ai biết ai đã bấm.",
  tooMany: "Đường mạng này vừa gửi nhiều ý kiến. Bà con gửi lại sau một giờ.",
  show: {
    title: "Xin ý kiến bà con",
    lead: "Giúp xong, đưa mã này cho bà con quét. Ý kiến chỉ cộng theo thôn, không theo từng thành viên.",
    scan: (village: string) => `Mã của ${village}`,
    none: "Văn phòng chưa lập mã cho nơi này.",
  },
  board: {
    title: "Mức hài lòng",
    lead: "Cộng từ ba tháng gần nhất. Dùng để làm tốt hơn, không cộng điểm cho ai.",
    total: ({ commune }: Terms) => `Cả ${commune}`,
    pleased: "Hài lòng",
    words: "Số ý kiến",
    village: ({ village }: Terms) => village,
    subject: "Việc",
    tooFew: "dưới 5 ý kiến",
    bySubject: "Theo việc",
    byVillage: ({ village }: Terms) => `Theo ${village}`,
    noneTitle: "Chưa có ý kiến nào",
    noneBody: "Lập mã, rồi tổ đưa mã cho bà con quét sau khi giúp.",
    makeCodes: "Lập mã cho mọi nơi",
    made: "Đã lập mã. Tổ mở “Xin ý kiến bà con” để đưa mã.",
  },
};

export const satisfactionArea = { name: "satisfaction", words: satisfaction } as const;
