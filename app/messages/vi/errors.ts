export const errors = {
  notFoundTitle: "Không có trang này",
  notFoundBody:
    "Địa chỉ có thể đã đổi, hoặc gõ thiếu một chữ. Kiểm tra lại địa chỉ, hoặc bắt đầu từ trang đầu.",
  forbiddenTitle: "Trang này không dành cho tài khoản của bạn",
  forbiddenBody: "Nếu việc này thuộc phần việc của bạn, nhờ Phòng Văn hóa - Xã hội cấp quyền.",
  endedTitle: "Đơn vị này đã sáp nhập",
  endedBody: "Số liệu cũ còn nguyên, chỉ để xem. Mở trang Tài khoản, chọn đơn vị mới rồi ghi việc ở đó.",
  tooManyTitle: "Thử lại sau ít phút",
  tooManyBody: "Có quá nhiều lần thử từ đây. Dữ liệu của bạn vẫn còn nguyên.",
  refusedTitle: "Không gửi được",
  refusedBody: "Quay lại trang trước, tải lại trang rồi gửi lần nữa.",
  brokenTitle: "Máy chủ gặp trục trặc",
  brokenBody:
    "Việc đã ghi nhận vẫn còn nguyên. Thử lại sau ít phút; nếu vẫn lỗi, đọc mã dưới đây cho cán bộ phụ trách.",
  busyTitle: "Máy chủ đang bận",
  busyBody: "Việc đã ghi nhận vẫn còn nguyên. Đợi một phút rồi thử lại.",
  clashedTitle: "Trang đã cũ",
  clashedBody:
    "Lần gửi này chưa được ghi nhận, vì việc đã đổi từ khi mở trang. Quay lại, tải lại trang rồi làm lại.",
  requestCode: "Mã yêu cầu",
  tryAgain: "Thử lại",
  goHome: "Về trang đầu",
};

export const errorsArea = { name: "errors", words: errors } as const;
