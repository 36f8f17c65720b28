import type { ZaloRefusal } from "#app/domain/zalo/group-name.ts";
import type { SentencesOf } from "../rejections.ts";

export const zaloRefusals = {
  zalo_variable_unknown: ({ variable }) =>
    `Không có phần {${variable}}. Dùng {thon}, {xa}, {loai-xa}, {huyen}, {tinh}, {to}.`,
  zalo_variable_missing: ({ variable }) => `Mẫu phải có {${variable}}.`,
  zalo_link_malformed: () => "Đường dẫn mời của Zalo bắt đầu bằng https://zalo.me/.",
  zalo_name_missing: () => "Ghi tên nhóm, hoặc chọn “Chưa có nhóm”.",
} satisfies SentencesOf<ZaloRefusal>;
