import type { VenueKind } from "#app/domain/venues/venue.ts";

export const venues = {
  title: "Địa điểm",
  lead: "Nơi các tổ hướng dẫn người dân. Khi ghi việc, tên các nơi này được gợi ý; không bắt buộc chọn.",
  common: "Dùng chung toàn xã, phường",
  kinds: {
    culture_house: "Nhà văn hóa",
    committee_office: "Trụ sở Ủy ban nhân dân",
    one_stop: "Bộ phận Một cửa, Trung tâm Phục vụ hành chính công",
    market: "Chợ",
    school: "Trường học",
    other: "Nơi khác",
  } satisfies Record<VenueKind, string>,
  none: "Chưa có địa điểm nào",
  noneBody: "Thêm nhà văn hóa, chợ, bộ phận Một cửa để các tổ chọn nhanh khi ghi việc.",
  add: "Thêm địa điểm",
  name: "Tên địa điểm",
  nameHint: "Như người dân vẫn gọi: Nhà văn hóa thôn 3.",
  kind: "Loại",
  village: "Thuộc",
  villageHint: "Bỏ trống nếu dùng chung cho mọi tổ.",
  note: "Ghi chú",
  noteHint: "Ví dụ: mở cửa các buổi tối trừ Chủ nhật.",
  save: "Lưu địa điểm",
  close: "Ngừng dùng",
  closeOf: (name: string) => `Ngừng dùng ${name}`,
  saved: "Đã lưu địa điểm.",
  closed: "Đã ngừng gợi ý địa điểm này.",
};

export const venuesArea = { name: "venues", words: venues } as const;
