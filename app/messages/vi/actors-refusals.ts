import type { ActorRefusal } from "#app/domain/actors/actor.ts";
import type { SentencesOf } from "../rejections.ts";

export const actorRejections = {
  actor_name_taken: ({ name }) => `Đã có “${name}”. Ghi tên khác để phân biệt.`,
  actor_in_use: ({ people, teams }) =>
    people > 0
      ? `Còn ${people} người trong các tổ thuộc nơi này. Đổi lực lượng của họ trước.`
      : `Còn ${teams} tổ của nơi này. Kết thúc tổ trước.`,
  actor_named_since: () =>
    "Nơi này mới ghi hôm nay và đã được nhắc đến ở chỗ khác. Từ ngày mai mới cho thôi được; ghi sai tên thì sửa tên.",
  actor_gone: () => "Nơi này đã thôi hoạt động. Tải lại trang.",
} satisfies SentencesOf<ActorRefusal>;
