export const accessibility = {
  title: "Tuyên bố về khả năng tiếp cận",
  lead: "Ai cũng phải dùng được Thi đua số: người cao tuổi, người khuyết tật, người dùng điện thoại rẻ tiền.",
  standardTitle: "Tiêu chuẩn áp dụng",
  standard:
    "Chương trình hướng tới mức AA của WCAG 2.2 (cao hơn mức Thông tư 26/2020/TT-BTTTT khuyến nghị), tiếng Việt theo TCVN 6909:2001.",
  doneTitle: "Đã làm được",
  done: [
    "Mọi trang dùng được bằng bàn phím và đọc được bằng phần mềm đọc màn hình tiếng Việt.",
    "Chữ to được ba cỡ, phóng to tới 400% không phải kéo ngang; có nền sáng và nền tối.",
    "Vùng bấm cao ít nhất 48 điểm ảnh; không có thao tác nào chỉ làm được bằng vuốt hay kéo.",
    "Lỗi được nói bằng một câu ngay cạnh ô sai; những gì đã gõ không mất.",
    "Trang vẫn đọc và gửi được khi máy không chạy JavaScript.",
    "Bảng thi đua công khai và ảnh chia sẻ đều có bản chữ để đọc thành tiếng.",
  ],
  limitsTitle: "Chưa trọn vẹn",
  limits: [
    "Tệp PDF in ra chưa gắn thẻ cho phần mềm đọc màn hình; bản Word cùng nội dung thì đọc được.",
    "Màn hình treo ở hội trường tự lật trang; bảng công khai có cùng số liệu và đứng yên.",
    "Tài liệu do các đơn vị tải lên có thể chưa có lời mô tả.",
  ],
  checkedTitle: "Kiểm tra thế nào",
  checked:
    "Trước mỗi lần phát hành, từng trang được kiểm tra tự động bằng axe ở nền sáng và nền tối, ở màn hình hẹp 320 điểm ảnh; các hành trình chính được đi thử bằng bàn phím.",
  helpTitle: "Gặp khó khăn?",
  help: (office: string) =>
    `Hãy nói với ${office} hoặc tổ ở nơi bạn sống: bạn sẽ được giúp trực tiếp, và lỗi sẽ được sửa.`,
  appearance: "Chọn cỡ chữ và màu nền",
};

export const accessibilityArea = { name: "accessibility", words: accessibility } as const;
