import type { UpperTierRefusal } from "#app/domain/upper-tier/upper-unit.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const upperTierRejections = {
  upper_in_future: ({ today }) => `Chọn ngày không muộn hơn hôm nay, ${dayInFigures(today)}.`,
  upper_before_current: ({ from }) => `Chọn từ ngày ${dayInFigures(from)}, ngày đã ghi gần nhất, trở đi.`,
  upper_reader_unknown: () => "Không có người theo dõi cấp trên nào mang tên đăng nhập này.",
  upper_reader_already: () => "Người này đang xem được rồi.",
} satisfies SentencesOf<UpperTierRefusal>;
