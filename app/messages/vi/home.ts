export const home = {
  title: "Thi đua số",
  description:
    "Ghi nhận việc của Tổ công nghệ số cộng đồng, xác nhận, chấm điểm và xét khen thưởng cho từng thôn, khu phố.",
  headline: "Mỗi việc giúp dân đều được ghi điểm",
  lead: [
    "Ở mỗi thôn, khu phố có một tổ tình nguyện cầm tay chỉ việc, giúp bà con làm dịch vụ số.",
    "Ở đây từng việc được ghi nhận, được người khác xác nhận rồi thành điểm, thành bảng xếp hạng và huy hiệu.",
    "Cuối năm, danh sách khen thưởng tính từ chính những việc đã xác nhận ấy: ai cũng tra ngược lại được.",
  ],
  signIn: "Đăng nhập",
  haveSlip: "Tôi có phiếu mời",
  howTitle: "Một vòng, bốn bước",
  steps: [
    { title: "Ghi nhận", body: "Chạm bốn lần trên điện thoại, chưa tới 15 giây. Mất sóng vẫn ghi được." },
    { title: "Xác nhận", body: "Tổ trưởng xem lại. Không ai tự xác nhận việc của mình." },
    { title: "Lên điểm", body: "Bảng và huy hiệu đổi ngay khi việc được xác nhận." },
    { title: "Khen thưởng", body: "Tháng khóa sổ, báo cáo tự viết, cuối năm ra danh sách đề nghị." },
  ],
  trustTitle: "Số liệu đứng vững",
  trust: [
    "Sổ điểm chỉ ghi thêm, không sửa, không xóa.",
    "Tháng đã khóa có dấu niêm, ai cũng kiểm tra lại được.",
    "Máy chỉ tính và giải thích; con người quyết định.",
  ],
  halfWayTitle: "Còn một bước",
  halfWayBody: "Mật khẩu đúng rồi. Xác thực lớp thứ hai để vào.",
  goOn: "Tiếp tục",
};

export const homeArea = { name: "home", words: home } as const;
