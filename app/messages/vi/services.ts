import type { ServiceRefusal } from "#app/domain/activity/service.ts";
import type { SentencesOf } from "../rejections.ts";

export const services = {
  title: "Dịch vụ, ứng dụng, kênh",
  lead: "Những gì các tổ hướng dẫn người dân dùng. Khi ghi việc, thành viên chọn trong danh sách này.",
  pillars: {
    government: "Chính quyền số",
    economy: "Kinh tế số",
    society: "Xã hội số",
    common: "Dùng chung",
  },
  kinds: { service: "Dịch vụ", app: "Ứng dụng", channel: "Kênh thông tin", platform: "Nền tảng" },
  columns: { name: "Tên", kind: "Loại", sector: "Ngành, lĩnh vực", marks: "Ghi chú", place: "Thứ tự" },
  inQuota: "Kế hoạch nêu tên",
  project06: "Đề án 06",
  noSector: "Chưa ghi",
  earlier: (name: string) => `Đưa ${name} lên trên`,
  later: (name: string) => `Đưa ${name} xuống dưới`,
  retired: "Đã ngừng dùng",
  retiredLead: "Không chọn được cho việc mới. Việc đã ghi với các mục này vẫn giữ nguyên.",
  retiredFrom: (day: string) => `ngừng từ ${day}`,
  none: "Chưa có mục nào ở đây.",
  add: "Thêm dịch vụ, ứng dụng, kênh",
  edit: "Sửa",
  form: {
    name: "Tên",
    nameHint: "Như người dân vẫn gọi. Đổi tên không làm mất việc đã ghi.",
    kind: "Loại",
    pillar: "Thuộc trụ cột",
    sector: "Ngành, lĩnh vực phụ trách",
    sectorHint: "Công an, Y tế, Giáo dục…",
    inQuota: "Kế hoạch nêu tên trong số phải hướng dẫn",
    isProject06: "Thuộc Đề án 06",
    retiredOn: "Ngừng dùng từ ngày",
    retiredOnHint: "Để trống nếu vẫn dùng. Việc làm trước ngày này vẫn được ghi và tính.",
    save: "Lưu",
  },
  saved: "Đã lưu.",
};

export const serviceRejections = {
  service_not_there: () => "Danh sách không có mục này.",
  service_name_taken: ({ name }) => `Đang có “${name}”. Dùng tên khác, hoặc sửa mục đó.`,
} satisfies SentencesOf<ServiceRefusal>;
