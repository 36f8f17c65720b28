import type { ZaloRefusal } from "#app/domain/zalo/group-name.ts";
import type { SentencesOf } from "../rejections.ts";

export const zaloRefusals = {
  zalo_variable_unknown: ({ variable }) =>
    `There is no {${variable}}. Use {thon}, {xa}, {loai-xa}, {huyen}, {tinh}, {to}.`,
  zalo_variable_missing: ({ variable }) => `The form must hold {${variable}}.`,
  zalo_link_malformed: () => "An invitation of Zalo begins with https://zalo.me/.",
  zalo_name_missing: () => "Write the group's name, or choose “No group”.",
} satisfies SentencesOf<ZaloRefusal>;
