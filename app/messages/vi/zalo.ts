import type { GroupStatus, NameKey } from "#app/domain/zalo/group-name.ts";
import { capitalised, type Terms } from "../terms.ts";

export const zalo = {
  title: "Nhóm Zalo",
  lead: "Tên nhóm theo mẫu chung, nơi nào đã có nhóm, lời mời để gửi cho bà con. Không cần kết nối với Zalo.",
  communeGroup: "Nhóm chung toàn xã, phường",
  villages: ({ village }: Terms) => `Nhóm của từng ${village}`,
  rightName: "Tên theo mẫu",
  copyName: "Chép tên",
  invite: (place: string, link: string) =>
    `Mời bà con ${place} vào nhóm Zalo của Tổ chuyển đổi số để được hướng dẫn, hỏi đáp miễn phí:\n${link}`,
  copyInvite: "Chép lời mời",
  open: "Mở nhóm",
  statuses: {
    existing: "Dùng nhóm đã có",
    new: "Nhóm mới lập",
    none: "Chưa có nhóm",
  } satisfies Record<GroupStatus, string>,
  unknown: "Chưa ghi",
  change: "Ghi tình trạng nhóm",
  status: "Tình trạng",
  name: "Tên nhóm đang dùng",
  nameHint: "Dán đúng tên đang hiện trên Zalo. Nhóm có sẵn thì giữ, không bắt buộc đổi tên.",
  link: "Đường dẫn mời vào nhóm",
  linkHint: "Trong Zalo: mở nhóm, bấm Tùy chọn, Link nhóm.",
  save: "Lưu",
  saved: { naming: "Đã lưu mẫu tên.", group: "Đã ghi nhóm." } as Readonly<Record<string, string>>,
  nameIsRight: "Tên đúng mẫu.",
  nameIsOther: "Tên chưa đúng mẫu:",
  check: {
    title: "Kiểm tra một tên nhóm",
    lead: "Dán tên nhóm để biết sai ở đâu.",
    name: "Tên cần kiểm tra",
    which: "Của nhóm nào",
    button: "Kiểm tra",
    right: (name: string) => `“${name}” là đúng.`,
    should: "Tên đúng:",
  },
  faults: {
    empty: "Chưa dán tên nào.",
    spaces: "Thừa dấu cách, hoặc có dấu cách quanh dấu nối.",
    separator: (separator: string) => `Các phần phải nối bằng dấu “${separator}”.`,
    too_few: (missing: string) => `Thiếu phần: ${missing}.`,
    too_many: (extra: string) => `Thừa phần: ${extra}.`,
    marks: (written: string, expected: string) =>
      `“${written}” viết thiếu hoặc sai dấu, đúng là “${expected}”.`,
    capitals: (written: string, expected: string) =>
      `“${written}” sai chữ hoa, chữ thường, đúng là “${expected}”.`,
    part: (variable: string | null, written: string, expected: string) =>
      `${variable === null ? "Phần này" : capitalised(variable)} ghi là “${written}”, đúng là “${expected}”.`,
  },
  variables: {
    village: "tên thôn, khu phố",
    commune: "tên xã, phường",
    communeKind: "chữ xã, phường",
    district: "tên huyện, thành phố",
    province: "tên tỉnh",
    team: "tên tổ",
  } satisfies Record<NameKey, string>,
  naming: {
    title: "Mẫu tên nhóm",
    lead: "Các phần trong ngoặc nhọn được thay bằng tên thật.",
    village: ({ village }: Terms) => `Mẫu cho ${village}`,
    commune: "Mẫu cho nhóm chung",
    district: "Tên huyện, thành phố trong mẫu",
    districtHint: "Đơn vị không còn cấp huyện thì ghi tên tỉnh.",
    save: "Lưu mẫu",
  },
  summary: (existing: number, created: number, none: number) =>
    `${existing} nơi dùng nhóm có sẵn, ${created} nơi lập mới, ${none} nơi chưa có hoặc chưa ghi.`,
};

export const zaloArea = { name: "zalo", words: zalo } as const;
