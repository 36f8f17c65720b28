import type { PostingPlace } from "#app/domain/year-publication/posting.ts";

const places: Record<PostingPlace, string> = {
  headquarters: "Trụ sở Ủy ban nhân dân",
  culture_houses: "Nhà văn hóa thôn, khu phố",
  meeting_points: "Điểm sinh hoạt cộng đồng",
  radio: "Đài truyền thanh",
  portal: "Cổng thông tin điện tử",
  social: "Zalo, mạng xã hội",
};

export const yearPublication = {
  tab: "Công bố",
  title: "Công bố kết quả",
  lead: "Nhận góp ý, khóa, công bố rồi niêm yết đủ ngày. Ai cũng tự tính lại được kết quả đã công bố.",
  steps: { comment: "1. Nhận góp ý", lock: "2. Khóa kết quả", publish: "3. Công bố", posting: "4. Niêm yết" },
  commentNone: "Chưa báo ngày góp ý. Các thôn cần xem bảng điểm và góp ý trước khi khóa.",
  commentSkipped: "Kỳ này khóa mà không báo ngày góp ý.",
  commentDays: (from: string, to: string) => `Nhận góp ý từ ${from} đến hết ${to}.`,
  commentDesk: "Góp ý của các thôn",
  notice: "Lời thông báo",
  noticeText: (title: string, from: string, to: string) =>
    `Từ ${from} đến hết ${to}, các thôn, khu phố xem bảng điểm "${title}" của thôn mình và góp ý. Trưởng thôn xem ở mục Tự chấm và góp ý trong ứng dụng; bà con góp ý với trưởng thôn hoặc văn phòng xã. Sau ngày đó văn phòng trả lời từng ý kiến rồi khóa kết quả.`,
  copy: "Chép lời thông báo",
  lockNone: "Chưa khóa. Khóa xong mới công bố được.",
  lockDesk: "Đến trang khóa",
  lockOf: (day: string, by: string, villages: number) =>
    `Đã khóa ngày ${day}, người khóa: ${by}. Có ${villages} thôn, khu phố.`,
  mark: "Mã kiểm tra SHA-256",
  package: "Tải gói mở",
  packageLead:
    "Số liệu, bảng điểm, sổ điểm đã bỏ tên người, và chương trình kiểm tra. Báo chí, người dân tự tính lại được mà không cần hệ thống này.",
  publishLead:
    "Công bố rồi không rút lại được. Trang công khai, gói mở và lý do không xét đều ai cũng đọc được.",
  exclusions: "Lý do sau đây sẽ công khai. Xem kỹ, đừng để lộ việc riêng của ai:",
  exclusionLine: (village: string, reason: string, document: string) => `${village}: ${reason} (${document})`,
  document: "Số văn bản công bố",
  documentHint: "Ví dụ 15/TB-UBND",
  decidedOn: "Ngày văn bản",
  isRead: "Tôi đã xem lại kết quả và những lý do ở trên",
  publish: "Công bố",
  done: { published: "Đã công bố. Nhớ niêm yết trong 05 ngày làm việc.", posted: "Đã ghi." },
  publishedOf: (document: string, day: string, by: string) =>
    `Theo văn bản ${document} ngày ${day}. Người công bố: ${by}.`,
  publicPage: "Xem trang công khai",
  postingLead:
    "Luật Thực hiện dân chủ ở cơ sở: công khai trong 05 ngày làm việc, niêm yết 30 ngày liền; phát thanh 3 ngày liền.",
  postingLater: "Công bố xong mới ghi niêm yết.",
  places,
  firstDay: "Từ ngày",
  lastDay: "Gỡ xuống, ngừng phát ngày",
  lastDayHint: "Bỏ trống khi còn đang công khai.",
  save: "Ghi",
  saveOf: (place: string) => `Ghi: ${place}`,
  edit: (place: string) => `Ghi ngày: ${place}`,
  stands: {
    optional: "Nên có",
    not_posted: (day: string) => `Chưa công khai, hạn ${day}`,
    late: (day: string) => `Quá hạn từ ${day}`,
    announced: (day: string) => `Bắt đầu từ ${day}`,
    hanging: (days: number) => `Đã công khai ${days} ngày`,
    hangingUntil: (days: number, until: string) => `Đã công khai ${days} ngày, giữ đến hết ${until}`,
    done: (days: number) => `Xong, ${days} ngày`,
    taken_down_early: (missing: number) => `Ngừng sớm, thiếu ${missing} ngày`,
  },
};

export const yearPublicationArea = { name: "yearPublication", words: yearPublication } as const;
