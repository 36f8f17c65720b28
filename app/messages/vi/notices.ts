export const notices = {
  title: "Thông báo",
  bell: (count: number) =>
    count === 0 ? "Thông báo" : count > 9 ? "Thông báo, hơn 9 mới" : `Thông báo, ${count} mới`,
  lead: "Việc được duyệt, việc trả lại, huy hiệu, lời cảm ơn và kỳ đã chốt trong 60 ngày.",
  noneTitle: "Chưa có thông báo nào",
  noneBody: "Ghi một việc. Khi tổ trưởng duyệt, tin hiện ở đây.",
  fresh: "Mới",
  markSeen: "Đã xem hết",
  settings: "Cài báo tin",
  verified: (count: number) => (count === 1 ? "1 việc được duyệt" : `${count} việc được duyệt`),
  earned: (points: string) => `${points} điểm`,
  decisions: {
    return: "Việc được trả lại để sửa",
    reject: "Việc không được duyệt",
    reverse: "Việc bị hủy sau khi duyệt",
    amend: "Việc được đính chính",
  },
  work: (activity: string, day: string) => `${activity}, làm ngày ${day}`,
  answers: {
    correction: { yes: "Đề nghị đính chính được nhận", no: "Đề nghị đính chính không được nhận" },
    objection: { yes: "Ý kiến về số liệu được nhận", no: "Ý kiến về số liệu không được nhận" },
  },
  awardTitle: (title: string) => `Bạn đạt “${title}”`,
  awardRevoked: (title: string) => `“${title}” không còn`,
  thanks: (names: string, others: number) =>
    others === 0 ? `${names} cảm ơn bạn` : `${names} và ${others} người nữa cảm ơn bạn`,
  months: {
    provisional: (month: string, points: string) => `${month}: số liệu tạm chốt, bạn có ${points} điểm`,
    sealed: (month: string, points: string) => `${month} đã khóa sổ, bạn có ${points} điểm`,
  },
  training: {
    before_14: (title: string, day: string, _about: string) => `Khóa “${title}”: còn 14 ngày, hạn ${day}`,
    before_3: (title: string, day: string, about: string) =>
      about === "session"
        ? `Sắp có buổi tập huấn “${title}”, ngày ${day}`
        : `Khóa “${title}”: sắp đến hạn ${day}`,
    before_1: (title: string, day: string, _about: string) => `Mai có buổi tập huấn “${title}”, ngày ${day}`,
    due: (title: string, _day: string, _about: string) => `Khóa “${title}”: hạn hôm nay, hãy gửi chứng chỉ`,
    after_1: (title: string, day: string, _about: string) => `Khóa “${title}” đã quá hạn ${day}`,
    after_7: (title: string, day: string, _about: string) =>
      `Khóa “${title}” quá hạn từ ${day}, bạn chưa gửi chứng chỉ`,
    confirmed: (title: string, _day: string, _about: string) => `Chứng chỉ “${title}” đã được xác nhận`,
    returned: (title: string, _day: string, _about: string) => `Chứng chỉ “${title}” được trả lại để gửi lại`,
  },
  openTraining: "Xem tập huấn",
  openWork: "Xem việc",
  openPoints: "Xem điểm",
  openBadges: "Xem huy hiệu",
  moreNotices: (count: number) => `và ${count} tin khác`,
  more: (count: number) => `và ${count} việc nữa`,
  calls: {
    title: "Cài báo tin",
    lead: "Trang thông báo luôn có đủ. Phần này chỉ chọn khi nào điện thoại được báo.",
    kinds: "Báo tin về",
    kindNames: {
      verified: "Việc được duyệt",
      returned: "Việc trả lại, không duyệt, đính chính",
      answer: "Trả lời cho ý kiến, đề nghị của tôi",
      award: "Huy hiệu, danh hiệu",
      thanks: "Lời cảm ơn",
      month: "Kỳ chốt và khóa sổ",
      training: "Tập huấn: lịch, hạn, chứng chỉ",
    },
    quiet: "Giờ yên lặng",
    quietFrom: "Không báo từ",
    quietUntil: "đến",
    hour: (hour: number) => `${hour} giờ`,
    pace: "Cách báo",
    paces: { atOnce: "Báo ngay", daily: "Gộp lại, mỗi ngày một lần" },
    digestAt: "Lúc",
    save: "Lưu",
    saved: "Đã lưu.",
    phone: "Điện thoại này",
    turnOn: "Bật báo tin trên máy này",
    turnOff: "Tắt báo tin trên máy này",
    isOn: "Máy này đang được báo tin.",
    isOff: "Máy này chưa được báo tin.",
    notHere: "Trình duyệt này không nhận được báo tin. Mở bằng Chrome trên điện thoại.",
    denied:
      "Máy đang chặn báo tin của trang này. Mở phần cài đặt của trình duyệt, cho phép Thông báo, rồi thử lại.",
    failed: "Chưa bật được. Xem lại mạng rồi thử lại.",
  },
};

export const noticesArea = { name: "notices", words: notices } as const;
