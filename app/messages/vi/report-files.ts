export const reportFiles = {
  title: "In, tải về, gửi đi",
  preview: "Xem bản in",
  previewTitle: "Bản in của báo cáo",
  previewLead: "Đúng như tệp Word và PDF; số liệu lấy từ báo cáo, không sửa được ở đây.",
  docx: "Word",
  pdf: "PDF",
  xlsx: "Excel",
  fragment: "Phần ghép (Word)",
  fragmentHint: "Phần ghép là nội dung không có tiêu đề và chữ ký, để dán vào báo cáo khác.",
  message: "Tin nhắn gửi nhóm Zalo",
  copy: "Chép tin nhắn",
  noticeOpen: "Thông báo cho các tổ",
  noticeTitle: "Thông báo kết quả cho các tổ",
  noticeLead: "Số liệu của báo cáo tổng hợp, theo từng nơi. Tải về, ghi số, ký rồi gửi.",
  back: "Về báo cáo",
};

export const reportFilesArea = { name: "reportFiles", words: reportFiles } as const;
