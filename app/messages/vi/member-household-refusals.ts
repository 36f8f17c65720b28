import type { OwnHouseholdRefusal } from "#app/domain/people/own-household.ts";
import type { SentencesOf } from "../rejections.ts";

export const ownHouseholdRejections = {
  own_household_by_others: () => "Hộ của chính bạn do người khác ghi: nhờ văn phòng hoặc tổ trưởng khác.",
  own_household_shared_with_you: () =>
    "Người này đang ghi cùng hộ với bạn. Muốn đổi thì nhờ văn phòng, vì điều đó quyết định ai duyệt việc của ai.",
  own_household_not_listed: () => "Hộ này không còn trong danh sách. Chọn lại từ danh sách.",
} satisfies SentencesOf<OwnHouseholdRefusal>;
